import { createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A font as a PDF has it. */
export interface PrintedFont {
  /** Begins with six letters and `+` where only what is used of it is inside. */
  readonly name: string;
  readonly embedded: boolean;
}

export type Box = readonly [x: number, y: number, width: number, height: number];

/** What a reader of a PDF finds in it. */
export interface ReadPdf {
  /** In points, 72 an inch. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly text: string;
  readonly fonts: readonly PrintedFont[];
  /** How many points in a box of the first page are dark, seen in grey. */
  ink(box: Box): number;
}

/** Reads a PDF back, with a library that had no part in making it and no font but those inside. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(pdf), fontExtraProperties: true, useSystemFonts: false });
  try {
    const document = await task.promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
    );
    const fonts = await Promise.all(pages.map(fontsOf));
    const texts = await Promise.all(pages.map(textOf));
    const [first] = pages;
    if (!first) throw new Error('a PDF without a page');
    return {
      pages: pages.map((page) => {
        const { width, height } = page.getViewport({ scale: 1 });
        return { width, height };
      }),
      text: texts.join('\n'),
      fonts: [...new Map(fonts.flat().map((font) => [font.name, font])).values()],
      ink: await drawn(first),
    };
  } finally {
    await task.destroy();
  }
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
}

async function fontsOf(page: PDFPageProxy): Promise<PrintedFont[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = fnArray.flatMap((operator, at) =>
    operator === OPS.setFont ? [String((argsArray as readonly (readonly unknown[])[])[at]?.[0])] : [],
  );
  return [...new Set(names)].map((name) => {
    const font = page.commonObjs.get(name) as { readonly name: string; readonly missingFile: boolean };
    return { name: font.name, embedded: !font.missingFile };
  });
}

async function drawn(page: PDFPageProxy): Promise<ReadPdf['ink']> {
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, viewport }).promise;
  const context = canvas.getContext('2d');
  return ([x, y, width, height]) => {
    const { data } = context.getImageData(x, y, width, height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) {
      const [red = 255, green = 255, blue = 255] = data.subarray(at, at + 3);
      if (0.299 * red + 0.587 * green + 0.114 * blue < 128) dark += 1;
    }
    return dark;
  };
}
