import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from './describe-where.js';
import type { Browser, Page } from 'playwright-core';
import { barriers, noBrowser, openBrowser, overflow } from './browser.js';

const pageOf = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>Pledge</title><meta name="viewport" content="width=device-width"></head><body>${body}</body></html>`;

/** What a letter looks like when it is drawn: which points are not blank. */
const drawing = (letter: string) => `(() => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  pen.font = '32px sans-serif';
  pen.fillText('${letter}', 10, 40);
  return [...pen.getImageData(0, 0, 60, 60).data].map((value) => (value > 127 ? 1 : 0)).join('');
})()`;

describeWhere(noBrowser, 'the browser that screens are tried in', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  });
  afterAll(() => browser.close());

  it('has a font for each language: a letter that no font holds would be drawn as every other such', async () => {
    await page.setContent(pageOf('<main><h1>守诺 Pledge</h1></main>'));
    const drawings = await Promise.all(['守', '诺', 'P', 'g'].map((letter) => page.evaluate<string>(drawing(letter))));
    expect(new Set(drawings).size).toBe(drawings.length);
    expect(drawings.filter((points) => !points.includes('1'))).toEqual([]);
  });

  it('sees what is too wide, and what a name keeps from whoever speaks to the page', async () => {
    await page.setContent(pageOf('<main><h1>守诺</h1><button>查找 Ctrl K</button></main>'));
    expect([await overflow(page), await barriers(page)]).toEqual([0, []]);
    await page.setContent(
      pageOf('<main><h1 style="width: 400px; margin: 0">守诺</h1><button aria-label="查找">Ctrl K</button></main>'),
    );
    expect(await overflow(page)).toBeGreaterThan(0);
    expect(await barriers(page)).toEqual(['label-content-name-mismatch: button']);
  });
});
