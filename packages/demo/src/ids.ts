const kinds = {
  customer: '0001',
  contact: '0002',
  site: '0003',
  equipment: '0004',
  engineer: '0005',
  place: '0006',
  part: '0007',
  stock: '0008',
  person: '0009',
  'answer-template': '0010',
  article: '0011',
  supplier: '0012',
} as const;

/** The same id at every start: a UUID of version 7's form whose middle names the kind and whose end counts. */
export const demoId = (kind: keyof typeof kinds, count: number): string =>
  `01990000-${kinds[kind]}-7000-8000-${count.toString(16).padStart(12, '0')}`;
