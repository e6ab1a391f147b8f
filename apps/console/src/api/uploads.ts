import { Problem } from '@pledge/client';

interface Chosen {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** A file on its way to us: `unsent` may be sent again, `refused` never. */
export interface Upload<File extends Chosen = globalThis.File> {
  /** One key for one file, however often it is sent. */
  readonly key: string;
  readonly file: File;
  readonly state: 'sending' | 'stored' | 'refused' | 'unsent';
  /** Which part of it has gone out. */
  readonly share: number;
  readonly attachmentId: string | null;
  /** Why it was refused: a word of ours, or what the server said. */
  readonly why: { readonly word: 'too-large' | 'empty' | 'too-many' } | { readonly said: string } | null;
}

export const mostFiles = 10;
const largestBytes = 25 * 1024 * 1024;

const same = (one: Chosen, other: Chosen) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** What was chosen before and what is chosen now, each file once; what cannot be taken is refused before a byte of it goes out. */
export function withChosen<File extends Chosen>(
  before: readonly Upload<File>[],
  chosen: readonly File[],
  freshKey: () => string,
): readonly Upload<File>[] {
  return chosen.reduce<readonly Upload<File>[]>((uploads, file) => {
    if (uploads.some((one) => same(one.file, file))) return uploads;
    const taken = uploads.filter(({ state }) => state !== 'refused').length;
    const word =
      file.size === 0 ? 'empty' : file.size > largestBytes ? 'too-large' : taken < mostFiles ? null : 'too-many';
    const upload = { key: freshKey(), file, share: 0, attachmentId: null } as const;
    return [
      ...uploads,
      { ...upload, ...(word ? { state: 'refused', why: { word } } : { state: 'sending', why: null }) },
    ];
  }, before);
}

/** What a failure says of a file: the server's no is final, anything else is tried again. */
export function failed(error: unknown): Pick<Upload, 'state' | 'why'> {
  const final = error instanceof Problem && error.status < 500 && error.status !== 429 && error.status !== 401;
  if (!final) return { state: 'unsent', why: null };
  if (error.status === 413) return { state: 'refused', why: { word: 'too-large' } };
  return { state: 'refused', why: { said: error.errors[0]?.detail ?? (error.detail || error.title) } };
}

/** The ids to send along; null while one is still on its way or was not taken. */
export function idsOf(uploads: readonly Pick<Upload, 'attachmentId'>[]): readonly string[] | null {
  const ids = uploads.flatMap(({ attachmentId }) => attachmentId ?? []);
  return ids.length === uploads.length ? ids : null;
}
