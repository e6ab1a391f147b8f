import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { handOverMatter, referQuestion } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Calendar } from '../calendar.js';
import { requestOf } from '../requests/requests.query.js';
import { Enquiries, Referrals } from './enquiries.commands.js';

/** What the hotline cannot answer by itself, and whom it asks. */
@Controller()
export class EnquiriesController {
  constructor(
    private readonly enquiries: Enquiries,
    private readonly referrals: Referrals,
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Serves(referQuestion)
  async refer(
    @Input() { params: { requestId }, body }: InputOf<typeof referQuestion>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller, 'not-an-enquiry');
    const ids = { questionId: newId(), promiseId: newId(), handOffId: newId() };
    const calendar = this.calendar.work;
    return this.referrals.refer({ type: 'refer', requestId, by, ...body, ids, calendar }, newId(), cause);
  }

  @Serves(handOverMatter)
  async handOver(
    @Input() { params: { requestId }, body: { handled = null } }: InputOf<typeof handOverMatter>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller, 'not-a-matter');
    return this.enquiries.handle(
      requestId,
      { type: 'hand-over', requestId, by, handled, handOffId: newId(), calendar: this.calendar.work },
      cause,
    );
  }

  /** Who acts on an enquiry that they may see; a fault is refused. */
  private async known(requestId: string, caller: CallerIdentity, ofFault: string): Promise<Person> {
    const { kind } = await requestOf(this.db.manager, requestId, caller);
    if (kind === 'fault') throw new Refusal(ofFault, { kind });
    return { personId: caller.personId, name: caller.name };
  }
}
