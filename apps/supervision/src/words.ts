/** What supervision's refusals say to a person. */
export const supervisionWords = {
  'promise-cannot-pause': { zh: '此承诺不允许暂停计时。', en: 'This promise has no lawful pause.' },
  'promise-not-running': { zh: '该时钟未在运行，不能暂停。', en: 'The clock does not run, so it cannot be paused.' },
  'promise-not-paused': { zh: '该时钟未暂停。', en: 'The clock does not stand still.' },
};
