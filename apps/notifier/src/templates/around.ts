import type { Surroundings } from './wording.js';

/** Where and for whom the texts are written, as the reactions take it. */
export abstract class Around implements Surroundings {
  abstract readonly timeZone: string;
  abstract readonly publicUrl: string;
}
