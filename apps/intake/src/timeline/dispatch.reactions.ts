import { Controller } from '@nestjs/common';
import {
  DispatchHandOffAccepted,
  EngineerArrived,
  EngineerDeparted,
  MeasuresRecorded,
  OrderAccepted,
  OrderAssigned,
  OrderClosed,
  OrderOpened,
  OrderSigned,
  ReleaseExcepted,
  SupportRequested,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { follow, trackOrder } from './timeline.projection.js';
import type { AboutRequest } from './timeline.projection.js';

/** What dispatch does for a request, on its timeline. */
@Controller()
export class DispatchTimeline {
  constructor(private readonly db: DataSource) {}

  @On(DispatchHandOffAccepted, 'intake-follows-dispatch-handoff')
  handOff(heard: Received<typeof DispatchHandOffAccepted>, cause: Cause) {
    return follow(this.db, heard, cause, 'dispatch');
  }

  @On(OrderOpened, 'intake-follows-order-opened')
  opened(heard: Received<typeof OrderOpened>, cause: Cause) {
    return this.order(heard, cause, 'open');
  }

  @On(OrderAssigned, 'intake-follows-order-assigned')
  assigned(heard: Received<typeof OrderAssigned>, cause: Cause) {
    return this.order(heard, cause, 'assigned');
  }

  @On(OrderAccepted, 'intake-follows-order-accepted')
  accepted(heard: Received<typeof OrderAccepted>, cause: Cause) {
    return this.order(heard, cause, 'accepted');
  }

  @On(ReleaseExcepted, 'intake-follows-release-excepted')
  excepted(heard: Received<typeof ReleaseExcepted>, cause: Cause) {
    return follow(this.db, heard, cause, 'dispatch');
  }

  @On(EngineerDeparted, 'intake-follows-engineer-departed')
  departed(heard: Received<typeof EngineerDeparted>, cause: Cause) {
    return this.order(heard, cause, 'departed');
  }

  @On(EngineerArrived, 'intake-follows-engineer-arrived')
  arrived(heard: Received<typeof EngineerArrived>, cause: Cause) {
    return this.order(heard, cause, 'arrived');
  }

  @On(MeasuresRecorded, 'intake-follows-measures-recorded')
  restored(heard: Received<typeof MeasuresRecorded>, cause: Cause) {
    return this.order(heard, cause, 'awaiting-signature');
  }

  @On(OrderSigned, 'intake-follows-order-signed')
  signed(heard: Received<typeof OrderSigned>, cause: Cause) {
    return this.order(heard, cause, 'signed');
  }

  @On(OrderClosed, 'intake-follows-order-closed')
  closed(heard: Received<typeof OrderClosed>, cause: Cause) {
    return this.order(heard, cause, 'closed');
  }

  @On(SupportRequested, 'intake-follows-support-requested')
  support(heard: Received<typeof SupportRequested>, cause: Cause) {
    return follow(this.db, heard, cause, 'dispatch');
  }

  private order(
    heard: AboutRequest & { readonly data: { orderId: string; number: string } },
    cause: Cause,
    status: string,
  ) {
    return follow(this.db, heard, cause, 'dispatch', (tx) => trackOrder(tx, heard, status));
  }
}
