import { describe, expect, it } from '@jest/globals';
import { framed, hasInk, isSimple } from './ink.js';

/** A white sheet with some points written on. */
function sheet(width: number, height: number, isInk: (x: number, y: number) => boolean, ink = 0) {
  const grey = Uint8Array.from({ length: width * height }, (_, at) =>
    isInk(at % width, Math.floor(at / width)) ? ink : 255,
  );
  return { grey, width, height };
}

describe('ink in a frame', () => {
  it.each([
    ['a line', sheet(300, 120, (x, y) => y === 60 && x > 40 && x < 200)],
    ['an upright line', sheet(300, 120, (x, y) => x === 60 && y > 10 && y < 100)],
    ['a hook', sheet(300, 120, (x, y) => (y === 60 && x > 40 && x < 90) || (x === 90 && y > 60 && y < 100))],
    ['a line of grey ink', sheet(300, 120, (x, y) => y === 60 && x > 40 && x < 200, 160)],
    ['strokes all over the frame', sheet(300, 120, (x, y) => (x + y) % 9 < 2)],
  ])('is there: %s', (_what, one) => expect(hasInk(one)).toBe(true));

  it.each([
    ['nothing', sheet(300, 120, () => false)],
    ['black alone', sheet(300, 120, () => true)],
    ['black with a rim', sheet(300, 120, (x, y) => x > 2 && y > 2 && x < 297 && y < 117)],
    ['a blot', sheet(300, 120, (x, y) => (x - 150) ** 2 + (y - 60) ** 2 < 30 ** 2)],
    ['a dot', sheet(300, 120, (x, y) => (x - 150) ** 2 + (y - 60) ** 2 < 4 ** 2)],
    ['one point', sheet(300, 120, (x, y) => x === 9 && y === 9)],
    ['a few points far apart', sheet(300, 120, (x, y) => x % 150 === 5 && y % 100 === 5)],
    ['a line that is nearly white', sheet(300, 120, (x, y) => y === 60 && x > 40, 236)],
    ['a line in a frame too small to write in', sheet(20, 10, (_x, y) => y === 5)],
    ['a single point', sheet(1, 1, () => true)],
  ])('is not there: %s', (_what, one) => expect(hasInk(one)).toBe(false));
});

describe('the frame of a drawing', () => {
  const path = '<path d="M1 1L8 8"/></svg>';
  it.each([
    ['its view box', '<svg viewBox="0 0 100 40">', 'viewBox="0 0 100 40" width="400" height="160"'],
    [
      'its view box, whatever its size',
      `<svg width='9' viewBox='-5,-5 10,20' height="9">`,
      'viewBox="-5 -5 10 20" width="200" height="400"',
    ],
    ['else its size', '<svg width="300px" height="150">', 'viewBox="0 0 300 150" width="400" height="200"'],
    ['else what a browser takes', '<svg version="1.1">', 'viewBox="0 0 300 150" width="400" height="200"'],
  ])('is %s', (_what, start, frame) => {
    const drawing = framed(`${start}${path}`, 400);
    expect(drawing).toContain(frame);
    expect(drawing?.match(/(?:viewBox|width|height)=/gu)).toHaveLength(3);
  });
  it.each(['0 0 0 40', '0 0 100', '0 0 -5 5', '0 0 1e999 5', '', '0 0 10000 1'])('is none: %s', (box) =>
    expect(framed(`<svg viewBox="${box}">${path}`, 400)).toBeUndefined(),
  );
});

describe('a drawing of a hand', () => {
  const line = (points: number) => `<path d="M0 0${'L9.5 1'.repeat(points)}"/>`;
  it('is made of many short lines', () => expect(isSimple(line(4).repeat(2_000))).toBe(true));
  it('is not one line of thousands', () => expect(isSimple(line(1_500))).toBe(false));
  it('is not more than all that anybody writes', () => expect(isSimple(line(4).repeat(2_500))).toBe(false));
});
