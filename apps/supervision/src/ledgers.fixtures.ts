import { ownEventsOf, receiverOf } from '@pledge/application/testing';
import type { DataSource } from 'typeorm';
import { caseReactions, cases } from './cases/cases.module.js';
import { handOffs } from './hand-offs/hand-offs.module.js';
import { handOffReactions } from './hand-offs/hand-offs.module.js';
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
