import type { Request } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';

/** What the user was answered, for those who do not see the conversation. */
export function AnswerPanel({ answer }: { readonly answer: NonNullable<Request['answer']> }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  return (
    <Panel title={t('request.answer')}>
      <blockquote className="answer">{answer.text}</blockquote>
      <p className="quiet">
        {answer.by.name} · {short(answer.respondedAt)}
      </p>
    </Panel>
  );
}
