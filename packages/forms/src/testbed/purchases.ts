import type { PurchaseOrderForm } from '../purchase-order-form.js';

const line = {
  code: 'BP10031',
  name: '读卡器',
  model: 'RD-200',
  quantity: 2,
  unitPrice: null,
  received: 0,
  rejected: 0,
  serials: [],
  dueAt: null,
};

/** As it stands right after it was asked for. */
export const draftedPurchase: PurchaseOrderForm = {
  id: '01990000-0201-7000-8000-000000000001',
  number: 'PO-2026-0042',
  reason: '雨季前补库',
  lines: [line, { ...line, code: 'BP10012', name: '门禁电源模块', model: 'PS-1250A', quantity: 12 }],
  supplier: null,
  amount: null,
  expectedOn: null,
  confirmedOn: null,
  draftedBy: { name: '程大勇' },
  draftedAt: '2026-11-22T01:05:00.000Z',
  submittedBy: null,
  submittedAt: null,
  approvals: [],
  orderedBy: null,
  orderedAt: null,
  receipts: [],
};

const dueAt = '2026-11-27T10:00:00.000Z';

/** Approved twice, because it is dear, and received in two deliveries. */
export const receivedPurchase: PurchaseOrderForm = {
  ...draftedPurchase,
  lines: draftedPurchase.lines.map((one, nth) =>
    nth === 0
      ? { ...one, unitPrice: 912_000, received: 2, serials: ['RD-24-00001', 'RD-24-00002'], dueAt }
      : { ...one, unitPrice: 45_600, received: 12, rejected: 1, dueAt },
  ),
  supplier: { name: '苏州华东电子元件有限公司' },
  amount: 2_371_200,
  expectedOn: '2026-11-27',
  confirmedOn: '2026-11-28',
  submittedBy: { name: '苏倩' },
  submittedAt: '2026-11-22T02:00:00.000Z',
  approvals: [
    { by: { name: '吕国栋' }, role: 'materials-manager', at: '2026-11-22T03:00:00.000Z' },
    { by: { name: '何志远' }, role: 'manager', at: '2026-11-22T05:30:00.000Z' },
  ],
  orderedBy: { name: '苏倩' },
  orderedAt: '2026-11-22T06:00:00.000Z',
  receipts: [
    { by: { name: '魏红' }, at: '2026-11-27T02:20:00.000Z', place: '浦东分库', certificate: 'HGZ-2026-118' },
    { by: { name: '程大勇' }, at: '2026-11-28T01:40:00.000Z', place: '工程车库', certificate: 'HGZ-2026-119' },
  ],
};
