import type { Conversation, Request } from '@pledge/contracts/http';
import { addNote, getConversation, uploadAttachment } from '@pledge/contracts/http';
import { useApiQuery, useFormat } from '@pledge/ui';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import { sizeOf } from '../../ui/file-size.js';
import { NoteForm } from './say-forms.js';

/** The files that came with what was said, oldest first. */
const filesOf = ({ entries }: Conversation) =>
  entries.flatMap(({ at, by, attachments }) => attachments.map((attachment) => ({ at, by, ...attachment })));

/** Every file of a request; fetched to be kept, never shown inline. One is added here with a note, elsewhere with what is said. */
export function AttachmentsPanel({ request }: { readonly request: Request }) {
  const { id: requestId } = request;
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const conversation = useApiQuery(
    requestId,
    getConversation,
    { params: { requestId } },
    { enabled: may(getConversation) },
  );
  const files = conversation.data ? filesOf(conversation.data) : [];
  const mayAdd = may(addNote) && may(uploadAttachment);
  if (!conversation.data || (files.length === 0 && !mayAdd)) return null;
  return (
    <Panel title={t('request.attachments')} extra={<span className="quiet">{files.length}</span>}>
      {files.length === 0 && <p className="quiet">{t('files.none')}</p>}
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
      {mayAdd && (
        <Button ref={add} size="small" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('files.add')}
        </Button>
      )}
      {mayAdd && adding && (
        <div className="say-form">
          <NoteForm
            request={request}
            conversation={conversation.data}
            name="file-note"
            onKept={() => {
              setAdding(false);
              add.current?.focus();
            }}
          />
        </div>
      )}
    </Panel>
  );
}
