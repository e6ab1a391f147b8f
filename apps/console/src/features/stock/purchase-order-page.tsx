import { PrinterOutlined } from '@ant-design/icons';
import { addressOf } from '@pledge/client';
import type { PurchaseOrder } from '@pledge/contracts/http';
import {
  approvePurchaseOrder,
  cancelPurchaseOrder,
  getPurchaseOrder,
  getPurchaseOrderForm,
  orderPurchase,
  rejectPurchaseOrder,
} from '@pledge/contracts/http';
import { Clocks, Facts, recordPage, step, useSay } from '@pledge/ui';
import { Link } from 'react-router';
import { lineText } from './parts-text.js';
import { PurchaseOrderMark } from './purchase-order-mark.js';

interface Part {
  readonly record: PurchaseOrder;
}

/** `¥1,234.50` of an amount in fen. */
const yuan = (fen: number) => `¥${(fen / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`;

function Head({ record: { id, status, amount } }: Part) {
  const { t, language } = useSay();
  return (
    <>
      <PurchaseOrderMark status={status} />
      {amount !== null && <span>{yuan(amount)}</span>}
      <a
        className="with-icon"
        href={addressOf(getPurchaseOrderForm, { purchaseOrderId: id }, { lang: language })}
        target="_blank"
        rel="noreferrer"
      >
        <PrinterOutlined aria-hidden /> {t('purchase-orders.print')}
      </a>
    </>
  );
}

function PurchaseFacts({ record }: Part) {
  const { t, short } = useSay();
  return (
    <Facts
      groups={[
        [
          'purchase-orders.about',
          {
            supplier: record.supplier?.name,
            expectedOn: record.expectedOn,
            confirmedOn: record.confirmedOn,
            order: record.orderId !== null && <Link to={`/orders/${record.orderId}`}>{t('order.open')}</Link>,
            reason: record.reason,
          },
        ],
        [
          'purchase-orders.who',
          {
            draftedBy: record.draftedBy?.name,
            draftedAt: short(record.draftedAt),
            submittedBy: record.submittedBy?.name,
            approvedBy: record.approvals.map(({ by }) => by.name).join(t('punctuation.comma')),
            orderedBy: record.orderedBy?.name,
            rejectedBecause: record.rejectedBecause,
            cancelledBecause: record.cancelledBecause,
          },
        ],
      ]}
    />
  );
}

/** What is bought: how many of each, at what price, and how many came. */
function Lines({ record: { lines } }: Part) {
  const { t } = useSay();
  return (
    <section className="panel">
      <h2>{t('field.parts')}</h2>
      <ul className="part-lines">
        {lines.map(({ partId, name, model, quantity, unitPrice, received, rejected }) => (
          <li key={partId}>
            <span>
              {name} <span className="quiet">{model}</span>
            </span>
            <span className="quantity">
              × {quantity}
              {unitPrice !== null && ` · ${yuan(unitPrice)}`}
            </span>
            {received > 0 && <span className="good-text">{t('purchase-orders.received', { amount: received })}</span>}
            {rejected > 0 && <span className="bad-text">{t('purchase-orders.rejected', { amount: rejected })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const of = step<PurchaseOrder>();

export const PurchaseOrderPage = recordPage<typeof getPurchaseOrder, PurchaseOrder>(getPurchaseOrder, {
  number: ({ number }) => number,
  title: ({ lines }) => lines.map(lineText).join(' · '),
  head: Head,
  facts: PurchaseFacts,
  work: [Lines],
  clocks: ({ record: { dueAt } }) => <Clocks clocks={[{ name: 'dueAt', at: dueAt, doneAt: null }]} />,
  steps: {
    approve: of(approvePurchaseOrder, { confirm: true }),
    order: of(orderPurchase, { initial: ({ expectedOn }) => (expectedOn === null ? {} : { confirmedOn: expectedOn }) }),
    reject: of(rejectPurchaseOrder, { later: () => true }),
    cancel: of(cancelPurchaseOrder, { later: () => true }),
  },
  possible: ({ possible }) => possible,
  waiting: ({ status }) => `purchase-orders.waits.${status}`,
});
