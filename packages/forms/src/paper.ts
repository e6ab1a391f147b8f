import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Legible } from './glyphs.js';

export type Language = 'zh' | 'en';

export interface FormOptions {
  /** The language that comes first. */
  readonly language: Language;
  /** Where the system is reached: what the QR code points to. */
  readonly baseUrl: string;
  /** The company's; Asia/Shanghai unless told. */
  readonly timeZone?: string;
}

interface Press {
  readonly print: (definition: object) => Promise<Uint8Array>;
  readonly reader: () => Legible;
}

const family = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const regular = join(family, '400Regular', 'NotoSansSC_400Regular.ttf');
const bold = join(family, '700Bold', 'NotoSansSC_700Bold.ttf');

let press: Promise<Press> | undefined;
let lastJob: Promise<unknown> = Promise.resolve();

/** The library and the font are 30 MB that a service need not hold before the first form is asked for. */
async function setUp(): Promise<Press> {
  const [{ default: pdfmake }, { legibleIn }] = await Promise.all([import('pdfmake'), import('./glyphs.js')]);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  pdfmake.addFonts({ NotoSansSC: { normal: regular, bold } });
  return { print: (definition) => pdfmake.createPdf(definition).getBuffer(), reader: legibleIn(regular) };
}

/** Lays a form out and prints it. One at a time: a form holds two fonts in memory while it is made. */
export function printed(layOut: (legible: Legible) => object): Promise<Uint8Array> {
  const job = lastJob.then(async () => {
    press ??= setUp();
    const { print, reader } = await press;
    const definition = layOut(reader());
    return print({
      pageSize: 'A4',
      defaultStyle: { font: 'NotoSansSC', fontSize: 8.5, lineHeight: 0.86 },
      ...definition,
    });
  });
  lastJob = job.catch(() => undefined);
  return job;
}

/** An instant as people read it, to the minute, in the company's time zone. */
export function clockTime(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
