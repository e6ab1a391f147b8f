import type { Guarded } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import {
  acceptOrder,
  arriveOnSite,
  assignOrder,
  closeOrder,
  departForSite,
  recordMeasures,
  signOrder,
} from '@pledge/contracts/http';
import { Skeleton } from '@pledge/ui';
import type { ComponentType } from 'react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import { AcceptStep, CloseStep } from './button-steps.js';
import { ArriveStep, DepartStep } from './way-steps.js';

const AssignStep = lazy(async () => ({ default: (await import('./assign-step.js')).AssignStep }));
const MeasuresStep = lazy(async () => ({ default: (await import('./measures-step.js')).MeasuresStep }));
const SignStep = lazy(async () => ({ default: (await import('./sign-step.js')).SignStep }));

interface Step {
  readonly possible: Order['possible'][number];
  readonly route: Guarded;
  readonly View: ComponentType<{ readonly order: Order }>;
}

const steps: readonly Step[] = [
  { possible: 'close', route: closeOrder, View: CloseStep },
  { possible: 'sign', route: signOrder, View: SignStep },
  { possible: 'record-measures', route: recordMeasures, View: MeasuresStep },
  { possible: 'arrive', route: arriveOnSite, View: ArriveStep },
  { possible: 'depart', route: departForSite, View: DepartStep },
  { possible: 'accept', route: acceptOrder, View: AcceptStep },
  { possible: 'assign', route: assignOrder, View: AssignStep },
];

/** What this person can do with the order now; else whose turn it is. */
export function NextSteps({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const may = useMay();
  const mine = steps.filter(({ possible, route }) => order.possible.includes(possible) && may(route));
  if (mine.length === 0) {
    return (
      <Panel title={t('order.next')}>
        <p>{t(`order.waits.${order.status}`)}</p>
      </Panel>
    );
  }
  return (
    <>
      {mine.map(({ possible, View }) => (
        <Panel key={possible} title={t(`order.do.${possible}`)} className="step">
          <Suspense fallback={<Skeleton count={3} />}>
            <View order={order} />
          </Suspense>
        </Panel>
      ))}
    </>
  );
}
