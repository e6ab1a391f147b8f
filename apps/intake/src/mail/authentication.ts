import type { Mail } from './mail.js';

const longest = 8_000;
const failing = /^(?:fail|softfail|permerror|hardfail)$/u;

/**
 * Whether a mail server of ours found that the mail does not come from whom it says (RFC 8601). Only a server whose name is trusted is
 * believed, and of what bears its name only the topmost: whatever a sender wrote there lies below.
 */
export function isForged({ headers }: Pick<Mail, 'headers'>, trusted: readonly string[]): boolean {
  for (const { key, value } of headers) {
    if (key !== 'authentication-results') continue;
    const [server = '', ...told] = withoutComments(value.slice(0, longest)).split(';');
    const name = /^\s*"?([^\s"]+)/u.exec(server)?.[1]?.toLowerCase() ?? '';
    if (trusted.includes(name)) return hasFailed(told);
  }
  return false;
}

/** DMARC decides where it was asked; else one of the others that passed is enough. */
function hasFailed(told: readonly string[]): boolean {
  const results = told.flatMap((one) => {
    const [, method = '', result = ''] = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/iu.exec(one) ?? [];
    return method === '' ? [] : [{ method: method.toLowerCase(), result: result.toLowerCase() }];
  });
  const of = (...methods: string[]) => results.filter(({ method }) => methods.includes(method));
  const [dmarc] = of('dmarc').filter(({ result }) => result === 'pass' || failing.test(result));
  if (dmarc) return dmarc.result !== 'pass';
  const others = of('spf', 'dkim');
  return !others.some(({ result }) => result === 'pass') && others.some(({ result }) => failing.test(result));
}

/** Comments may be in one another. */
function withoutComments(text: string): string {
  let [depth, kept] = [0, ''];
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += character;
  }
  return kept;
}
