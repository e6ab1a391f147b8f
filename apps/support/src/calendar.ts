import type { WorkCalendar } from '@pledge/promises';

/** The company's calendar, as the rules take it. */
export abstract class Calendar {
  abstract readonly work: WorkCalendar;
}
