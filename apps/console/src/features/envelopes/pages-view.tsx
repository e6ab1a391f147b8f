import type { Attachment } from '@pledge/contracts/http';
import { downloadAttachment } from '@pledge/contracts/http';
import { Failed, Skeleton } from '@pledge/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.js';
import { sizeOf } from '../../ui/file-size.js';
import { Panel } from '../../ui/primitives.js';

/** The pages and files that came with it: images are shown beside the form, everything can be saved. */
export function Pages({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <Panel title={t('envelopes.pages')}>
      {attachments.map((attachment) => (
        <figure key={attachment.id} className="page-image">
          {attachment.hasPreview && <PageImage attachment={attachment} />}
          <figcaption>
            <a href={`/api/intake/attachments/${attachment.id}`} download={attachment.name}>
              {attachment.name}
            </a>{' '}
            <span className="quiet">{sizeOf(attachment.size)}</span>
          </figcaption>
        </figure>
      ))}
    </Panel>
  );
}

function PageImage({ attachment: { id, name } }: { readonly attachment: Attachment }) {
  const { t } = useTranslation();
  const image = useQuery({
    queryKey: ['still', 'attachment', id],
    queryFn: async ({ signal }): Promise<Blob> => {
      const input = { params: { attachmentId: id }, query: { preview: 'true' } };
      return (await call(downloadAttachment, input, { signal })) as Blob;
    },
    staleTime: Infinity,
  });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!image.data) return undefined;
    const made = URL.createObjectURL(image.data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [image.data]);
  if (image.isError) return <Failed error={image.error} onRetry={() => void image.refetch()} />;
  if (address === null) return <Skeleton count={2} />;
  return <img src={address} alt={t('envelopes.page-of', { name })} />;
}
