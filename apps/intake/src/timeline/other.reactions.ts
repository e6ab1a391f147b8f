import { Controller } from '@nestjs/common';
import {
  PartsConsumed,
  PartsReserved,
  PartsShort,
  RepairRecorded,
  SupportAnswered,
  SupportHandOffAccepted,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { follow } from './timeline.projection.js';

/** What materials, support and the archive do for a request, on its timeline. */
@Controller()
export class OtherTimeline {
  constructor(private readonly db: DataSource) {}

  @On(PartsReserved, 'intake-follows-parts-reserved')
  reserved(heard: Received<typeof PartsReserved>, cause: Cause) {
    return follow(this.db, heard, cause, 'parts');
  }

  @On(PartsShort, 'intake-follows-parts-short')
  short(heard: Received<typeof PartsShort>, cause: Cause) {
    return follow(this.db, heard, cause, 'parts');
  }

  @On(PartsConsumed, 'intake-follows-parts-consumed')
  consumed(heard: Received<typeof PartsConsumed>, cause: Cause) {
    return follow(this.db, heard, cause, 'parts');
  }

  @On(SupportHandOffAccepted, 'intake-follows-support-accepted')
  supportAccepted(heard: Received<typeof SupportHandOffAccepted>, cause: Cause) {
    return follow(this.db, heard, cause, 'support');
  }

  @On(SupportAnswered, 'intake-follows-support-answered')
  supportAnswered(heard: Received<typeof SupportAnswered>, cause: Cause) {
    return follow(this.db, heard, cause, 'support');
  }

  @On(RepairRecorded, 'intake-follows-repair-recorded')
  repairRecorded(heard: Received<typeof RepairRecorded>, cause: Cause) {
    return follow(this.db, heard, cause, 'archives');
  }
}
