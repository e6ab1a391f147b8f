import { PrinterOutlined } from '@ant-design/icons';
import { addressOf } from '@pledge/client';
import type { Order } from '@pledge/contracts/http';
import { getOrder, getOrderForm, orderStatus } from '@pledge/contracts/http';
import { Clocks, Facts, milestonesOf, Progress, recordPage, useSay } from '@pledge/ui';
import { Link } from 'react-router';
import { ImpactMark, PhoneLink } from '../../ui/primitives.js';
import { DoneWork } from './done-work.js';
import { StatusMark } from './order-marks.js';
import { orderSteps } from './order-steps.js';
import { ReleaseGate } from './release-gate.js';
import { SupportAnswers } from './support-answers.js';

interface Part {
  readonly record: Order;
}

function Head({ record: order }: Part) {
  const { t, language } = useSay();
  return (
    <>
      <StatusMark status={order.status} />
      <ImpactMark impact={order.impact} />
      <span>
        {order.customerName} · {order.siteName}
      </span>
      <Link to={`/requests/${order.requestId}`} className="number">
        {order.requestNumber}
      </Link>
      <a
        className="with-icon"
        href={addressOf(getOrderForm, { orderId: order.id }, { lang: language })}
        target="_blank"
        rel="noreferrer"
      >
        <PrinterOutlined aria-hidden /> {t('order.print')}
      </a>
    </>
  );
}

function OrderFacts({ record: order }: Part) {
  const { t, short } = useSay();
  const { warranty, engineer, reportedBy, expectedArrivalAt } = order;
  const charged = warranty.chargeable ? ` · ${t('warranty.chargeable')}` : '';
  return (
    <Facts
      groups={[
        [
          'order.about',
          {
            equipment: [order.equipmentName, order.equipmentModel, order.serialNumber].filter(Boolean).join(' · '),
            category: t(`category.${order.category}`),
            warranty: warranty.state !== null && `${t(`warranty.${warranty.state}`)}${charged}`,
            measuresTaken: order.measuresTaken,
          },
        ],
        [
          'order.where',
          {
            site: (
              <>
                {order.siteName} <span className="quiet">{order.siteAddress}</span>
              </>
            ),
            location: order.location,
            reporter: <PhoneLink {...reportedBy} />,
            reportedAt: short(order.reportedAt),
          },
        ],
        [
          'order.going',
          {
            engineer: engineer && <PhoneLink {...engineer} />,
            assignedBy: order.assignedBy?.name,
            expectedArrivalAt: expectedArrivalAt && short(expectedArrivalAt),
            nature: t(`nature.${order.nature}`),
            cause: order.cause,
            partsToCarry:
              order.departedAt !== null &&
              order.partsToCarry
                .map((line) => `${line.name ?? line.partId} × ${String(line.quantity)}`)
                .join(t('punctuation.comma')),
            toolsToCarry: order.toolsToCarry.join(t('punctuation.comma')),
          },
        ],
      ]}
    />
  );
}

const OrderClocks = ({ record: order }: Part) => (
  <Clocks
    clocks={[
      { name: 'arriveBy', at: order.arriveBy, doneAt: order.arrivedAt },
      { name: 'resolveBy', at: order.resolveBy, doneAt: order.measures?.completedAt ?? null },
    ]}
  />
);

function OrderProgress({ record: order }: Part) {
  const { t } = useSay();
  const told = {
    open: { at: order.openedAt },
    assigned: { at: order.assignedAt, by: order.assignedBy?.name ?? null },
    accepted: { at: order.acceptedAt },
    departed: { at: order.departedAt },
    arrived: { at: order.arrivedAt },
    'awaiting-signature': { at: order.measures?.completedAt ?? null },
    signed: { at: order.signature?.signedAt ?? null, by: order.signature?.signedBy ?? null },
    closed: { at: order.closedAt, by: order.closedBy?.name ?? null },
  };
  const milestones = milestonesOf(orderStatus.options, order.status, (status) => ({
    name: t(`order-step.${status}`),
    ...told[status],
  }));
  return <Progress title={t('order.steps')} milestones={milestones} />;
}

export const OrderPage = recordPage<typeof getOrder, Order>(getOrder, {
  number: ({ number }) => number,
  title: ({ description }) => description,
  head: Head,
  facts: OrderFacts,
  work: [ReleaseGate, DoneWork, SupportAnswers],
  clocks: OrderClocks,
  progress: OrderProgress,
  steps: orderSteps,
  possible: ({ possible }) => possible,
  waiting: ({ status }) => `order.waits.${status}`,
});
