import type { PurchaseOrder } from '@pledge/contracts/http';
import { Due, useSay } from '@pledge/ui';
import { moneyOf } from './purchase-marks.js';

/** What is ordered, line by line: price, promise, what came in of it. */
export function PurchaseLines({ record: { lines, receipts, orderedAt } }: { readonly record: PurchaseOrder }) {
  const { t, short } = useSay();
  return (
    <section className="panel">
      <h2>{t('purchase.lines')}</h2>
      <ul className="part-lines">
        {lines.map((line) => (
          <li key={line.partId}>
            <div>
              <strong>{line.name}</strong> × {line.quantity}
              <div className="quiet">
                {[line.code, line.model, line.unitPrice !== null && moneyOf(line.unitPrice)]
                  .filter(Boolean)
                  .join(' · ')}
                {line.serials.length > 0 && ` · ${line.serials.join(' ')}`}
              </div>
            </div>
            <div className="line-side">
              {line.unitPrice !== null && <span>{moneyOf(line.unitPrice * line.quantity)}</span>}
              {orderedAt !== null && <span>{t('purchase.came', { came: line.received, of: line.quantity })}</span>}
              {line.rejected > 0 && (
                <span className="bad-text">{t('purchase.turned-away', { count: line.rejected })}</span>
              )}
              {line.suppliedAt !== null ? (
                <span className="good-text">✓ {short(line.suppliedAt)}</span>
              ) : (
                line.dueAt !== null && <Due at={line.dueAt} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {receipts.length > 0 && (
        <ol className="receipts quiet">
          {receipts.map(({ at, by, place, certificate }) => (
            <li key={at}>
              {short(at)} · {by.name} · {place} · {t('field.certificate')} {certificate}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
