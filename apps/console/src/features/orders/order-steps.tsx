import type { Order } from '@pledge/contracts/http';
import {
  acceptOrder,
  arriveOnSite,
  askSupport,
  assignOrder,
  closeOrder,
  departForSite,
  exceptRelease,
  recordMeasures,
  signOrder,
} from '@pledge/contracts/http';
import { InstantField, step } from '@pledge/ui';
import type { WidgetProps } from '@pledge/ui';
import { serverNow } from '@pledge/ui/time';
import { Alert, Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Candidates } from './candidates.js';
import { PartsPicker } from '../../ui/parts-picker.js';

const SignaturePad = lazy(async () => ({ default: (await import('./signature-pad.js')).SignatureField }));

const inMinutes = (minutes: number) => new Date(serverNow() + minutes * 60_000).toISOString();

/** The expected arrival, by the clock or by how long it takes. */
function Eta({ record: _, ...field }: WidgetProps<string, Order>) {
  const { t } = useTranslation();
  return (
    <div className="eta">
      <InstantField {...field} />
      {[15, 30, 60, 90].map((minutes) => (
        <Button key={minutes} size="small" onClick={() => field.onChange?.(inMinutes(minutes))}>
          {t('order.in-minutes', { minutes })}
        </Button>
      ))}
    </div>
  );
}

const CompletedAt = ({ record, ...field }: WidgetProps<string, Order>) => (
  <InstantField {...field} notBefore={record.arrivedAt} />
);

function HeldBack({ record: { parts, releaseException } }: { readonly record: Order }) {
  const { t } = useTranslation();
  if (releaseException !== null || (parts.state !== 'short' && parts.state !== 'pending')) return null;
  return <Alert className="notice" type="warning" showIcon title={t(`gate.${parts.state}`)} />;
}

function Quoted({ record: { measures } }: { readonly record: Order }) {
  return measures && <blockquote className="answer">{measures.content}</blockquote>;
}

const of = step<Order>();

/** Everything that can be done with an order, the furthest step first. */
export const orderSteps = {
  close: of(closeOrder, { confirm: true }),
  sign: of(signOrder, {
    above: Quoted,
    widgets: { signature: SignaturePad },
    initial: ({ reportedBy }) => ({ signedBy: reportedBy.name }),
    at: { 'signature-not-an-image': 'signature', 'signature-has-no-ink': 'signature' },
  }),
  'record-measures': of(recordMeasures, {
    widgets: { completedAt: CompletedAt, partsUsed: PartsPicker },
    initial: ({ partsToCarry }) => ({ completedAt: inMinutes(0), partsUsed: partsToCarry }),
    at: {
      'site-not-cleaned': 'siteCleaned',
      'completed-in-future': 'completedAt',
      'completed-before-arrival': 'completedAt',
    },
  }),
  arrive: of(arriveOnSite, { hidden: ['occurredAt'] }),
  depart: of(departForSite, {
    above: HeldBack,
    hidden: ['occurredAt'],
    widgets: { expectedArrivalAt: Eta },
    initial: () => ({ expectedArrivalAt: inMinutes(30) }),
    at: { 'expected-arrival-in-past': 'expectedArrivalAt' },
  }),
  accept: of(acceptOrder, { hidden: ['occurredAt'] }),
  assign: of(assignOrder, {
    words: ({ status }) => (status === 'open' ? 'assignOrder' : 'reassignOrder'),
    later: ({ status }) => status !== 'open',
    widgets: { engineerId: Candidates, partsToCarry: PartsPicker },
    initial: ({ engineer }) => (engineer ? { engineerId: engineer.engineerId } : {}),
    at: { 'engineer-unknown': 'engineerId' },
  }),
  'except-release': of(exceptRelease, { later: () => true }),
  'ask-support': of(askSupport, { later: () => true }),
};
