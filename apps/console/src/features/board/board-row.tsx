import type { BoardEntry } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { isOpen, stateNow } from '@pledge/ui/time';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DepartmentMark, ImpactMark } from '../../ui/primitives.js';
import { LargeClock, SmallClock } from '../../ui/promise-clock.js';
import { worstOf } from './board-order.js';

interface BoardRowProps {
  readonly entry: BoardEntry;
  readonly now: number;
}

/** A request on the board: its worst clock, what it is about, its other clocks, who holds it. */
export function BoardRow({ entry, now }: BoardRowProps) {
  const { t } = useTranslation();
  const { span } = useFormat();
  const worst = worstOf(entry.promises, now);
  const tone = worst ? stateNow(worst, now) : 'kept';
  const others = entry.promises.filter((promise) => promise !== worst);
  return (
    <li className={`board-row tone-${tone}`}>
      <div className="board-clock">
        {worst && isOpen(worst.state) ? (
          <LargeClock clock={worst} />
        ) : (
          <p className="all-kept">{t('board.all-done')}</p>
        )}
      </div>
      <div className="board-what">
        <p className="board-title">
          <Link to={`/requests/${entry.requestId}`}>{entry.description}</Link>
        </p>
        <p className="board-line">
          <span className="number">{entry.number}</span>
          <ImpactMark impact={entry.impact} />
          {entry.kind !== 'fault' && <span>{t(`kind.${entry.kind}`)}</span>}
          {entry.category && <span>{t(`category.${entry.category}`)}</span>}
          {entry.equipmentName && <span>{entry.equipmentName}</span>}
        </p>
        <p className="board-line board-customer">
          {entry.customerName && <span>{entry.customerName}</span>}
          {entry.siteName && <span>{entry.siteName}</span>}
        </p>
      </div>
      <div className="board-others">
        {others.map((promise) => (
          <SmallClock key={promise.id} clock={promise} />
        ))}
      </div>
      <div className="board-holder">
        {entry.holder && (
          <p>
            <span className="unseen">{t('board.holder')} </span>
            <DepartmentMark department={entry.holder} />
          </p>
        )}
        {entry.heldSince && (
          <p className="quiet">{t('board.held-for', { span: span(now - Date.parse(entry.heldSince)) })}</p>
        )}
        {entry.engineerName && <p>{entry.engineerName}</p>}
        {entry.orderNumber && <p className="number quiet">{entry.orderNumber}</p>}
      </div>
    </li>
  );
}
