/** What intake's refusals say to a person. */
export const intakeWords = {
  'qr-token-unknown': {
    zh: '没有设备使用此二维码标签，请检查标签或致电服务热线。',
    en: 'No equipment carries this label. Check it, or call the hotline.',
  },
  'qr-token-required': {
    zh: '未登录时请扫描设备上的二维码报修。',
    en: 'Without signing in, report by the label on the equipment.',
  },
  'customer-required': {
    zh: '请选择客户和现场，或提供设备二维码。',
    en: 'Choose the customer and the site, or give the label of the equipment.',
  },
  'customer-unknown': { zh: '没有此客户，请重新选择。', en: 'There is no such customer. Choose again.' },
  'site-unknown': { zh: '没有此现场，请重新选择。', en: 'There is no such site. Choose again.' },
  'site-not-of-customer': { zh: '该现场不属于所选客户。', en: 'The site belongs to another customer.' },
  'equipment-unknown': {
    zh: '没有此设备，请重新选择或留空。',
    en: 'There is no such equipment. Choose again, or leave it out.',
  },
  'equipment-not-at-site': { zh: '该设备不在所选现场。', en: 'The equipment stands at another site.' },
  'received-in-future': { zh: '接报时间不能晚于现在。', en: 'A report cannot have reached us later than now.' },
  'received-too-long-ago': {
    zh: '接报时间不能早于 7 天前。',
    en: 'A report cannot be entered more than 7 days after it reached us.',
  },
  'occurred-after-received': {
    zh: '发生时间不能晚于接报时间。',
    en: 'A fault cannot have occurred after it was reported.',
  },
  'category-required': {
    zh: '请说明故障类别，或选择设备。',
    en: 'Say what the fault is about, or choose the equipment.',
  },
  'envelope-unknown': { zh: '没有此来件，请刷新后重试。', en: 'There is no such envelope. Reload and try again.' },
  'envelope-settled': {
    zh: '此来件已有处理结果，不能再次处理。',
    en: 'The envelope has its outcome already; it cannot have a second one.',
  },
  'envelope-taken': { zh: '已有同事在处理此来件。', en: 'A colleague has taken this envelope.' },
  'request-unknown': { zh: '没有此请求，请重新选择。', en: 'There is no such request. Choose again.' },
  'other-customer': {
    zh: '该请求属于另一用户单位，不能并入。',
    en: 'The request belongs to another customer; nothing is joined across customers.',
  },
  'note-required': { zh: '请填写说明。', en: 'Say why, in a few words.' },
  'request-already-answered': { zh: '该请求已答复用户。', en: 'The user was answered before.' },
  'request-closed': { zh: '该请求已关闭。', en: 'The request is closed.' },
  'twin-not-open': {
    zh: '该请求已不再处理中，不能并入，请刷新后重试。',
    en: 'The request to join is not open any more. Reload and try again.',
  },
  'desk-decides': {
    zh: '是否为同一故障由服务热线判断。',
    en: 'Whether it is the same fault is decided by the hotline.',
  },
  'request-not-joined': { zh: '该报修没有并入其他请求。', en: 'The report is not joined to another request.' },
  'request-not-resolved': {
    zh: '故障尚未处理完毕，还不能确认。',
    en: 'The fault is not repaired yet; nobody can say that it works.',
  },
  'request-not-answered': { zh: '尚未答复用户，还不能确认。', en: 'The user has not been answered yet.' },
  'question-open': { zh: '问题仍由其他部门处理，尚未答复。', en: 'The question is still with a department.' },
  'request-not-taken': { zh: '没有人在处理该请求。', en: 'Nobody has taken the request.' },
  'not-a-fault': { zh: '只有故障请求才有这些事实。', en: 'Only a fault has these facts.' },
  'not-answered-yet': {
    zh: '请先给出首次答复，响应时钟才会停止。',
    en: 'Give the first answer first: it stops the clock.',
  },
  'no-address': { zh: '没有用户的电子邮箱。', en: 'We have no e-mail address of the user.' },
  'clarification-unknown': { zh: '没有此问题，请刷新后重试。', en: 'There is no such question. Reload and try again.' },
  'clarification-answered': { zh: '此问题已回答。', en: 'The question was answered before.' },
  'told-time-past': { zh: '答应用户的时间必须晚于现在。', en: 'The time the user was told lies in the past.' },
  'promise-unknown': { zh: '没有此口头承诺。', en: 'There is no such promise.' },
  'promise-over': { zh: '该口头承诺已兑现。', en: 'The promise was kept before.' },
  'draft-too-large': { zh: '草稿内容过大，最多 64 KB。', en: 'A draft has at most 64 KB.' },
  'unknown-variable': {
    zh: '模板中有系统不认识的变量，请从列表中选择。',
    en: 'The text names a variable that no request has. Choose from the list.',
  },
  'variables-differ': {
    zh: '中文和英文必须使用相同的变量。',
    en: 'Both languages need the same variables.',
  },
  'shift-ends-before-start': { zh: '班次的结束时间必须晚于开始时间。', en: 'A shift ends after it starts.' },
  'shift-too-long': { zh: '一个班次最长 24 小时。', en: 'A shift has at most 24 hours.' },
  'person-in-two-shifts': {
    zh: '同一人不能同时是两个班次的第一值班人。',
    en: 'Somebody is first in two shifts at once.',
  },
  'shift-past': { zh: '已结束或已交接的班次不能再改。', en: 'A shift that is over or was handed over is not changed.' },
  'shift-unknown': { zh: '该班次已从值班表中取消。', en: 'The shift was taken out of the roster.' },
  'shifts-planned': { zh: '这些班次已排入值班表。', en: 'These shifts are in the roster already.' },
  'not-in-shift': {
    zh: '只有本班次的当班人员、且班次开始后才能交班。',
    en: 'Only who is in the shift hands it over, once it has begun.',
  },
  'person-unknown': { zh: '下一班次没有此人。', en: 'The next shift has no such person.' },
  'shift-handed-over': { zh: '该班次已交接。', en: 'The shift was handed over before.' },
  'attachment-unknown': {
    zh: '没有此文件，或已用于另一来件，请重新上传。',
    en: 'There is no such file, or it is used already. Upload it again.',
  },
  'file-too-large': { zh: '文件过大，最多 25 MB。', en: 'A file has at most 25 MB.' },
  'file-empty': { zh: '文件为空。', en: 'The file is empty.' },
  'file-kind-not-allowed': {
    zh: '不接受此类文件。可上传图片、PDF、办公文档、文本、音频和视频。',
    en: 'This kind of file is not taken: pictures, PDF, office documents, text, audio and video are.',
  },
  'image-too-large': { zh: '图片像素过多，最多 6400 万像素。', en: 'The picture has more than 64 million pixels.' },
  'signature-wrong': { zh: '签名与内容不符或已过期。', en: 'The signature does not fit the message, or is too old.' },
  'called-in-future': { zh: '通话时间不能晚于现在。', en: 'The event lies in the future.' },
};
