const ofRequest = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'tracestate',
  'user-agent',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
  'x-pledge-identity',
]);

const ofReply = new Set([
  'accept-ranges',
  'allow',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-security-policy',
  'content-type',
  'etag',
  'last-modified',
  'location',
  'retry-after',
  'vary',
  'www-authenticate',
]);

const only = <Value>(names: ReadonlySet<string>, headers: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(headers).filter(([name, value]) => value !== undefined && names.has(name)));

/** What of a request is a department's business: no cookie, no token of ours but who is calling. */
export const requestHeaders = <Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> =>
  only(ofRequest, headers);

/** What of a department's answer is the caller's business. */
export const replyHeaders = <Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> =>
  only(ofReply, headers);
