import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DispatchOrderForm } from './dispatch-order-data.js';
import { dispatchOrderForm } from './dispatch-order-form.js';
import type { Language } from './paper.js';
import { closedOrder, openOrder } from './testbed/orders.js';
import { pngUrl } from './testbed/png.js';
import { readPdf } from './testbed/read-pdf.js';

async function read(order: DispatchOrderForm, language: Language) {
  const pdf = await readPdf(await dispatchOrderForm(order, { language, baseUrl: 'https://pledge.example.com/' }));
  return { ...pdf, squeezed: pdf.text.replace(/\s/gu, '') };
}

const said = [
  'DO-20261122-0007',
  'FR-20261122-0012',
  '上海临港数据科技有限公司',
  '临港数据中心二期',
  '上海市浦东新区海洋一路 88 号 3 号楼',
  '王敏 138****0001',
  '门禁控制主机 AC-4800',
  'AC48-2024-00931',
  '主机反复重启，读卡无响应',
  '已断电重启两次',
  '电源模块老化',
  '3 号楼一层弱电间',
  '门禁电源模块 PS-1250A × 2',
  '门禁电源模块 PS-1250A × 1',
  '张伟国 13800020001',
  '冯立军 2026-11-22 09:10',
  '备件在途，先行到场排查',
  '2026-11-22 09:05',
  '2026-11-22 09:20',
  '2026-11-22 10:00',
  '2026-11-22 09:55',
  '2026-11-22 10:40',
  '2026-11-22 10:45',
  '2026-11-22 13:05',
  '2026-11-22 17:05',
  '更换电源模块，重启后观察十分钟正常',
  '冯立军 2026-11-22 11:00',
];

const labels: Record<Language, string[]> = {
  zh: [
    ...[
      '故障处理派工单',
      '故障原因',
      '性质',
      '类别',
      '位置',
      '应携带备品备件',
      '仪器工具',
      '行为规范',
      '预计到达',
      '实际到达',
    ],
    ...[
      '具体处理措施',
      '完成时间',
      '用户签名',
      '签名人',
      '请求编号',
      '序列号',
      '影响程度',
      '用户已处理措施',
      '保修状态',
    ],
  ],
  en: [
    ...[
      'Fault Dispatch Order',
      'Cause',
      'Nature',
      'Category',
      'Location',
      'Spare parts to carry',
      'Instruments, tools',
    ],
    ...[
      'Conduct',
      'Expected arrival',
      'Actual arrival',
      'Measures taken',
      'Completed at',
      "User's signature",
      'Signed by',
    ],
    ...['Request No.', 'Serial No.', 'Impact', 'Done by the user', 'Warranty'],
  ],
};

describe.each(['zh', 'en'] as const)('the finished form in %s', (language) => {
  let form: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    form = await read(closedOrder, language);
  });

  it('is one page of A4 with the font inside', () => {
    expect(form.pages).toEqual([{ width: 595.28, height: 841.89 }]);
    expect(form.fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/u, '+')).sort()).toEqual([
      '+NotoSansSC-Bold',
      '+NotoSansSC-Regular',
    ]);
    expect(form.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });
  it.each(said)('says %s', (value) => {
    expect(form.squeezed).toContain(value.replace(/\s/gu, ''));
  });
  it.each([...labels.zh, ...labels.en])('has the label %s', (label) => {
    expect(form.squeezed).toContain(label.replace(/\s/gu, ''));
  });
  it('says the codes in words', () => {
    const words = {
      zh: [
        '已关闭',
        '设备',
        '门禁',
        '部分功能',
        '保修期内',
        '免费',
        '√佩带公司标志',
        '√着装整洁',
        '×室内鞋套',
        '√清理现场',
      ],
      en: [
        'Closed',
        'Equipment',
        'Access control',
        'Some functions',
        'In warranty',
        'free of charge',
        '√ Badge worn',
        '× Shoe covers indoors',
      ],
    };
    for (const word of words[language]) expect(form.squeezed).toContain(word.replace(/\s/gu, ''));
    expect(form.squeezed).toContain(language === 'zh' ? '万用表、网线测试仪' : '万用表,网线测试仪');
  });
  it('draws the signature, and the QR code, in ink that shows without colour', async () => {
    const signed = form.ink([130, 640, 165, 80]);
    const qr = form.ink([480, 30, 85, 70]);
    const unsigned = await read({ ...closedOrder, drawing: null }, language);
    expect(signed).toBeGreaterThan(unsigned.ink([130, 640, 165, 80]) + 80);
    expect(qr).toBeGreaterThan(1_000);
  });
});

describe('a form', () => {
  it('leaves blank boxes for what is not known yet', async () => {
    const { squeezed, pages } = await read(openOrder, 'zh');
    expect(pages).toHaveLength(1);
    for (const label of labels.zh) expect(squeezed).toContain(label);
    expect(squeezed).toContain('□佩带公司标志□着装整洁□室内鞋套□清理现场');
    for (const word of ['null', 'undefined', 'NaN', '√', '×']) expect(squeezed).not.toContain(word);
  });
  it('goes on to further pages under a header of its own, without losing a word', async () => {
    const lines = Array.from({ length: 200 }, (_, line) => `第${String(line).padStart(3, '0')}步检查完毕`);
    const { squeezed, pages } = await read(
      { ...closedOrder, measures: { ...closedOrder.measures!, content: lines.join('\n') } },
      'zh',
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(squeezed).toContain('故障处理派工单（续）DO-20261122-0007');
    for (const line of lines) expect(squeezed).toContain(line);
  });
  it('breaks a word that is longer than its box', async () => {
    const word = `https://example.com/${'x1'.repeat(150)}`;
    const { squeezed } = await read({ ...closedOrder, cause: word }, 'en');
    expect(squeezed.replace(/原因|Cause|故障/gu, '')).toContain(word);
  });
  it('marks what the font does not hold and says so below', async () => {
    const { squeezed } = await read(
      { ...closedOrder, description: '𠮷野家门禁😀', signature: { signedBy: '𠮷田', signedAt: closedOrder.closedAt! } },
      'zh',
    );
    expect(squeezed).toContain('〓野家门禁〓');
    expect(squeezed).toContain('〓田');
    expect(squeezed).toMatch(/〓表示字库中没有的字，原文见系统：U\+1F600,U\+20BB7/u);
  });
  it('takes a PNG as a signature, and says where one cannot be printed', async () => {
    const dark = Buffer.from(
      Array.from({ length: 161 * 20 }, (_, at) => (at % 161 === 0 ? 0 : (at % 161) % 4 === 0 ? 255 : 0)),
    );
    const png = await read({ ...closedOrder, drawing: pngUrl({ pixels: dark }) }, 'zh');
    expect(png.ink([130, 640, 165, 80])).toBeGreaterThan(300);
    const broken = await read({ ...closedOrder, drawing: pngUrl({ pixels: Buffer.alloc(3) }) }, 'zh');
    expect(broken.squeezed).toContain('签名图形无法打印');
  });
  it('is made for many at once', async () => {
    const forms = await Promise.all(
      Array.from({ length: 4 }, () =>
        dispatchOrderForm(closedOrder, { language: 'zh', baseUrl: 'http://127.0.0.1:8080' }),
      ),
    );
    expect(new Set(forms.map(({ length }) => length > 20_000))).toEqual(new Set([true]));
  });
});
