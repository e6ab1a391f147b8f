import { Controller } from '@nestjs/common';
import type { Department } from '@pledge/contracts';
import {
  EnvelopeOverdue,
  HandOffOverdue,
  PromiseAtRisk,
  PromiseBreached,
  PromiseEscalated,
  RosterGapAhead,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { requestReplica } from '../replicas/replicas.query.js';
import type { Duty } from '../recipients/duty.js';
import { recipientsOf } from '../recipients/recipients.query.js';
import { Around } from '../templates/around.js';
import {
  atRisk,
  breached,
  envelopeOverdue,
  escalated,
  handOffOverdue,
  rosterGapAhead,
} from '../templates/to-department.js';
import type { Wording } from '../templates/wording.js';
import { Telling } from './telling.service.js';

interface Matter {
  readonly eventId: string;
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  readonly department: Department;
}

/** At risk, breached and escalated carry the same. */
type Clock = Received<typeof PromiseBreached>['data'];

/** Whom of the departments a clock or a hand-off concerns: the owner, then the manager, then the general manager. */
@Controller()
export class DepartmentReactions {
  constructor(
    private readonly telling: Telling,
    private readonly db: DataSource,
    private readonly around: Around,
  ) {}

  @On(PromiseAtRisk, 'notifier-tells-at-risk')
  atRisk({ id, data }: Received<typeof PromiseAtRisk>, cause: Cause) {
    return this.clock('owner', id, data, atRisk, cause);
  }

  @On(PromiseBreached, 'notifier-tells-breached')
  breached({ id, data }: Received<typeof PromiseBreached>, cause: Cause) {
    return this.clock('manager', id, data, breached, cause);
  }

  @On(PromiseEscalated, 'notifier-tells-escalated')
  escalated({ id, data }: Received<typeof PromiseEscalated>, cause: Cause) {
    return this.clock('general-manager', id, data, escalated, cause);
  }

  /** The manager of who should accept. */
  @On(HandOffOverdue, 'notifier-tells-hand-off-overdue')
  async handOffOverdue({ id, data }: Received<typeof HandOffOverdue>, cause: Cause) {
    const { number } = await requestReplica(this.db.manager, data.requestId);
    const matter = { eventId: id, requestId: data.requestId, requestNumber: number, department: data.to };
    await this.tell('manager', matter, handOffOverdue(data, number, this.around), cause);
  }

  @On(EnvelopeOverdue, 'notifier-tells-envelope-overdue')
  envelopeOverdue({ id, data }: Received<typeof EnvelopeOverdue>, cause: Cause) {
    const matter = { eventId: id, requestId: null, requestNumber: null, department: 'intake' } as const;
    return this.tell('owner', matter, envelopeOverdue(data, this.around), cause);
  }

  @On(RosterGapAhead, 'notifier-tells-roster-gap')
  rosterGap({ id, data }: Received<typeof RosterGapAhead>, cause: Cause) {
    const matter = { eventId: id, requestId: null, requestNumber: null, department: 'intake' } as const;
    return this.tell('supervisor', matter, rosterGapAhead(data, this.around), cause);
  }

  /** A clock of something that belongs to no request is passed over. */
  private async clock(
    audience: Duty,
    eventId: string,
    data: Clock,
    wording: (clock: Clock, around: Around) => Wording,
    cause: Cause,
  ) {
    if (data.requestId === null) return;
    const matter = { ...data, eventId, department: data.owner };
    await this.tell(audience, matter, wording(data, this.around), cause);
  }

  private async tell(audience: Duty, matter: Matter, wording: Wording, cause: Cause) {
    const { eventId, requestId, requestNumber, department } = matter;
    for (const { key, ...to } of await recipientsOf(this.db.manager, audience, department)) {
      await this.telling.tell(eventId, { audience, key, requestId, requestNumber, to }, wording, cause);
    }
  }
}
