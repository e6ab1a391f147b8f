import type { ConversationEntry } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';

const longerThan = 700;

/** One thing that was said: by the user, by us, or inside the house where the user never sees it. */
export function Entry({ entry }: { readonly entry: ConversationEntry }) {
  const { t } = useTranslation();
  const { short, full } = useFormat();
  const [whole, setWhole] = useState(entry.text.length <= longerThan);
  const way = entry.channel ? t(`channel.${entry.channel}`) : entry.via && t(`via.${entry.via}`);
  return (
    <li className={`said ${entry.direction}`}>
      <p className="said-head">
        <Tag tone={entry.direction === 'in' ? 'info' : entry.direction === 'out' ? 'good' : 'warn'}>
          {t(`said.${entry.type}`)}
        </Tag>
        <strong>{entry.by || t('conversation.nameless')}</strong>
        {way && <span>{way}</span>}
        <time dateTime={entry.at} title={full(entry.at)}>
          {short(entry.at)}
        </time>
      </p>
      <p className="said-text">{whole ? entry.text : `${entry.text.slice(0, longerThan)}…`}</p>
      {!whole && (
        <Button size="small" type="link" onClick={() => setWhole(true)}>
          {t('conversation.whole')}
        </Button>
      )}
      {entry.attachments.length > 0 && (
        <ul className="said-files">
          {entry.attachments.map(({ id, name }) => (
            <li key={id}>
              <a href={`/api/intake/attachments/${id}`} download={name}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
