/** What support's refusals say to a person. */
export const supportWords = {
  'support-request-in-another-step': {
    zh: '该技术支持请求当前不在此步骤，请刷新后查看。',
    en: 'The support request is in another step.',
  },
  'article-withdrawn': { zh: '该资料已撤下，不能再修改。', en: 'The article was withdrawn and cannot be changed.' },
  'not-accepted-by-you': {
    zh: '该请求由另一位技术支持工程师受理，应由其答复。',
    en: 'Another support engineer has taken it up and is to answer.',
  },
};
