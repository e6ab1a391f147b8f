import type { Language } from './language.js';

export type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const titles = {
  malformed: { zh: '请求内容有误', en: 'The request is malformed' },
  'not-signed-in': { zh: '请先登录', en: 'Please sign in' },
  'signature-wrong': { zh: '签名无效', en: 'Wrong signature' },
  'signature-too-old': { zh: '签名已过期', en: 'Signed too long ago' },
  'not-found': { zh: '没有找到', en: 'Not found' },
  'method-not-allowed': { zh: '不支持此操作', en: 'Method not allowed' },
  'request-incomplete': { zh: '请求未发送完整', en: 'The request did not come whole' },
  'body-too-large': { zh: '内容过大', en: 'The body is too large' },
  'headers-too-large': { zh: '请求头过大', en: 'The headers are too large' },
  'media-type-not-supported': { zh: '不支持的内容类型', en: 'Media type not supported' },
  'address-too-long': { zh: '地址过长', en: 'The address is too long' },
  'stale-version': { zh: '记录已被更新', en: 'The record has changed' },
  'idempotency-key-reused': { zh: '幂等键已用于其他请求', en: 'Idempotency key reused' },
  'too-many-requests': { zh: '请求过于频繁', en: 'Too many requests' },
  unavailable: { zh: '服务暂时不可用', en: 'Temporarily unavailable' },
  internal: { zh: '服务器内部错误', en: 'Internal error' },
  refused: { zh: '当前不能这样做', en: 'Not possible now' },
} as const satisfies Words;

const details = {
  malformed: { zh: '请按 errors 中的说明更正后重试。', en: 'Correct what `errors` names and try again.' },
  'not-signed-in': { zh: '此操作需要登录。', en: 'This needs somebody who signed in.' },
  'signature-wrong': {
    zh: '签名与内容不符。请用双方约定的密钥对原始内容签名。',
    en: 'The signature does not fit the message: sign its bytes with the secret that was agreed.',
  },
  'signature-too-old': {
    zh: '签名时间与现在相差超过 5 分钟。请重新签名后再发。',
    en: 'It was signed more than five minutes from now: sign it anew and send it again.',
  },
  'not-found': { zh: '没有此记录，或者您无权查看。', en: 'There is no such record, or it is not for you.' },
  'method-not-allowed': { zh: '此地址不支持这种请求方法。', en: 'This address does not take this method.' },
  'request-incomplete': {
    zh: '请求没有及时收齐，未作处理。请重新发送。',
    en: 'It did not arrive whole in time and nothing was done: send it again.',
  },
  'body-too-large': { zh: '内容不能超过 1 MB。', en: 'A body may have 1 MB at most.' },
  'headers-too-large': { zh: '请减少请求头，例如 Cookie。', en: 'Send fewer or shorter headers, such as cookies.' },
  'media-type-not-supported': { zh: '请使用 application/json。', en: 'Send application/json.' },
  'address-too-long': { zh: '请缩短地址。', en: 'Shorten the address.' },
  'stale-version': {
    zh: '您看到的内容已被他人更新，最新内容见 current。',
    en: 'Somebody changed the record since you read it; `current` is how it is now.',
  },
  'idempotency-key-reused': {
    zh: '同一个幂等键之前用于内容不同的请求。',
    en: 'The same key came with something else before.',
  },
  'too-many-requests': { zh: '请稍后再试。', en: 'Wait a while and try again.' },
  unavailable: { zh: '请稍后重试。', en: 'Try again in a moment.' },
  internal: {
    zh: '我们已记录此错误，请凭编号联系我们。',
    en: 'It was recorded; quote the trace id when you ask about it.',
  },
} as const satisfies Words;

export type GeneralCode = keyof typeof details;
export const titleOf = (code: keyof typeof titles, language: Language): string => titles[code][language];
export const detailOf = (code: GeneralCode, language: Language): string => details[code][language];

const refusals = new Map<string, Readonly<Record<Language, string>>>([
  ['dead-letter-settled', { zh: '此消息已重试或已放弃。', en: 'It was retried or dropped before.' }],
]);

/** What a rule's refusal says to a person; services add theirs with `startService({ words })`. */
export const refusalWords = {
  add(words: Words): void {
    for (const [code, said] of Object.entries(words)) refusals.set(code, said);
  },
  of: (code: string, language: Language): string | undefined => refusals.get(code)?.[language],
};
