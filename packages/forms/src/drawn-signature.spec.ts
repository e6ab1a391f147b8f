import { describe, expect, it } from '@jest/globals';
import { canDraw } from './drawn-signature.js';
import { svgSignature } from './testbed/orders.js';
import { pngUrl } from './testbed/png.js';

const svg = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;

describe('a signature that can be drawn', () => {
  it('is an SVG', () => {
    expect(canDraw(svgSignature)).toBe(true);
  });
  it('is a PNG as a canvas makes them', () => {
    expect(canDraw(pngUrl())).toBe(true);
  });
});

describe('a signature that cannot be drawn', () => {
  it.each([
    ['text', 'data:text/plain;base64,aGVsbG8='],
    ['an SVG that does not end', svg('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/>')],
    ['a PNG cut short', pngUrl().slice(0, -40)],
    ['a PNG that unpacks to more than its size says', pngUrl({ pixels: Buffer.alloc(5_000_000) })],
    ['a PNG that unpacks to less', pngUrl({ pixels: Buffer.alloc(100) })],
    ['a PNG with a filter that does not exist', pngUrl({ pixels: Buffer.alloc(161 * 20, 9) })],
    ['a PNG of a hundred million pixels', pngUrl({ width: 10_000, height: 10_000, pixels: Buffer.alloc(10) })],
    ['a PNG with a palette', pngUrl({ more: [['PLTE', Buffer.alloc(3)]] })],
    ['a PNG of a colour type that does not exist', pngUrl({ colour: 5 })],
  ])('is %s', (_what, url) => {
    expect(canDraw(url)).toBe(false);
  });
});
