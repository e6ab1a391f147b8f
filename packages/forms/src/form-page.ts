import type { Legible } from './glyphs.js';
import { missingMark } from './glyphs.js';
import type { FormOptions, Language } from './paper.js';
import { printed } from './paper.js';
import type { Word } from './words.js';
import { inLanguage } from './words.js';

/** What is printed of a record besides its rows. */
export interface FormPage {
  readonly title: Word;
  readonly number: string;
  /** Where the record is on screen, below the address of the system: what the QR code points to. */
  readonly path: string;
}

const continued: Word = ['（续）', '(continued)'];
const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');

/** Thin lines, close together: a form is filled in by hand as well. */
export const ruled = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};

/**
 * A record as an A4 PDF: title in both languages, number, QR code, its tables, page numbers.
 * @param content the tables, given what the font can print
 */
export function formPage(
  page: FormPage,
  { language, baseUrl }: FormOptions,
  content: (legible: Legible) => readonly object[],
): Promise<Uint8Array> {
  return printed((legible) => {
    const number = legible(page.number);
    const { title } = page;
    const tables = content(legible);
    return {
      pageMargins: [36, 36, 36, 32],
      info: { title: `${title[0]} ${number}`, subject: title[1], creator: 'Pledge', producer: 'Pledge' },
      header: (nth: number) =>
        nth === 1
          ? null
          : {
              columns: [
                { text: `${inLanguage(language, title)} ${inLanguage(language, continued)}`, bold: true },
                { text: number, alignment: 'right' },
              ],
              margin: [36, 16, 36, 0],
            },
      footer: (nth: number, pages: number) => ({
        columns: [
          { text: number, fontSize: 8 },
          { text: `${nth} / ${pages}`, alignment: 'right', fontSize: 8 },
        ],
        margin: [36, 8, 36, 0],
      }),
      content: [head(page, number, language, baseUrl), ...tables, ...note(legible, language)],
    };
  });
}

const head = ({ title, path }: FormPage, number: string, language: Language, baseUrl: string) => ({
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
    { width: 80, qr: `${baseUrl.replace(/\/+$/u, '')}${path}`, fit: 76, eccLevel: 'M', alignment: 'right' },
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
