import { PrinterOutlined } from '@ant-design/icons';
import { addressOf } from '@pledge/client';
import type { Order } from '@pledge/contracts/http';
import { getOrder, getOrderForm } from '@pledge/contracts/http';
import { Failed, PageSkeleton, useApiQuery, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ImpactMark, PageHead } from '../../ui/primitives.js';
import { NextSteps } from './next-steps.js';
import { OrderFacts } from './order-facts.js';
import { StatusMark } from './order-marks.js';
import { DoneWork } from './done-work.js';
import { ReleaseGate } from './release-gate.js';
import { StepRail } from './step-rail.js';
import { SupportPanel } from './support-panel.js';

export function OrderPage() {
  const { orderId = '' } = useParams();
  const order = useApiQuery(null, getOrder, { params: { orderId } });
  if (order.isPending) return <PageSkeleton />;
  if (!order.data) return <Failed error={order.error} onRetry={() => void order.refetch()} />;
  return <OrderView key={orderId} order={order.data} />;
}

function OrderView({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <div className="page order-page">
      <PageHead
        title={order.description}
        number={order.number}
        actions={
          <a
            className="link-button"
            href={addressOf(getOrderForm, { orderId: order.id }, { lang: language })}
            target="_blank"
            rel="noreferrer"
          >
            <PrinterOutlined aria-hidden /> {t('order.print')}
          </a>
        }
      >
        <p className="head-line">
          <StatusMark status={order.status} />
          <ImpactMark impact={order.impact} />
          <span>
            {order.customerName} · {order.siteName}
          </span>
          <Link to={`/requests/${order.requestId}`} className="number">
            {order.requestNumber}
          </Link>
        </p>
      </PageHead>
      <StepRail order={order} />
      <div className="columns">
        <div className="column-main">
          <NextSteps order={order} />
          <DoneWork order={order} />
          <SupportPanel order={order} />
        </div>
        <div className="column-side">
          <ReleaseGate order={order} />
          <OrderFacts order={order} />
        </div>
      </div>
    </div>
  );
}
