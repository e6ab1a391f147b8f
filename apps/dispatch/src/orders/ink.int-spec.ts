import { describe, expect, it } from '@jest/globals';
import type { Color, Sharp } from 'sharp';
import sharp from 'sharp';
import { call, engineer, worked, zhang } from '../dispatch.testbed.js';
import { isSignature } from './ink.query.js';

const svgUrl = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;
const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">';
const svg = (inside: string) => svgUrl(`${start}${inside}</svg>`);
const pngUrl = async (picture: Sharp) => `data:image/png;base64,${(await picture.png().toBuffer()).toString('base64')}`;
const plain = (width: number, height: number, background: Color) =>
  pngUrl(sharp({ create: { width, height, channels: 4, background } }));

const name = 'M20 60 C 40 10 60 10 70 60 S 110 90 130 40 M150 30 L 180 80 M165 25 Q 190 60 150 85';
/** A name as the pad of the console draws it: dark strokes of 0.8 to 2.4 points on a sheet that is transparent, made to its size. */
const onPad = (width: number, height: number, ratio: number) =>
  pngUrl(
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * ratio}" height="${height * ratio}">
           <path d="${name}" fill="none" stroke="#10222a" stroke-width="1.4" stroke-linecap="round"/></svg>`,
      ),
    ),
  );

const blankPng = [
  'iVBORw0KGgoAAAANSUhEUgAAAGQAAAAoCAYAAAAIeF9DAAAAdklEQVR4nO3RMQ0AMAzAsPIn3d5DsBw2gkiZJWV+B/AyJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQGENiDIkxJMaQmAOKukUj76/2RwAAAABJRU5ErkJggg==',
  'iVBORw0KGgoAAAANSUhEUgAAAGQAAAAoCAYAAAAIeF9DAAAAJklEQVR4nO3BgQAAAADDoPlTX+EAVQEAAAAAAAAAAAAAAAAAAMBvPqgAAVFblMIAAAAASUVORK5CYII=',
].map((base64) => `data:image/png;base64,${base64}`);

const seen = '<path d="M5 30 Q 30 0 55 25 T 95 15" fill="none" stroke="black"/>';
const nothing: readonly (readonly [what: string, url: string | Promise<string>])[] = [
  ['an empty path', svg('<path d=""/>')],
  ['a move without a line', svg('<path d="M5 5"/>')],
  ['a move without a line, stroked', svg('<path d="M5 5" stroke="black" stroke-width="3"/>')],
  ['white on white', svg('<path d="M5 5 L 90 30" stroke="white" fill="none"/>')],
  ['nearly white on white', svg('<path d="M5 5 L 90 30" stroke="#f4f4f4" fill="none"/>')],
  ['yellow on white', svg('<path d="M5 5 L 90 30" stroke="yellow" fill="none"/>')],
  ['strokes outside the frame', svg('<path d="M-500 -500 L -400 -400" stroke="black" fill="none"/>')],
  ['no stroke and no fill', svg('<path d="M5 5 L 90 30" stroke="none" fill="none"/>')],
  ['a line that is only filled', svg('<path d="M5 5 L 90 30"/>')],
  ['a transparent stroke', svg('<path d="M5 5 L 90 30" stroke="transparent" fill="none"/>')],
  ['opacity 0', svg('<path d="M5 5 L 90 30" stroke="black" opacity="0"/>')],
  ['opacity 0 around it', svg(`<g opacity="0">${seen}</g>`)],
  ['opacity 0 of the whole', svgUrl(`${start.replace('>', ' opacity="0">')}${seen}</svg>`)],
  ['a stroke of opacity 0', svg('<path d="M5 5 L 90 30" stroke="black" fill="none" stroke-opacity="0"/>')],
  ['a stroke of no width', svg('<path d="M5 5 L 90 30" stroke="black" fill="none" stroke-width="0"/>')],
  ['a stroke too thin to see', svg('<path d="M5 5 L 90 30" stroke="black" fill="none" stroke-width="0.005"/>')],
  ['a line from a point to itself', svg('<line x1="9" y1="9" x2="9" y2="9" stroke="black" stroke-linecap="round"/>')],
  ['a dot', svg('<circle cx="50" cy="20" r="1.5"/>')],
  ['a blot', svg('<circle cx="50" cy="20" r="15"/>')],
  ['all black', svg('<path d="M0 0H100V40H0Z"/>')],
  ['black with a rim', svg('<path d="M1 1H99V39H1Z"/>')],
  ['ink under white', svg(`${seen}<path d="M0 0H100V40H0Z" fill="white"/>`)],
  ['one point of a polyline', svg('<polyline points="5,5" stroke="black"/>')],
  ['hidden by display', svg('<path d="M5 5 L 90 30" stroke="black" display="none"/>')],
  ['hidden by visibility', svg('<path d="M5 5 L 90 30" stroke="black" visibility="hidden"/>')],
  ['hidden by a style', svg('<path d="M5 5 L 90 30" stroke="black" style="display:none"/>')],
  ['moved out by a transform', svg('<g transform="translate(999)"><path d="M5 5 L 90 30" stroke="black"/></g>')],
  ['letters', svg('<text x="5" y="20">王敏</text>')],
  ['a picture from elsewhere', svg('<image href="https://example.com/x.png" width="100" height="40"/>')],
  ['a script', svg(`<script>x()</script>${seen}`)],
  ['a frame of nothing', svgUrl(`${start.replace('0 0 100 40', '0 0 0 0')}${seen}</svg>`)],
  ['a frame like a thread', svgUrl(`${start.replace('0 0 100 40', '0 0 9000 40')}${seen}</svg>`)],
  ['one that takes long to draw', svg(`<path d="M0 0${'L99 39L0 1'.repeat(900)}" stroke="black"/>`)],
  ['the first PNG of case D06', blankPng[0] ?? ''],
  ['the second PNG of case D06', blankPng[1] ?? ''],
  ['a black PNG', plain(300, 120, '#000')],
  ['a PNG of one colour', plain(300, 120, '#3366cc')],
  ['a white opaque PNG', plain(300, 120, '#fff')],
  ['a PNG of black that is transparent', plain(300, 120, { r: 0, g: 0, b: 0, alpha: 0 })],
  ['a PNG of one point', plain(1, 1, '#000')],
];

describe('a signature of nothing', () => {
  it.each(nothing)('is none: %s', async (_what, url) => expect(await isSignature(await url)).toBe(false));
});

describe('a signature', () => {
  it.each([
    [280, 180, 1],
    [280, 180, 2],
    [358, 180, 2],
    [560, 180, 1],
    [560, 180, 2],
    [1400, 700, 2],
  ])('from a pad of %d × %d at %d is one', async (width, height, ratio) =>
    expect(await isSignature(await onPad(width, height, ratio))).toBe(true),
  );

  it.each([
    ['a path', svg(seen)],
    ['a stroke of one character', svg('<path d="M40 20 L 52 19" stroke="#10222a" fill="none" stroke-width="1"/>')],
    [
      'lines',
      svg(
        '<polyline points="5,5 20,30 40,10 60,30" stroke="navy" fill="none"/><line x1="5" y1="35" x2="90" y2="35" stroke="blue"/>',
      ),
    ],
    ['outlines that are filled', svg('<path d="M5 30 Q 30 0 55 25 L 55 27 Q 30 3 6 31 Z"/>')],
    ['ink on a white sheet', svg(`<path d="M0 0H100V40H0Z" fill="white"/>${seen}`)],
    [
      'a frame of another size',
      svgUrl(
        '<svg xmlns="http://www.w3.org/2000/svg" width="600px" height="200px"><path d="M50 100 C 100 20 200 180 400 60" fill="none" stroke="#333" stroke-width="2"/></svg>',
      ),
    ],
    [
      'the many pieces of a long one',
      svg(
        `<g stroke="#000" fill="none" stroke-width="0.6">${Array.from({ length: 900 }, (_, at) => `<path d="M${at / 10} ${20 + 15 * Math.sin(at / 30)} L ${(at + 1) / 10} ${20 + 15 * Math.sin((at + 1) / 30)}"/>`).join('')}</g>`,
      ),
    ],
  ])('is one: %s', async (_what, url) => expect(await isSignature(url)).toBe(true));
});

describe('an order', () => {
  it('is not signed by a name nobody can see, and keeps the name as it is read', async () => {
    const orderId = await worked();
    const sign = (signedBy: string) =>
      call(engineer(zhang), 'POST', `/orders/${orderId}/sign`, { signedBy, signature: svg(seen) });
    for (const name of ['\u200b', '\u3164', '\u2800', '\u00a0\u3000', '\u202e', '']) {
      const { status, json } = await sign(name);
      expect([status, json.code, json.errors]).toEqual([
        400,
        'malformed',
        [expect.objectContaining({ pointer: '/signedBy', code: 'too-small' })],
      ]);
    }
    const { status, json } = await sign('\u202e王\u200e敏');
    expect([status, json.signature.signedBy]).toEqual([200, '王敏']);
  });

  it('is not signed with nothing, and can be signed after that', async () => {
    const orderId = await worked();
    const sign = (signature: string) =>
      call(engineer(zhang), 'POST', `/orders/${orderId}/sign`, { signedBy: '王敏', signature });
    for (const url of [svg('<path d=""/>'), svg('<path d="M5 5"/>'), ...blankPng]) {
      const { status, json } = await sign(url);
      expect([status, json.code, json.errors]).toEqual([
        422,
        'signature-has-no-ink',
        [expect.objectContaining({ pointer: '/signature' })],
      ]);
    }
    const scripted = await sign(svg(`<script>x()</script>${seen}`));
    expect([scripted.status, scripted.json.code]).toEqual([422, 'signature-not-an-image']);
    const { status, json } = await sign(await onPad(358, 180, 2));
    expect([status, json.status]).toEqual([200, 'signed']);
  });
});
