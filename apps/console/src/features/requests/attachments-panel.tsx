import type { Conversation } from '@pledge/contracts/http';
import { getConversation } from '@pledge/contracts/http';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../asking/use-ask.js';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/pieces.js';
import { useFormat } from '../../ui/use-format.js';
import { sizeOf } from '../../ui/file-size.js';

/** The files that came with what was said, oldest first. */
const filesOf = ({ entries }: Conversation) =>
  entries.flatMap(({ at, by, attachments }) => attachments.map((attachment) => ({ at, by, ...attachment })));

/** Every file of a request; fetched to be kept, never shown inline. */
export function AttachmentsPanel({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const conversation = useAsk(requestId, getConversation, { params: { requestId } }, { enabled: may(getConversation) });
  const files = conversation.data ? filesOf(conversation.data) : [];
  if (files.length === 0) return null;
  return (
    <Panel title={t('request.attachments')} extra={<span className="quiet">{files.length}</span>}>
      <ul className="plain-list files">
        {files.map(({ id, name, size, by, at }) => (
          <li key={id}>
            <a href={`/api/intake/attachments/${id}`} download={name}>
              {name}
            </a>{' '}
            <span className="quiet">{[sizeOf(size), by, short(at)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
