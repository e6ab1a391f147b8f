/** What a file is by its content; never by what it calls itself. */
export interface Kind {
  readonly mediaType: string;
  /** The first is the one that is appended to a name that has none of them. */
  readonly extensions: readonly string[];
  /** Pictures we can draw anew. */
  readonly picture: boolean;
  /** What a file of it may have where that is not what any may. */
  readonly mostBytes?: number;
}

export const mostBytes = 25 * 1024 * 1024;
/** More than any telephone takes; what a picture of few bytes may unfold to is bounded by it. */
export const mostPixels = 64_000_000;

const picture = (mediaType: string, ...extensions: string[]): Kind => ({ mediaType, extensions, picture: true });
const other = (mediaType: string, ...extensions: string[]): Kind => ({ mediaType, extensions, picture: false });
const opened = 'application/vnd.openxmlformats-officedocument';

const taken: readonly Kind[] = [
  picture('image/jpeg', 'jpg', 'jpeg', 'jpe', 'jfif'),
  picture('image/png', 'png'),
  picture('image/webp', 'webp'),
  picture('image/gif', 'gif'),
  picture('image/tiff', 'tif', 'tiff'),
  picture('image/avif', 'avif'),
  other('image/heic', 'heic', 'heif'),
  other('image/heif', 'heif', 'heic'),
  other('image/bmp', 'bmp'),
  other('application/pdf', 'pdf'),
  other(`${opened}.wordprocessingml.document`, 'docx'),
  other(`${opened}.spreadsheetml.sheet`, 'xlsx'),
  other(`${opened}.presentationml.presentation`, 'pptx'),
  other('application/vnd.oasis.opendocument.text', 'odt'),
  other('application/vnd.oasis.opendocument.spreadsheet', 'ods'),
  other('application/vnd.oasis.opendocument.presentation', 'odp'),
  other('application/x-cfb', 'doc', 'xls', 'ppt', 'wps', 'et', 'dps', 'vsd'),
  other('audio/mpeg', 'mp3'),
  other('audio/wav', 'wav'),
  other('audio/amr', 'amr'),
  other('audio/ogg', 'ogg', 'oga'),
  other('audio/ogg; codecs=opus', 'opus', 'ogg'),
  other('audio/x-m4a', 'm4a'),
  other('audio/mp4', 'm4a', 'mp4'),
  other('audio/aac', 'aac'),
  other('video/mp4', 'mp4', 'm4v'),
  other('video/quicktime', 'mov'),
  other('video/webm', 'webm'),
  other('video/3gpp', '3gp'),
  other('video/vnd.avi', 'avi'),
];
const kinds = new Map(taken.map((kind) => [kind.mediaType, kind]));
const plain = other('text/plain', 'txt', 'csv', 'log', 'md', 'ini', 'cfg');

/**
 * The kind of a file, where it is one that is taken.
 * @param detected the media type that its bytes have, if they have one
 * @param beginning its first bytes, which are text or not
 */
export function kindOf(detected: string | undefined, beginning: Uint8Array): Kind | undefined {
  if (detected !== undefined) return kinds.get(detected);
  return isText(beginning) ? plain : undefined;
}

/** UTF-8 or GB 18030 without anything that no text has. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
      return true;
    } catch {
      return false;
    }
  });
}

const longest = 100;

/** A name to save it under: without folders and signs that hide what it is, with an extension of its kind. */
export function nameFor(told: string, { extensions }: Kind): string {
  const [first = 'bin'] = extensions;
  const clean = told
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/gu, '_')
    .replace(/^[\s.]+/u, '')
    .trimEnd();
  const dot = clean.lastIndexOf('.');
  const ending = dot < 0 ? '' : clean.slice(dot + 1).toLowerCase();
  const fits = extensions.includes(ending);
  const stem = Array.from(fits ? clean.slice(0, dot) : clean)
    .slice(0, longest)
    .join('');
  return `${stem === '' ? 'file' : stem}.${fits ? ending : first}`;
}
