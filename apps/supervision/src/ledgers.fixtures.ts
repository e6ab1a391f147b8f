import type { RecordKind } from '@pledge/application';
import { RecordTimers } from '@pledge/application';
import { ownEventsOf, receiverOf } from '@pledge/application/testing';
import { commandsOf } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { caseReactions, cases } from './cases/cases.module.js';
import { handOffReactions, handOffs } from './hand-offs/hand-offs.module.js';
import { ownershipReactions, ownerships } from './ownerships/ownerships.module.js';
import { promises } from './promises/promises.module.js';
import { promiseReactions } from './promises/promises.reactions.js';
import { requestReplicas } from './requests/requests.module.js';
import { verificationReactions, verifications } from './verification/verification.module.js';

/** Hands events to all that supervision does with them, and then what it said of it itself. */
export function ledgersIn(db: () => DataSource) {
  const hears = receiverOf(
    db,
    [undefined, requestReplicas],
    [promises, promiseReactions],
    [handOffs, handOffReactions],
    [ownerships, ownershipReactions],
    [verifications, verificationReactions],
    [cases, caseReactions],
  );
  return { receive: hears, settle: ownEventsOf(db, hears) };
}

/** Watches the clocks of promises and hand-offs. */
export function startTimers(db: DataSource): RecordTimers {
  const timers = new RecordTimers(db);
  for (const kind of [promises, handOffs] as unknown as readonly RecordKind[]) {
    const { expiry } = kind;
    const commands = commandsOf(db, kind, 'Asia/Shanghai');
    if (expiry) timers.add(expiry.kind, (ref, _at, cause) => commands.handle(ref, expiry.command, cause));
  }
  timers.onApplicationBootstrap();
  return timers;
}
