import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DispatchOrderForm } from './dispatch-order-data.js';
import { dispatchOrderForm } from './dispatch-order-form.js';
import type { Language } from './paper.js';
import { closedOrder, openOrder } from './testbed/orders.js';
import { pngUrl } from './testbed/png.js';

// Needs poppler-utils (pdftotext, pdftoppm, pdfinfo): a form is read back by a program that had no part in making it.
const folder = mkdtempSync(join(tmpdir(), 'pledge-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (program: string, ...given: string[]): string => execFileSync(program, given, { encoding: 'utf8' });

async function read(order: DispatchOrderForm, language: Language) {
  const pdf = await dispatchOrderForm(order, { language, baseUrl: 'https://pledge.example.com/' });
  const file = join(folder, 'form.pdf');
  writeFileSync(file, pdf);
  const text = run('pdftotext', '-layout', file, '-').replace(/[ \t]+/gu, ' ');
  const details = run('pdfinfo', file);
  return { pdf, file, text, squeezed: text.replace(/\s/gu, ''), details };
}

/** How much of the first page is ink, seen in grey. */
function ink(file: string, box: readonly [x: number, y: number, width: number, height: number]): number {
  const [x, y, width, height] = box.map(String) as [string, string, string, string];
  const out = join(folder, 'page');
  run(
    'pdftoppm',
    '-gray',
    '-r',
    '72',
    '-f',
    '1',
    '-l',
    '1',
    '-x',
    x,
    '-y',
    y,
    '-W',
    width,
    '-H',
    height,
    '-singlefile',
    file,
    out,
  );
  const image = readFileSync(`${out}.pgm`);
  const pixels = image.subarray(image.length - Number(width) * Number(height));
  return pixels.reduce((dark, grey) => dark + (grey < 128 ? 1 : 0), 0);
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
    expect(form.details).toMatch(/Page size:.*A4/u);
    expect(form.details).toMatch(/Pages:\s+1\n/u);
    const fonts = run('pdffonts', form.file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/NotoSansSC.* yes yes yes /u);
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
    const signed = ink(form.file, [130, 640, 165, 80]);
    const qr = ink(form.file, [480, 30, 85, 70]);
    const unsigned = await read({ ...closedOrder, drawing: null }, language);
    expect(signed).toBeGreaterThan(ink(unsigned.file, [130, 640, 165, 80]) + 80);
    expect(qr).toBeGreaterThan(1_000);
  });
});

describe('a form', () => {
  it('leaves blank boxes for what is not known yet', async () => {
    const { squeezed, details } = await read(openOrder, 'zh');
    expect(details).toMatch(/Pages:\s+1\n/u);
    for (const label of labels.zh) expect(squeezed).toContain(label);
    expect(squeezed).toContain('□佩带公司标志□着装整洁□室内鞋套□清理现场');
    for (const word of ['null', 'undefined', 'NaN', '√', '×']) expect(squeezed).not.toContain(word);
  });
  it('goes on to further pages under a header of its own, without losing a word', async () => {
    const lines = Array.from({ length: 200 }, (_, line) => `第${String(line).padStart(3, '0')}步检查完毕`);
    const { squeezed, details } = await read(
      { ...closedOrder, measures: { ...closedOrder.measures!, content: lines.join('\n') } },
      'zh',
    );
    expect(Number(/Pages:\s+(\d+)/u.exec(details)?.[1])).toBeGreaterThan(1);
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
    expect(ink(png.file, [130, 640, 165, 80])).toBeGreaterThan(300);
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
