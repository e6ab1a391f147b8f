/** What the refusals of parts say to a person. */
export const partsWords = {
  'part-already-catalogued': { zh: '该备件已在目录中。', en: 'The part is in the catalogue already.' },
  'stock-already-kept': { zh: '该备件在此库位已建账。', en: 'The part is kept at this place already.' },
  'stock-not-kept': { zh: '该库位没有此备件的账目。', en: 'The part is not kept at this place.' },
  'stock-too-large': { zh: '数量过大，请核对后重填。', en: 'No place holds that much. Check the quantity.' },
};
