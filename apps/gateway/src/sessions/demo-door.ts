export type DemoRule = 'off' | 'loopback' | 'published-on-loopback';

export interface Visitor {
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  /** Whether a proxy says it passed this on for somebody. */
  readonly forwarded: boolean;
}

/**
 * Who may sign in as a demo person. The name in `Host` keeps other sites out that point a name of theirs at this machine
 * (DNS rebinding); `published-on-loopback` is for a container, which sees its bridge's address instead of the caller's.
 */
export function opensDemoDoor(rule: DemoRule, { remoteAddress, host, forwarded }: Visitor): boolean {
  if (rule === 'off' || forwarded || !isLoopbackHost(host)) return false;
  return rule === 'published-on-loopback' || isLoopbackAddress(remoteAddress);
}

export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(address));

export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/iu.test(host);
