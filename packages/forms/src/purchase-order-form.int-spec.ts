import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Language } from './paper.js';
import type { PurchaseOrderForm } from './purchase-order-form.js';
import { purchaseOrderForm } from './purchase-order-form.js';
import { draftedPurchase, receivedPurchase } from './testbed/purchases.js';
import { readPdf } from './testbed/read-pdf.js';

async function read(order: PurchaseOrderForm, language: Language) {
  const pdf = await readPdf(await purchaseOrderForm(order, { language, baseUrl: 'https://pledge.example.com/' }));
  return { ...pdf, squeezed: pdf.text.replace(/\s/gu, '') };
}

const said = [
  'PO-2026-0042',
  '苏州华东电子元件有限公司',
  '雨季前补库',
  'BP10031 读卡器',
  'RD-200',
  'BP10012 门禁电源模块',
  '¥9,120.00',
  '¥456.00',
  '¥23,712.00',
  '2026-11-27',
  '2026-11-28',
  'RD-24-00001 RD-24-00002',
  '程大勇 2026-11-22 09:05',
  '苏倩 2026-11-22 10:00',
  '吕国栋 2026-11-22 11:00',
  '何志远 2026-11-22 13:30',
  '苏倩 2026-11-22 14:00',
  '魏红 2026-11-27 10:20 浦东分库',
  'HGZ-2026-118',
  '程大勇 2026-11-28 09:40 工程车库',
  'HGZ-2026-119',
];

const labels: Record<Language, string[]> = {
  zh: [
    ...['维修备品采购单', '供应商', '金额', '申请事由', '拟单', '预计到货', '供应商确认到货', '备品名称', '型号'],
    ...['数量', '单价', '承诺供应', '合格', '拒收', '序列号', '申请', '订购', '签字', '验收入库'],
  ],
  en: [
    ...['Spare Part Purchase Order', 'Supplier', 'Amount', 'Reason', 'Drafted', 'Expected on', 'Confirmed for', 'Part'],
    ...['Model', 'Qty', 'Unit price', 'Promised by', 'Accepted', 'Rejected', 'Serial No.', 'Requested by'],
    ...['Ordered by', 'Signature', 'Received by'],
  ],
};

describe.each(['zh', 'en'] as const)('a purchase that came in, in %s', (language) => {
  let form: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    form = await read(receivedPurchase, language);
  });

  it('is one page of A4 with the font inside', () => {
    expect(form.pages).toEqual([{ width: 595.28, height: 841.89 }]);
    expect(form.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });
  it.each(said)('says %s', (value) => {
    expect(form.squeezed).toContain(value.replace(/\s/gu, ''));
  });
  it.each([...labels.zh, ...labels.en, '物资经理审批', 'Materials manager', '经理审批', 'Manager', '合格证'])(
    'has the label %s',
    (label) => {
      expect(form.squeezed).toContain(label.replace(/\s/gu, ''));
    },
  );
});

describe('a purchase order', () => {
  it('that is only drafted leaves blank boxes to be signed in', async () => {
    const { squeezed, pages } = await read(draftedPurchase, 'zh');
    expect(pages).toHaveLength(1);
    for (const label of labels.zh) expect(squeezed).toContain(label);
    expect(squeezed).toContain('审批Approvedby签字Signature');
    for (const word of ['null', 'undefined', 'NaN', '¥']) expect(squeezed).not.toContain(word);
  });
  it('that nobody asked for says that a shortage did', async () => {
    const byShortage = { ...draftedPurchase, reason: null, draftedBy: null };
    expect((await read(byShortage, 'zh')).squeezed).toContain('备件不足自动拟单');
    expect((await read(byShortage, 'en')).squeezed).toContain('Draftedbyashortage');
  });
  it('goes on to further pages without losing a line or a serial number', async () => {
    const lines = Array.from({ length: 50 }, (_, nth) => ({
      ...receivedPurchase.lines[0]!,
      name: `备件${String(nth).padStart(3, '0')}号`,
      serials: Array.from({ length: 4 }, (_each, piece) => `SN${String(nth)}-${String(piece)}`),
    }));
    const { squeezed, pages } = await read({ ...receivedPurchase, lines }, 'zh');
    expect(pages.length).toBeGreaterThan(1);
    expect(squeezed).toContain('维修备品采购单（续）PO-2026-0042');
    for (const { name, serials } of lines) {
      expect(squeezed).toContain(name);
      expect(squeezed).toContain(serials.join(''));
    }
  });
});
