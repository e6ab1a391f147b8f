import { Controller } from '@nestjs/common';
import {
  CustomerRegistered,
  PartCatalogued,
  PartsConsumed,
  PartsReserved,
  PartsShort,
  PurchaseOrderDrafted,
  SupportAnswered,
  SupportHandOffAccepted,
} from '@pledge/contracts/events';
import type { Cause, Received, ReplicaRow } from '@pledge/messaging';
import { On, projection, writeReplica } from '@pledge/messaging';
import { DataSource } from 'typeorm';

/** Dispatch's own copies of what other departments said; what arrives late never overwrites what is newer. */
@Controller()
export class CopyReactions {
  constructor(private readonly db: DataSource) {}

  @On(CustomerRegistered, 'dispatch-copies-maintainer')
  customer({ data, sequence }: Received<typeof CustomerRegistered>, cause: Cause) {
    const columns = { maintainer_id: data.maintainer?.engineerId ?? null };
    return this.write(cause, { table: 'customer_copy', key: { customer_id: data.customerId }, columns }, sequence);
  }

  @On(PartCatalogued, 'dispatch-copies-part')
  part({ data: { partId, name, model }, sequence }: Received<typeof PartCatalogued>, cause: Cause) {
    return this.write(cause, { table: 'part_copy', key: { part_id: partId }, columns: { name, model } }, sequence);
  }

  @On(PartsReserved, 'dispatch-copies-reservation')
  reserved(heard: Received<typeof PartsReserved>, cause: Cause) {
    return this.reservation(cause, heard, { state: 'reserved', missing: [], purchaseOrderId: null });
  }

  @On(PartsShort, 'dispatch-copies-shortage')
  short(heard: Received<typeof PartsShort>, cause: Cause) {
    const { missing, purchaseOrderId } = heard.data;
    return this.reservation(cause, heard, { state: 'short', missing, purchaseOrderId });
  }

  @On(PartsConsumed, 'dispatch-copies-consumption')
  consumed({ data: { orderId, lines }, sequence }: Received<typeof PartsConsumed>, cause: Cause) {
    const columns = { lines: JSON.stringify(lines) };
    return this.write(cause, { table: 'consumption_copy', key: { order_id: orderId }, columns }, sequence);
  }

  @On(PurchaseOrderDrafted, 'dispatch-copies-purchase-order')
  purchaseOrder({ data: { purchaseOrderId, number }, sequence }: Received<typeof PurchaseOrderDrafted>, cause: Cause) {
    const key = { purchase_order_id: purchaseOrderId };
    return this.write(cause, { table: 'purchase_order_copy', key, columns: { number } }, sequence);
  }

  @On(SupportHandOffAccepted, 'dispatch-copies-support-acceptance')
  supportAccepted({ data, sequence }: Received<typeof SupportHandOffAccepted>, cause: Cause) {
    const columns = { accepted_by: data.acceptedBy };
    return this.support(cause, data.supportRequestId, columns, 'accepted_sequence', sequence);
  }

  @On(SupportAnswered, 'dispatch-copies-support-answer')
  supportAnswered({ data, sequence }: Received<typeof SupportAnswered>, cause: Cause) {
    const columns = { answered_by: data.answeredBy.name, answer: data.answer };
    return this.support(cause, data.supportRequestId, columns, 'answered_sequence', sequence);
  }

  private reservation(
    cause: Cause,
    { data, sequence }: Received<typeof PartsReserved | typeof PartsShort>,
    said: { state: string; missing: readonly object[]; purchaseOrderId: string | null },
  ): Promise<boolean> {
    const columns = {
      assignment: data.assignment,
      state: said.state,
      lines: JSON.stringify(data.lines),
      missing: JSON.stringify(said.missing),
      purchase_order_id: said.purchaseOrderId,
    };
    return this.write(cause, { table: 'reservation_copy', key: { order_id: data.orderId }, columns }, sequence);
  }

  private support(
    cause: Cause,
    supportRequestId: string,
    columns: ReplicaRow['columns'],
    guard: string,
    sequence: number,
  ): Promise<boolean> {
    const key = { support_request_id: supportRequestId };
    return this.write(cause, { table: 'support_copy', key, columns, guard }, sequence);
  }

  private write(cause: Cause, row: ReplicaRow, sequence: number): Promise<boolean> {
    return projection(this.db, cause, (tx) => writeReplica(tx, row, sequence));
  }
}
