import type { Order } from '@pledge/contracts/http';
import { useSay } from '@pledge/ui';
import { Panel } from '../../ui/primitives.js';
import { GateMark } from './order-marks.js';

/** Whether what is to be carried is set aside: an order leaves only then, or with a signed exception. */
export function ReleaseGate({
  record: { status, parts, partsToCarry, releaseException, departedAt },
}: {
  readonly record: Order;
}) {
  const { t, short } = useSay();
  // What is to be carried is stated with the assignment; once it has left, the facts say what it carries.
  const isSpecial = releaseException !== null || parts.purchaseOrderNumber !== null;
  if (status === 'open' || (departedAt !== null && !isSpecial)) return null;
  const missing = new Map(parts.missing.map((line) => [line.partId, line.quantity]));
  return (
    <Panel title={t('gate.title')} extra={<GateMark state={parts.state} />}>
      {departedAt === null && <p className="quiet">{t(`gate.${parts.state}`)}</p>}
      {partsToCarry.length > 0 && (
        <ul className="part-lines">
          {partsToCarry.map(({ partId, name, model, place, quantity }) => (
            <li key={partId}>
              <span>
                {name ?? partId} <span className="quiet">{[model, place].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="quantity">× {quantity}</span>
              {missing.has(partId) && (
                <span className="bad-text">{t('gate.missing', { quantity: missing.get(partId) })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {parts.purchaseOrderNumber !== null && (
        <p>
          {t('gate.purchase-order')} <span className="number">{parts.purchaseOrderNumber}</span>
        </p>
      )}
      {releaseException && (
        <p className="pause-note">
          {t('gate.excepted', { by: releaseException.by.name, at: short(releaseException.at) })}
          <q>{releaseException.reason}</q>
        </p>
      )}
    </Panel>
  );
}
