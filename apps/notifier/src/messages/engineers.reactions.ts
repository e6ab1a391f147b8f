import { Controller } from '@nestjs/common';
import { OrderAssigned } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { engineerReplica, requestReplica } from '../replicas/replicas.query.js';
import { assigned } from '../templates/to-engineer.js';
import { Telling } from './telling.service.js';

/** What an engineer is told. */
@Controller()
export class EngineerReactions {
  constructor(
    private readonly telling: Telling,
    private readonly db: DataSource,
  ) {}

  @On(OrderAssigned, 'notifier-tells-assigned')
  async assigned({ id, data }: Received<typeof OrderAssigned>, cause: Cause) {
    const { requestId, engineerId } = data;
    const to = await engineerReplica(this.db.manager, engineerId);
    const { number: requestNumber } = await requestReplica(this.db.manager, requestId);
    const addressee = { audience: 'engineer', key: engineerId, requestId, requestNumber, to } as const;
    await this.telling.tell(id, addressee, assigned(data, requestNumber), cause);
  }
}
