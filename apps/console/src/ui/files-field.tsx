import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Upload } from '../api/uploads.js';
import { mostFiles } from '../api/uploads.js';
import type { Uploads } from '../api/use-uploads.js';
import { sizeOf } from './file-size.js';

/** Files to go with what is being written: each shows how far it is, why it is not taken, and can be tried again or left out. */
export function FilesField({ uploads }: { readonly uploads: Uploads }) {
  const { t } = useTranslation();
  const field = useId();
  return (
    <div className="files-field">
      <label htmlFor={field}>{t('files.add')}</label>
      <input
        id={field}
        type="file"
        multiple
        aria-describedby={`${field}-hint`}
        onChange={({ target }) => {
          uploads.choose([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <p id={`${field}-hint`} className="quiet">
        {t('files.hint', { count: mostFiles })}
      </p>
      {uploads.uploads.length > 0 && (
        <ul className="files-chosen">
          {uploads.uploads.map((upload) => (
            <li key={upload.key} className={upload.state}>
              <span className="file-name">
                {upload.file.name} <span className="quiet">{sizeOf(upload.file.size)}</span>
              </span>
              <State upload={upload} />
              {upload.state === 'unsent' && (
                <Button size="small" onClick={() => uploads.again(upload)}>
                  {t('files.again')}
                </Button>
              )}
              <Button
                size="small"
                type="text"
                className="file-leave-out"
                aria-label={t('files.leave-out', { name: upload.file.name })}
                onClick={() => uploads.leaveOut(upload)}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {uploads.hurried && (
        <p className="file-problem" role="alert">
          {t('files.not-ready')}
        </p>
      )}
    </div>
  );
}

function State({ upload: { state, share, why, file } }: { readonly upload: Upload }) {
  const { t } = useTranslation();
  if (state === 'sending')
    return <progress value={share} max={1} aria-label={t('files.sending', { name: file.name })} />;
  if (state === 'stored') return <span className="file-stored">{t('files.stored')}</span>;
  const said =
    why === null ? t('files.unsent') : 'said' in why ? why.said : t(`files.${why.word}`, { count: mostFiles });
  return (
    <span className="file-problem" role="alert">
      {said}
    </span>
  );
}
