import type { DispatchOrderForm } from './dispatch-order-data.js';
import { dispatchOrderRows } from './dispatch-order-rows.js';
import type { Legible } from './glyphs.js';
import { missingMark } from './glyphs.js';
import type { FormOptions, Language } from './paper.js';
import { printed } from './paper.js';
import type { Word } from './words.js';
import { inLanguage } from './words.js';

const title: Word = ['故障处理派工单', 'Fault Dispatch Order'];
const continued: Word = ['（续）', '(continued)'];

const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

/** 故障处理派工单: the dispatch order of a fault as an A4 PDF, with blank boxes for what is not known yet. */
export function dispatchOrderForm(order: DispatchOrderForm, options: FormOptions): Promise<Uint8Array> {
  return printed((legible) => layOut(order, options, legible));
}

function layOut(
  order: DispatchOrderForm,
  { language, baseUrl, timeZone = 'Asia/Shanghai' }: FormOptions,
  legible: Legible,
) {
  const number = legible(order.number);
  const table = {
    table: { widths: [86, '*', 86, '*'], body: dispatchOrderRows(order, { language, timeZone, legible }) },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
      paddingLeft: () => 4,
      paddingRight: () => 4,
    },
  };
  return {
    pageMargins: [36, 36, 36, 32],
    info: { title: `${title[0]} ${number}`, subject: title[1], creator: 'Pledge', producer: 'Pledge' },
    header: (page: number) =>
      page === 1
        ? null
        : {
            columns: [
              { text: `${inLanguage(language, title)} ${inLanguage(language, continued)}`, bold: true },
              { text: number, alignment: 'right' },
            ],
            margin: [36, 16, 36, 0],
          },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: number, fontSize: 8 },
        { text: `${page} / ${pages}`, alignment: 'right', fontSize: 8 },
      ],
      margin: [36, 8, 36, 0],
    }),
    content: [head(order, number, language, baseUrl), table, ...note(legible, language)],
  };
}

const head = (order: DispatchOrderForm, number: string, language: Language, baseUrl: string) => ({
  columns: [
    { width: 80, text: '' },
    {
      width: '*',
      stack: [
        { text: inLanguage(language, title), fontSize: 18, bold: true },
        { text: inLanguage(other(language), title), fontSize: 10 },
        { text: `No. ${number}`, fontSize: 11, bold: true, margin: [0, 2, 0, 0] },
      ],
      alignment: 'center',
    },
    {
      width: 80,
      qr: `${baseUrl.replace(/\/+$/u, '')}/orders/${order.id}`,
      fit: 76,
      eccLevel: 'M',
      alignment: 'right',
    },
  ],
  margin: [0, 0, 0, 4],
});

function note(legible: Legible, language: Language): object[] {
  if (legible.missing.size === 0) return [];
  const list = [...legible.missing].sort().join(', ');
  const said: Word = [
    `${missingMark} 表示字库中没有的字，原文见系统：${list}`,
    `${missingMark} stands for characters the font does not hold; the record has them: ${list}`,
  ];
  return [{ text: inLanguage(language, said), fontSize: 7.5, margin: [0, 6, 0, 0] }];
}
