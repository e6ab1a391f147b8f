import { isVisible, withoutTurningSigns } from '@pledge/contracts/typed-text';

/** The longest that anybody wrote by hand, and then some; what is beyond it stays in the mailbox. */
export const mostCharacters = 50_000;

/**
 * Text as it can be kept and shown: one kind of line end, no signs that steer a terminal or turn the reading direction of what
 * follows. Marks that belong to a right-to-left script stay.
 */
export const cleaned = (told: string): string =>
  withoutTurningSigns(told.toWellFormed())
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}|[\ufeff\ufff9-\ufffb]/gu, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/(?<![ \t\u3000])[ \t\u3000]+$/gmu, '')
    .replaceAll(/\n{4,}/gu, '\n\n\n')
    .trim();

/** One line of it. */
export const oneLine = (told: string, most: number): string =>
  Array.from(cleaned(told).replaceAll(/\s+/gu, ' ')).slice(0, most).join('');

/** The name a sender gives themselves; null where nobody would see anything of it. */
export function nameTold(told: string, most: number): string | null {
  const name = oneLine(told, most);
  return isVisible(name) ? name : null;
}

/** At most so many characters, never half of one; tells whether something is missing. */
export function shortened(text: string, most = mostCharacters): { readonly text: string; readonly cut: boolean } {
  if (text.length <= most) return { text, cut: false };
  const characters = Array.from(text);
  return characters.length <= most ? { text, cut: false } : { text: characters.slice(0, most).join(''), cut: true };
}

/** Lines with which mail programs begin what is answered. */
const beginnings: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|originalnachricht|forwarded message|原始邮件|转发的邮件|回复的原邮件)\s*-{2,}$/iu,
  /^(?:on\s.{4,200}\swrote|am\s.{4,200}\sschrieb.{0,100})\s*[:：]$/iu,
  /^(?:在|于).{4,200}写道\s*[:：]$/u,
  /^.{2,200}(?:于|在)\s*\d{4}.{4,100}写道\s*[:：]$/u,
];
/** Outlook begins with headers: at least two of them in a row. */
const quotedHeader = /^(?:from|sent|to|subject|date|发件人|发送时间|发送日期|收件人|主题|日期)\s*[:：]\s*\S/iu;

const longestBeginning = 400;

/** What somebody wrote, and what they quoted below it; a mail that is nothing but quotation is taken as it is. */
export function separated(text: string): { readonly text: string; readonly quoted: string | null } {
  const lines = text.split('\n');
  const begin = lines.findIndex((line, at) => {
    const told = line.trim();
    if (told.length > longestBeginning) return false;
    return (
      beginnings.some((beginning) => beginning.test(told)) ||
      (quotedHeader.test(told) && quotedHeader.test(lines[at + 1]?.trim() ?? ''))
    );
  });
  const at = begin >= 0 ? begin : tailOf(lines);
  const own = lines.slice(0, at).join('\n').trim();
  const quoted = lines.slice(at).join('\n').trim();
  return own === '' || quoted === '' ? { text, quoted: null } : { text: own, quoted };
}

/** Where the last lines begin that all have a `>`. */
function tailOf(lines: readonly string[]): number {
  let at = lines.length;
  while (at > 0 && /^\s*(?:>|$)/u.test(lines[at - 1] ?? '')) at -= 1;
  return at;
}
