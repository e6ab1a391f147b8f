import { PrinterOutlined } from '@ant-design/icons';
import { addressOf } from '@pledge/client';
import type { PurchaseOrder } from '@pledge/contracts/http';
import {
  approvePurchaseOrder,
  cancelPurchaseOrder,
  changePurchaseOrder,
  getPurchaseOrder,
  getPurchaseOrderForm,
  orderPurchase,
  receivePurchase,
  rejectPurchaseOrder,
  submitPurchaseOrder,
} from '@pledge/contracts/http';
import { Clocks, Facts, milestonesOf, Progress, recordPage, step, useSay } from '@pledge/ui';
import { Link } from 'react-router';
import { PartsPicker } from '../../ui/parts-picker.js';
import { PurchaseLines } from './purchase-lines.js';
import { moneyOf, partsOf, PurchaseMark } from './purchase-marks.js';
import { PlaceField, PricesField, ReceivedField, SupplierField } from './purchase-widgets.js';

interface Part {
  readonly record: PurchaseOrder;
}

function Head({ record: { id, status, orderId, amount, supplier } }: Part) {
  const { t, language } = useSay();
  return (
    <>
      <PurchaseMark status={status} />
      {supplier && <span>{supplier.name}</span>}
      {amount !== null && <span>{moneyOf(amount)}</span>}
      {orderId !== null && <Link to={`/orders/${orderId}`}>{t('purchase.for-order')}</Link>}
      <a
        className="with-icon"
        href={addressOf(getPurchaseOrderForm, { purchaseOrderId: id }, { lang: language })}
        target="_blank"
        rel="noreferrer"
      >
        <PrinterOutlined aria-hidden /> {t('purchase.print')}
      </a>
    </>
  );
}

function PurchaseFacts({ record: order }: Part) {
  const { t, short } = useSay();
  return (
    <Facts
      groups={[
        [
          'purchase.about',
          {
            reason: order.reason ?? t('purchase.by-shortage'),
            supplier: order.supplier?.name,
            amount: order.amount !== null && moneyOf(order.amount),
            expectedOn: order.expectedOn,
            confirmedOn: order.confirmedOn,
            rejectedBecause: order.rejectedBecause,
            cancelledBecause: order.cancelledBecause,
          },
        ],
        [
          'purchase.signed',
          {
            submittedBy: order.submittedBy?.name,
            approvals: order.approvals
              .map(({ by, role, at }) => `${by.name} · ${t(`role.${role}`)} · ${short(at)}`)
              .join(t('punctuation.comma')),
            orderedBy: order.orderedBy?.name,
          },
        ],
      ]}
    />
  );
}

const PurchaseClocks = ({ record: { dueAt } }: Part) => (
  <Clocks clocks={[{ name: 'supplyBy', at: dueAt, doneAt: null }]} />
);

const course = ['drafted', 'submitted', 'approved', 'ordered', 'received', 'closed'] as const;

function PurchaseProgress({ record: order }: Part) {
  const { t } = useSay();
  if (order.status === 'cancelled') return null;
  // While the rest is to come, nobody has received it.
  const last = order.status === 'part-received' ? undefined : order.receipts.at(-1);
  const told = {
    drafted: { at: order.draftedAt, by: order.draftedBy?.name ?? null },
    submitted: { at: order.submittedAt, by: order.submittedBy?.name ?? null },
    approved: { at: order.approvals.at(-1)?.at ?? null, by: order.approvals.at(-1)?.by.name ?? null },
    ordered: { at: order.orderedAt, by: order.orderedBy?.name ?? null },
    received: { at: last?.at ?? null, by: last?.by.name ?? null },
    closed: { at: null },
  };
  const now = order.status === 'part-received' ? 'ordered' : order.status;
  const milestones = milestonesOf(course, now, (status) => ({
    name: t(`purchase-order-status.${status}`),
    ...told[status],
  }));
  return <Progress title={t('order.steps')} milestones={milestones} />;
}

const of = step<PurchaseOrder>();

/** Everything that is done with a purchase order, the furthest step first. */
const steps = {
  receive: of(receivePurchase, {
    widgets: { lines: ReceivedField, placeId: PlaceField },
    initial: ({ lines }) => ({
      lines: lines
        .filter(({ received, quantity }) => received < quantity)
        .map(({ partId, quantity, received }) => ({ partId, quantity: quantity - received, rejected: 0, serials: [] })),
    }),
    at: {
      'more-than-ordered': 'lines',
      'serials-missing': 'lines',
      'serial-known': 'lines',
      'nothing-received': 'lines',
      'place-unknown': 'placeId',
    },
  }),
  order: of(orderPurchase, { initial: ({ expectedOn }) => (expectedOn === null ? {} : { confirmedOn: expectedOn }) }),
  approve: of(approvePurchaseOrder, { confirm: true }),
  submit: of(submitPurchaseOrder, {
    widgets: { supplierId: SupplierField, prices: PricesField },
    at: { 'price-missing': 'prices', 'supplier-suspended': 'supplierId', 'expected-in-past': 'expectedOn' },
  }),
  reject: of(rejectPurchaseOrder, { later: () => true }),
  change: of(changePurchaseOrder, { later: () => true, widgets: { lines: PartsPicker } }),
  cancel: of(cancelPurchaseOrder, { later: () => true }),
};

export const PurchaseOrderPage = recordPage<typeof getPurchaseOrder, PurchaseOrder>(getPurchaseOrder, {
  number: ({ number }) => number,
  title: partsOf,
  head: Head,
  facts: PurchaseFacts,
  work: [PurchaseLines],
  clocks: PurchaseClocks,
  progress: PurchaseProgress,
  steps,
  possible: ({ possible }) => possible,
  waiting: ({ status }) => `purchase.waits.${status}`,
});
