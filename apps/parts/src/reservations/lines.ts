import type { Known } from './situation.js';
import type { Placed, Wanted } from './shelves.js';

/** Lines as the events tell them: with names, models and places. What is in no catalogue goes by its id. */
export const tellPlaced = (lines: readonly Placed[], { catalogue, shelves }: Known) =>
  lines.map(({ partId, placeId, quantity }) => ({
    partId,
    name: catalogue[partId]?.name ?? partId,
    model: catalogue[partId]?.model ?? '',
    quantity,
    placeId,
    place: shelves.find((shelf) => shelf.placeId === placeId)?.place ?? placeId,
  }));

export const tellWanted = (lines: readonly Wanted[], { catalogue }: Known) =>
  lines.map(({ partId, quantity }) => ({ partId, name: catalogue[partId]?.name ?? partId, quantity }));

export const nothingKnown: Known = { shelves: [], catalogue: {}, purchaseOrderNumber: '' };
