import type { PartLine } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import type { LiveOrder, Measures, ReleaseException, Signature, SupportAsked, Task } from './order-state.js';
import { possible } from './order-state.js';
import type { PartsNews } from './parts-availability.js';
import { partsAvailability } from './parts-availability.js';

interface PlacedLine {
  readonly partId: string;
  readonly name: string;
  readonly model: string;
  readonly place: string;
}

interface PartName {
  readonly partId: string;
  readonly name: string;
  readonly model: string;
}

interface SupportNews {
  readonly support_request_id: string;
  readonly accepted_by: string | null;
  readonly answered_by: string | null;
  readonly answer: string | null;
}

/** An order with what the other departments said about it. */
export interface OrderRow {
  readonly orderId: string;
  readonly status: LiveOrder['status'];
  readonly record: {
    readonly opened: LiveOrder['opened'];
    readonly task?: Task;
    readonly acceptedAt?: string;
    readonly departedAt?: string;
    readonly expectedArrivalAt?: string;
    readonly arrivedAt?: string;
    readonly conduct?: NonNullable<Order['conduct']>;
    readonly measures?: Measures;
    readonly signature?: Signature;
    readonly closedAt?: string;
    readonly closedBy?: NonNullable<Order['closedBy']>;
  };
  readonly version: number;
  readonly engineerPhone: string | null;
  readonly news: PartsNews | null;
  readonly setAside: readonly PlacedLine[];
  readonly consumed: readonly PlacedLine[];
  readonly purchaseOrderNumber: string | null;
  readonly support: readonly SupportNews[];
  readonly names: readonly PartName[];
}

type Names = ReadonlyMap<string, PartName>;

const carried = (lines: readonly PartLine[], placed: readonly PlacedLine[], names: Names) =>
  lines.map(({ partId, quantity }) => {
    const at = placed.find((line) => line.partId === partId);
    const known = names.get(partId) ?? at;
    return { partId, quantity, name: known?.name ?? null, model: known?.model ?? null, place: at?.place ?? null };
  });

function supportView(asked: readonly SupportAsked[], news: readonly SupportNews[]): Order['support'] {
  return asked.map(({ supportRequestId, question, raisedAt }) => {
    const said = news.find((line) => line.support_request_id === supportRequestId);
    const status = said ? (said.answer === null ? 'accepted' : 'answered') : 'raised';
    const by = said?.answered_by ?? said?.accepted_by ?? null;
    return { supportRequestId, question, status, answer: said?.answer ?? null, by, raisedAt };
  });
}

function assignedView(task: Task | undefined, row: OrderRow, names: Names) {
  const placed = row.news?.assignment === task?.assignment ? row.setAside : [];
  const exception: ReleaseException | null = task?.exception ?? null;
  return {
    partsToCarry: carried(task?.partsToCarry ?? [], placed, names),
    toolsToCarry: [...(task?.toolsToCarry ?? [])],
    engineer: task && { engineerId: task.engineerId, name: task.engineerName, phone: row.engineerPhone ?? '' },
    assignedBy: task?.assignedBy ?? null,
    assignedAt: task?.assignedAt ?? null,
    releaseException: exception,
  };
}

/** The order in its contract's shape. */
export function orderView(row: OrderRow): Order {
  const names: Names = new Map(row.names.map((name) => [name.partId, name]));
  const { record, status, orderId, version, news } = row;
  const { opened, task, measures, signature } = record;
  const { support, report, number, openedAt } = opened;
  const parts = partsAvailability(task ?? null, news);
  const stated = task ?? report;
  const used = row.consumed.length > 0 ? row.consumed : row.setAside;
  const assigned = assignedView(task, row, names);
  return {
    id: orderId,
    number,
    status,
    type: 'repair',
    ...report,
    openedAt,
    cause: stated.cause,
    nature: stated.nature,
    category: stated.category,
    location: stated.location,
    ...assigned,
    engineer: assigned.engineer ?? null,
    parts: { state: parts.state, missing: [...parts.missing], purchaseOrderNumber: row.purchaseOrderNumber },
    acceptedAt: record.acceptedAt ?? null,
    departedAt: record.departedAt ?? null,
    expectedArrivalAt: record.expectedArrivalAt ?? null,
    arrivedAt: record.arrivedAt ?? null,
    conduct: record.conduct ?? null,
    measures: measures ? { ...measures, partsUsed: carried(measures.partsUsed, used, names) } : null,
    signature: signature ?? null,
    closedAt: record.closedAt ?? null,
    closedBy: record.closedBy ?? null,
    support: supportView(support, row.support),
    possible: possible(status, parts, assigned.releaseException !== null),
    version,
  };
}
