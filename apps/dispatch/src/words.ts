/** What a refusal of this department says to a person. */
export const words = {
  'order-in-another-step': {
    zh: '派工单处于其他环节，请刷新后按当前环节处理。',
    en: 'The order is in another step; look at it again and go on from there.',
  },
  'engineer-unknown': { zh: '值班名册上没有这位工程师。', en: 'No such engineer is on the roster.' },
  'occurred-in-future': { zh: '发生时间不能晚于现在。', en: 'It cannot have happened later than now.' },
  'occurred-out-of-order': {
    zh: '发生时间不能早于上一环节。',
    en: 'It cannot have happened before the step that precedes it.',
  },
  'no-exception-needed': {
    zh: '备品备件已备齐或例外已签发，无需再签例外。',
    en: 'Everything is set aside, or an exception is signed already.',
  },
  'parts-not-set-aside': {
    zh: '应携带的备品备件尚未备齐，不能出发；如需先行出发，请派工员签发例外。',
    en: 'The parts to carry are not set aside yet; a dispatcher may sign an exception.',
  },
  'expected-arrival-in-past': {
    zh: '预计到达时间不能早于出发时间。',
    en: 'The expected arrival lies before the departure.',
  },
  'site-not-cleaned': {
    zh: '请先清理现场，再填写处理措施。',
    en: 'Clean the site up first; then the work counts as done.',
  },
  'completed-in-future': { zh: '完成时间不能晚于现在。', en: 'It cannot be complete later than now.' },
  'completed-before-arrival': { zh: '完成时间不能早于到达时间。', en: 'It cannot be complete before the arrival.' },
  'signature-not-an-image': {
    zh: '签名不是手写图形，请重新签名。',
    en: 'The signature is not a drawing; please sign again.',
  },
  'signature-has-no-ink': {
    zh: '签名框内看不到签名，请重新签名。',
    en: 'No signature can be seen in the frame; please sign again.',
  },
  'order-not-signed': { zh: '用户尚未签认，不能关闭。', en: 'The user has not signed, so it cannot be closed.' },
  'closer-did-the-work': { zh: '不能关闭自己处理的派工单。', en: 'Nobody closes their own work.' },
} as const;
