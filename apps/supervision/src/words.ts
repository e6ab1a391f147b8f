/** What supervision's refusals say to a person. */
export const supervisionWords = {
  'promise-cannot-pause': { zh: '此承诺不允许暂停计时。', en: 'This promise has no lawful pause.' },
  'promise-not-running': { zh: '该时钟未在运行，不能暂停。', en: 'The clock does not run, so it cannot be paused.' },
  'promise-not-paused': { zh: '该时钟未暂停。', en: 'The clock does not stand still.' },
  'matter-in-another-step': {
    zh: '该事项当前不在此步骤，请刷新后查看。',
    en: 'The complaint or suggestion is in another step.',
  },
  'declined-before': {
    zh: '该事项此前已退回过一次，再次转来时必须受理。',
    en: 'It was declined before; the second time it is accepted.',
  },
  'own-matter': { zh: '投诉对象是您本人，须由他人处理。', en: 'The complaint is about you; somebody else settles it.' },
};
