import { PhoneOutlined } from '@ant-design/icons';
import type { Envelope } from '@pledge/contracts/http';
import { answerCall, listCalls } from '@pledge/contracts/http';
import { CommandNotice, useApiQuery, useCommand, useFormat, useNow } from '@pledge/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../session/session.js';

/** Calls that ring or go on, and mine without an outcome; taking one opens its form. */
export function CallsStrip({ onTake }: { readonly onTake: (call: Envelope) => void }) {
  const { t } = useTranslation();
  const { span } = useFormat();
  const now = useNow();
  const { personId } = useUser();
  const calls = useApiQuery(null, listCalls, {});
  const answer = useCommand(answerCall, { onDone: onTake });
  const items = calls.data?.items ?? [];
  if (calls.isError && !calls.data) {
    return (
      <p className="calls-quiet" role="status">
        {t('desk.calls-failed')}
      </p>
    );
  }
  return (
    <section className="calls" aria-label={t('desk.calls')} aria-live="polite">
      <CommandNotice error={answer.error} />
      {items.length === 0 && <p className="quiet">{t('desk.no-calls')}</p>}
      <ul>
        {items.map((one) => {
          const { call, from, found, takenBy } = one;
          const state = call?.state ?? 'ended';
          const mine = (takenBy ?? call?.answeredBy)?.personId === personId;
          const theirs = !mine && (takenBy ?? call?.answeredBy);
          return (
            <li key={one.id} className={`call ${state}`}>
              <PhoneOutlined aria-hidden />
              <span>
                <strong>{from.phone ?? t('desk.number-withheld')}</strong>{' '}
                {[from.name, found.customerName].filter(Boolean).join(' · ')}
                <span className="quiet under">
                  {t(`call-state.${state}`)} · {span(now - Date.parse(call?.startedAt ?? one.receivedAt))} ·{' '}
                  {t(`channel.${one.channel}`)}
                </span>
              </span>
              {theirs ? (
                <span className="quiet">{t('desk.call-of', { name: theirs.name })}</span>
              ) : (
                <Button
                  type={state === 'ringing' ? 'primary' : 'default'}
                  loading={answer.isPending && answer.variables.input.params.envelopeId === one.id}
                  onClick={() => (mine ? onTake(one) : answer.mutate({ input: { params: { envelopeId: one.id } } }))}
                >
                  {t(mine ? 'desk.open-call' : 'desk.take-call')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
