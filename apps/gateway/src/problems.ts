const words = {
  'csrf-token-wrong': {
    status: 403,
    zh: ['请求未通过校验', '请刷新页面后重试。'],
    en: ['The request was not verified', 'Send the session’s token in `x-csrf-token`; reload the page and try again.'],
  },
  'origin-wrong': {
    status: 403,
    zh: ['请求来自其他网站', '请从本系统的页面操作。'],
    en: ['The request comes from another site', 'Only pages of this origin may do this.'],
  },
  'too-many-requests': {
    status: 429,
    zh: ['请求过于频繁', '请稍后再试。'],
    en: ['Too many requests', 'Wait a while and try again.'],
  },
  'too-many-attempts': {
    status: 429,
    zh: ['登录尝试过多', '请稍后再试。'],
    en: ['Too many attempts to sign in', 'Wait a while and try again.'],
  },
  'not-signed-in': {
    status: 401,
    zh: ['请先登录', '此操作需要登录。'],
    en: ['Please sign in', 'This needs somebody who signed in.'],
  },
  'not-found': {
    status: 404,
    zh: ['没有找到', '没有此记录，或者您无权查看。'],
    en: ['Not found', 'There is no such record, or it is not for you.'],
  },
  'address-malformed': {
    status: 400,
    zh: ['地址有误', '地址或查询参数含有不允许的字符，请更正后重试。'],
    en: ['The address is malformed', 'The path or a query parameter has characters that are not allowed.'],
  },
  'body-too-large': {
    status: 413,
    zh: ['内容过大', '内容不能超过 1 MB。'],
    en: ['The body is too large', 'A body may have 1 MB at most.'],
  },
  unavailable: {
    status: 503,
    zh: ['服务暂时不可用', '请稍后重试。'],
    en: ['Temporarily unavailable', 'Try again in a moment.'],
  },
  'department-away': {
    status: 503,
    zh: ['该部门的服务暂时不可用', '请稍后重试；使用同一幂等键重试不会重复提交。'],
    en: ['This department is away', 'Try again in a moment; the same idempotency key makes that harmless.'],
  },
} as const;

export type DoorCode = keyof typeof words;

export interface DoorProblem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: DoorCode;
}

/** RFC 9457, for what goes wrong at the door itself. */
export function doorProblem(code: DoorCode, language: 'zh' | 'en'): DoorProblem {
  const { status, [language]: said } = words[code];
  return { title: said[0], status, detail: said[1], code };
}
