import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { dueState } from './due-state.js';
import { useFormat } from './use-format.js';
import { useNow } from './use-now.js';

interface DueProps {
  /** When it is due; nothing is promised where there is no time. */
  readonly at: string | null;
  /** When it was done; from then on the clock stands. */
  readonly doneAt?: string | null;
}

/** What is left of a time, or by how much it is over: by colour, by sign and by word. Ticks by the half minute. */
export function Due({ at, doneAt = null }: DueProps) {
  const { t } = useTranslation();
  const { short, full, span } = useFormat();
  const now = useNow('half-minute');
  if (at === null) return <span className="quiet">—</span>;
  const due = Date.parse(at);
  const state = dueState(due, doneAt === null ? null : Date.parse(doneAt), now);
  const title = t('due.at', { at: full(at) });
  const stamp = doneAt ?? at;
  switch (state) {
    case 'kept':
    case 'done-late':
      return (
        <time className={`k-due k-due-${state}`} dateTime={stamp} title={title}>
          <CheckOutlined aria-hidden /> {short(stamp)}
          <span className="unseen"> {t(`due.${state}`)}</span>
        </time>
      );
    case 'late':
    case 'soon':
    case 'running':
      return (
        <time className={`k-due k-due-${state}`} dateTime={at} title={title}>
          {t(state === 'late' ? 'due.late' : 'due.left', { span: span(Math.abs(due - now)) })}
        </time>
      );
  }
}
