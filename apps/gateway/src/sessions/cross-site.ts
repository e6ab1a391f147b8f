export interface UnsafeRequest {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly publicOrigin: string | undefined;
  /** Of the session; none where nobody is signed in, or where the request signs somebody in. */
  readonly expectedToken: string | undefined;
  readonly sentToken: string | undefined;
  readonly same: (a: string, b: string) => boolean;
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isUnsafe = (method: string): boolean => !safe.has(method);

/** Whether another site may have made this request with somebody's cookie. */
export function crossSiteFault(request: UnsafeRequest): 'origin-wrong' | 'csrf-token-wrong' | undefined {
  if (!isUnsafe(request.method)) return undefined;
  const { origin, host, publicOrigin, expectedToken, sentToken } = request;
  const ours = origin === undefined || origin === publicOrigin || (host !== undefined && hostOf(origin) === host);
  if (!ours) return 'origin-wrong';
  if (expectedToken === undefined) return undefined;
  return sentToken !== undefined && request.same(sentToken, expectedToken) ? undefined : 'csrf-token-wrong';
}

const hostOf = (origin: string): string | undefined => /^https?:\/\/([^/?#@\\]+)$/u.exec(origin)?.[1];
