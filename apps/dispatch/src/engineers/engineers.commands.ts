import type { CallerIdentity } from '@pledge/contracts';
import type { Candidate, Engineer as EngineerView } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import type { EngineerCommand, EngineerEvent } from './engineer.js';

/** The one door into the roster. */
export abstract class Engineers {
  abstract readonly handle: CommandHandler<EngineerCommand, EngineerEvent, undefined>;
}

/** What the screens ask about the roster. */
export abstract class RosterQuestions {
  abstract page(paging: {
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<{ readonly items: EngineerView[]; readonly nextCursor: string | null }>;
  /** Who could take an order, best first; undefined where there is no such order. */
  abstract candidates(orderId: string, language: CallerIdentity['language']): Promise<Candidate[] | undefined>;
}
