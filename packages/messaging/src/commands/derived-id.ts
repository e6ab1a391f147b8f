import { createHash } from 'node:crypto';

/**
 * An id that follows from a seed, in the form of a UUID of version 7: whoever asks again gets the same.
 * @param at the moment it carries, RFC 3339
 */
export function derivedId(at: string, ...seed: readonly string[]): string {
  const hash = createHash('sha256').update(seed.join('\n')).digest('hex');
  const time = Date.parse(at).toString(16).padStart(12, '0');
  const variant = ((parseInt(hash.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}
