import { convert } from 'html-to-text';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { createHash } from 'node:crypto';
import { cleaned, nameTold, oneLine, separated, shortened } from './body.js';
import { addressOf, sourceKeyOf } from './mail.js';
import type { Mail } from './mail.js';

export interface ReadMail {
  readonly mail: Mail;
  readonly files: readonly { readonly name: string; readonly content: Uint8Array<ArrayBuffer> }[];
  /** What of it was not read, and why. */
  readonly left: readonly Left[];
  /** Its message id and what it says: a message id that a careless device gives to every mail loses none of them. */
  readonly sourceKey: string;
}
export interface Left {
  readonly name: string;
  readonly reason: 'too-long' | 'too-many' | 'too-deep' | 'too-slow' | 'too-much' | 'unreadable';
}

/** Above it a mail is read from its beginning only; the whole of it stays in the mailbox. */
export const mostMailBytes = 36 * 1024 * 1024;
/** Nobody writes so many, and quotes them. */
const mostLines = 60_000;
/** In lines of 76 it is more than the bytes above. */
const mostEncodedLines = 600_000;
/** Tags in one another cost the square of their number. */
const mostHtml = 200_000;
/** Each begins with two dashes, as few other lines do. */
const mostParts = 2_000;
const mostPlain = 1_000_000;
const mostFiles = 20;
const mostHeaders = 500;
const headBytes = 128 * 1024;
const bounds = { maxNestingDepth: 40, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 2 };

/** Reads a raw mail (RFC 5322); whatever it is, something comes of it. It may take long: `MailReader` does it beside the event loop. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const most = beginningOf(raw);
  try {
    return keyed(read(await PostalMime.parse(raw.subarray(0, most), bounds), most < raw.length), raw);
  } catch {
    return readHead(raw);
  }
}

type Unkeyed = Omit<ReadMail, 'sourceKey'>;

function keyed(read: Unkeyed, raw: Uint8Array): ReadMail {
  const hash = createHash('sha256');
  const { messageId, from, subject, text, quoted } = read.mail;
  if (messageId === null || read.left.some(isWhole)) hash.update(raw);
  else hash.update(JSON.stringify([from, subject, text, quoted]));
  for (const { name, content } of read.files) hash.update(name).update(content);
  return { ...read, sourceKey: sourceKeyOf(messageId, hash.digest('hex').slice(0, 24)) };
}

/** Whether nothing but the headers could be read. */
export const isWhole = ({ name, reason }: Left): boolean =>
  name === '' && (reason === 'too-deep' || reason === 'too-slow' || reason === 'too-much' || reason === 'unreadable');

/** Each line costs the parser time and memory, however short it is; those of encoded files cost the least. */
function beginningOf(raw: Uint8Array): number {
  const most = Math.min(raw.length, mostMailBytes);
  let [begin, lines, encoded, parts] = [0, 0, 0, 0];
  while (lines < mostLines && encoded < mostEncodedLines && parts < mostParts) {
    const end = raw.indexOf(0x0a, begin);
    if (end < 0 || end >= most) return most;
    if (end - begin >= 60 && places.every((place) => isBase64(raw[begin + place] ?? 0))) encoded += 1;
    else lines += 1;
    if (raw[begin] === dash && raw[begin + 1] === dash) parts += 1;
    begin = end + 1;
  }
  return begin;
}

const dash = 0x2d;
const places = [0, 11, 23, 37, 48, 59];
const isBase64 = (byte: number) =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x2f && byte <= 0x39) || byte === 0x2b;

/** Of what is nested too deep or is no mail at all the headers are read, as far as there are any. */
export async function readHead(raw: Uint8Array, why?: Left['reason']): Promise<ReadMail> {
  const text = Buffer.from(raw.subarray(0, headBytes)).toString('latin1');
  const end = /\r?\n\r?\n/u.exec(text)?.index ?? text.length;
  const head = text
    .slice(0, end)
    .split(/\r?\n(?![ \t])/u)
    .filter((line) =>
      /^(?:from|subject|message-id|in-reply-to|references|date|received|auto-submitted|return-path):/iu.test(line),
    )
    .slice(0, mostHeaders)
    .join('\r\n');
  const parsed = await PostalMime.parse(Buffer.from(`${head}\r\n\r\n`, 'latin1'), bounds).catch(() => undefined);
  const { mail } = read(parsed ?? { headers: [], headerLines: [], attachments: [] }, false);
  const reason = why ?? (parsed ? 'too-deep' : 'unreadable');
  return keyed({ mail, files: [], left: [{ name: '', reason }] }, raw);
}

function read(parsed: Email, partial: boolean): Unkeyed {
  const plain = cleaned((parsed.text ?? '').slice(0, mostPlain));
  const html = (parsed.html ?? '').replaceAll(/data:[^"'\s>]{100,}/gu, '');
  const { text: whole, cut } = shortened(plain === '' ? textOf(html.slice(0, mostHtml)) : plain);
  const long = cut || (plain === '' ? html.length > mostHtml : (parsed.text ?? '').length > mostPlain);
  const { from } = parsed;
  const sender = from?.address === undefined ? from?.group[0] : from;
  const left: Left[] = [];
  if (partial || long) left.push({ name: '', reason: 'too-long' });
  const files = parsed.attachments.map(({ filename, content }, at) => ({
    name: filename ?? `附件-${String(at + 1)}`,
    content: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer),
  }));
  for (const [at, { rfc822DepthExceeded }] of parsed.attachments.entries()) {
    if (rfc822DepthExceeded) left.push({ name: oneLine(files[at]?.name ?? '', 80), reason: 'too-deep' });
  }
  for (const { name } of files.slice(mostFiles)) left.push({ name: oneLine(name, 80), reason: 'too-many' });
  return {
    mail: {
      messageId: idsIn(parsed.messageId)[0] ?? null,
      inReplyTo: idsIn(parsed.inReplyTo),
      references: idsIn(parsed.references),
      from: { name: nameTold(sender?.name ?? '', 60), email: addressOf(sender?.address) },
      subject: oneLine(parsed.subject ?? '', 200) || null,
      ...separated(whole),
      headers: parsed.headers.slice(0, mostHeaders).map(({ key, value }) => ({ key, value })),
    },
    files: files.slice(0, mostFiles),
    left: left.slice(0, mostFiles),
  };
}

const idsIn = (header: string | undefined): string[] =>
  (header ?? '').match(/<[^<>\s\p{Cc}]{1,250}>/gu)?.slice(-100) ?? [];

/** What HTML says, without markup, pictures and addresses of links. */
function textOf(html: string): string {
  const skipped = ['img', 'style', 'script', 'head', 'noscript', 'template', 'svg', 'iframe', 'object'];
  return cleaned(
    convert(html, {
      wordwrap: false,
      preserveNewlines: false,
      limits: { maxDepth: 60, maxChildNodes: 20_000, ellipsis: '…' },
      selectors: [
        { selector: 'a', options: { ignoreHref: true } },
        ...skipped.map((selector) => ({ selector, format: 'skip' })),
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
        { selector: 'blockquote', options: { trimEmptyLines: true } },
      ],
    }),
  );
}
