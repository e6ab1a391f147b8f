import type { CallBack } from '@pledge/contracts/http';
import { keepTold } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { DueTag } from '../../ui/due-tag.js';
import { ExplainButton } from '../../ui/explain-button.js';
import type { SayProps } from './say-forms.js';
import { useSaying } from './use-saying.js';

/** What the caller was told to hear from us and has not heard yet, the most urgent first. */
export function CallBacks({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const due = conversation.callBacks
    .filter(({ doneAt }) => doneAt === null)
    .toSorted((a, b) => Date.parse(a.promise.dueAt) - Date.parse(b.promise.dueAt));
  if (due.length === 0) return null;
  return (
    <section className="owed" aria-label={t('conversation.call-backs')}>
      <h3 className="card-head">{t('conversation.call-backs')}</h3>
      <ul>
        {due.map((one) => (
          <Owed key={one.promiseId} request={request} conversation={conversation} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Owed({ request, conversation, one }: SayProps & { readonly one: CallBack }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const saying = useSaying(keepTold, conversation);
  const { promise } = one;
  return (
    <li className="owed-item">
      {saying.notice}
      <p className="message-head">
        <DueTag at={promise.dueAt} word={t('conversation.call-by', { at: short(promise.dueAt) })} />
        <span className="quiet">
          {one.toldBy.name} · {short(one.toldAt)}
        </span>
        <ExplainButton promise={promise.promise} explanation={promise.explanation} />
      </p>
      <p className="said-text">
        {one.what} <span className="quiet">{[request.reportedBy.name, request.reportedBy.phone].join(' ')}</span>
      </p>
      {may(keepTold) && (
        <Button
          size="small"
          loading={saying.busy}
          onClick={() => saying.run({ params: { requestId: request.id, promiseId: one.promiseId }, body: {} })}
        >
          {t('conversation.told-done')}
        </Button>
      )}
    </li>
  );
}
