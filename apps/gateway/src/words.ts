/** What the gateway's refusals say to a person. */
export const gatewayWords = {
  'sign-in-failed': { zh: '用户名或密码不正确。', en: 'Name or password is wrong.' },
  'demo-off': {
    zh: '演示登录未开启，或请求不是来自本机。',
    en: 'Demo sign-in is off, or the call came from another machine.',
  },
  'demo-person-unknown': { zh: '没有此角色的演示人员。', en: 'No demo person has this role.' },
} as const;
