import type { getBoard } from '@pledge/contracts/http';
import type { ReplyOf } from '@pledge/contracts';
import { useTranslation } from 'react-i18next';
import { StateIcon } from '../../ui/state-mark.js';

type CountsOf = ReplyOf<typeof getBoard>['counts'];

const parts = [
  ['breached', 'breached'],
  ['atRisk', 'at-risk'],
  ['paused', 'paused'],
] as const;

export function Counts({ counts }: { readonly counts: CountsOf | null }) {
  const { t } = useTranslation();
  return (
    <dl className="counts" aria-busy={counts === null}>
      {parts.map(([name, state]) => (
        <div key={name} className={`count tone-${state} ${counts && counts[name] > 0 ? 'some' : 'none'}`}>
          <dt>
            <StateIcon state={state} /> {t(`board.count.${state}`)}
          </dt>
          <dd>{counts ? counts[name] : '–'}</dd>
        </div>
      ))}
      <div className="count">
        <dt>{t('board.count.open')}</dt>
        <dd>{counts ? counts.open : '–'}</dd>
      </div>
    </dl>
  );
}
