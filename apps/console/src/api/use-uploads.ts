import type { CallOptions } from '@pledge/client';
import type { Attachment } from '@pledge/contracts/http';
import { useRef, useState } from 'react';
import { progressCarrier } from './progress-carrier.js';
import type { Upload } from './uploads.js';
import { failed, idsOf, withChosen } from './uploads.js';

export type StoreFile = (options: CallOptions) => Promise<Attachment>;

/** Files that are chosen are stored one by one at once; tried again, one is stored under the key it had. */
export function useUploads(store: StoreFile) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [hurried, setHurried] = useState(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const change = (key: string, to: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const begin = ({ key, file }: Upload) => {
    const options: CallOptions = {
      idempotencyKey: key,
      file: { content: file, name: file.name },
      carrier: progressCarrier((share) => change(key, { share })),
    };
    queue.current = queue.current
      .then(() => store(options))
      .then(
        ({ id }) => change(key, { state: 'stored', attachmentId: id }),
        (error: unknown) => change(key, failed(error)),
      );
  };
  const ids = idsOf(uploads);
  return {
    uploads,
    /** Somebody wanted to go on before every file was there. */
    hurried: hurried && ids === null,
    /** Says what goes with what is sent; nothing is sent before every file is there. */
    whenReady: (then: (along: { attachmentIds?: string[] }) => void) => {
      if (ids === null) setHurried(true);
      else then(ids.length === 0 ? {} : { attachmentIds: [...ids] });
    },
    choose: (files: readonly File[]) => {
      const next = withChosen(uploads, files, () => crypto.randomUUID());
      setUploads(next);
      next.filter((one) => one.state === 'sending' && !uploads.includes(one)).forEach(begin);
    },
    again: (upload: Upload) => {
      change(upload.key, { state: 'sending', share: 0 });
      begin(upload);
    },
    leaveOut: ({ key }: Upload) => setUploads((before) => before.filter((one) => one.key !== key)),
    clear: () => {
      setUploads([]);
      setHurried(false);
    },
  };
}

export type Uploads = ReturnType<typeof useUploads>;
