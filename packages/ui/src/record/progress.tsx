import { useTranslation } from 'react-i18next';
import { useFormat } from '../time/use-format.js';

/** One step of a record's way. */
export interface Milestone {
  readonly key: string;
  readonly name: string;
  readonly at: string | null;
  readonly by?: string | null;
  readonly state: 'done' | 'current' | 'to-come';
}

interface ProgressProps {
  readonly title: string;
  readonly milestones: readonly Milestone[];
}

/** The whole way of a record, with when each step was taken and by whom. */
export function Progress({ title, milestones }: ProgressProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  return (
    <section className="k-progress">
      <h3>{title}</h3>
      <ol>
        {milestones.map(({ key, name, at, by, state }) => (
          <li key={key} className={`k-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="k-milestone">
              {name}
              {by && <span className="k-second">{by}</span>}
            </span>
            {at !== null && state !== 'to-come' && <time className="k-second">{short(at)}</time>}
            <span className="unseen">{t(`step-state.${state}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The milestones of a record whose status goes through a closed list, one after another. */
export function milestonesOf<Status extends string>(
  order: readonly Status[],
  status: Status,
  told: (status: Status) => Pick<Milestone, 'name' | 'at' | 'by'>,
): readonly Milestone[] {
  const reached = order.indexOf(status);
  const isEnd = reached === order.length - 1;
  return order.map((key, index) => ({
    key,
    ...told(key),
    state: index < reached || (index === reached && isEnd) ? 'done' : index === reached ? 'current' : 'to-come',
  }));
}
