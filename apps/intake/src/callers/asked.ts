/** What somebody typed to find a caller, and what it may be. */
export interface Asked {
  /** Digits alone, where it is written as a number is: a phone, or the end of one. */
  readonly figures: string | null;
  /** The letters and digits of a serial number. */
  readonly serial: string | null;
  /** Pinyin initials. */
  readonly initials: string | null;
  /** The end of a request's number, as it is stored. */
  readonly number: string | null;
  readonly email: string | null;
}

/** One thing may be several: `0042` ends a phone as well as a request's number. */
export function askedOf(typed: string): Asked {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const bare = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const digits = /^\+?[\d\s().\u2010-\u2015-]+$/u.test(text) ? bare : null;
  return {
    figures: digits !== null && digits.length >= 3 ? digits : null,
    serial: bare.length >= 3 && /\d/u.test(bare) && !/\s/u.test(text) ? bare : null,
    initials: /^[a-z][a-z0-9]+$/u.test(text) ? text : null,
    number: numberOf(text),
    email: /^[a-z0-9._%+@-]{3,}$/u.test(text) && /[a-z@]/u.test(text) ? text : null,
  };
}

/** `FR-20261125-0042`, `20261125-0042`, `202611250042` and `0042` end the same number. */
function numberOf(text: string): string | null {
  const compact = text.replaceAll(/\s/gu, '').toUpperCase();
  const [, head = '', day, serial] = /^([A-Z]{2}-?)?(\d{8})-?(\d{4,})$/u.exec(compact) ?? [];
  if (day !== undefined && serial !== undefined) return `${head && `${head.slice(0, 2)}-`}${day}-${serial}`;
  return /^\d{4,8}$/u.test(compact) ? compact : null;
}
