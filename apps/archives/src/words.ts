/** What the archive's refusals say to a person. */
export const archivesWords = {
  'customer-already-on-file': { zh: '该客户已建档。', en: 'The customer is on file already.' },
  'customer-not-on-file': { zh: '没有此客户，请先建档。', en: 'There is no such customer on file.' },
  'site-already-on-file': { zh: '该现场已建档。', en: 'The site is on file already.' },
  'site-not-on-file': { zh: '没有此现场，请先建档。', en: 'There is no such site on file.' },
  'site-of-another-customer': { zh: '该现场属于其他客户。', en: 'The site belongs to another customer.' },
  'equipment-already-on-file': { zh: '该设备已建档。', en: 'The equipment is on file already.' },
};
