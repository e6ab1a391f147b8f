/** What support's refusals say to a person. */
export const supportWords = {
  'support-request-in-another-step': {
    zh: '该技术支持请求当前不在此步骤，请刷新后查看。',
    en: 'The support request is in another step.',
  },
  'article-withdrawn': { zh: '该资料已撤下，不能再修改。', en: 'The article was withdrawn and cannot be changed.' },
  'article-unknown': { zh: '没有这份资料。', en: 'There is no such article.' },
  'question-in-another-step': {
    zh: '该疑难问题当前不在此步骤，请刷新后查看。',
    en: 'The question is in another step.',
  },
  'not-your-department': { zh: '该问题转交给了其他部门。', en: 'Another department was asked.' },
  'ruling-stands': { zh: '经理已裁定由本部门答复，不能再退回。', en: 'The manager has ruled: it cannot be declined.' },
  'manager-rules': { zh: '已被退回两次，须由经理裁定。', en: 'It was declined twice: the manager rules.' },
  'declined-by-them': { zh: '该部门已退回过此问题，请转交其他部门。', en: 'That department has declined it.' },
  'own-answer': { zh: '答复人不能审核自己的答复。', en: 'Who answered does not review it.' },
  'not-accepted-by-you': {
    zh: '该请求由另一位技术支持工程师受理，应由其答复。',
    en: 'Another support engineer has taken it up and is to answer.',
  },
};
