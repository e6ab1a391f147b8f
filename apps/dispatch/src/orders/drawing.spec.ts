import { describe, expect, it } from '@jest/globals';
import { isDrawing, isSvgDrawing } from './drawing.js';

const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">';
const url = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;

describe('a drawing', () => {
  it.each([
    [`${start}<path d="M5 30 Q 30 0 55 25 T 95 15" fill="none" stroke="black"/></svg>`],
    [
      `${start}<g stroke='#000'><path d="M0,0L1.5e-3,2"></path><polyline points="1,2 3,4"/><line x1="0" y1="0" x2="5" y2="5"/></g></svg>`,
    ],
    [
      `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 150" width="300" height="150"><path d="M 1,2 C 3,4 5,6 7,8" stroke-width="2.25" stroke="black" fill="none" stroke-linecap="round"></path><circle r="1.5" cx="3.2" cy="4" fill="rgb(0, 0, 0)"></circle></svg>\n`,
    ],
  ])('is paths and lines', (text) => {
    expect(isDrawing(url(text))).toBe(true);
  });
});

describe('anything else is not', () => {
  const path = '<path d="M0 0L1 1"/>';
  it.each([
    ['a script', `${start}<script>alert(1)</script>${path}</svg>`],
    ['a script in capitals', `${start}<SCRIPT/>${path}</svg>`],
    ['an event handler', `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${path}</svg>`],
    ['an event handler on a path', `${start}<path d="M0 0" onclick="x()"/></svg>`],
    ['a reference', `${start}<path d="M0 0" href="#a"/></svg>`],
    ['an old reference', `${start}<use xlink:href="http://evil.example/x"/>${path}</svg>`],
    ['a link', `${start}<a href="javascript:x()">${path}</a></svg>`],
    ['an image', `${start}<image href="file:///etc/passwd"/>${path}</svg>`],
    ['foreign content', `${start}<foreignObject><p>x</p></foreignObject>${path}</svg>`],
    ['a style', `${start}<path d="M0 0" style="fill:url(http://evil.example)"/></svg>`],
    ['a style sheet', `${start}<style>@import 'x'</style>${path}</svg>`],
    ['a colour that is a reference', `${start}<path d="M0 0" fill="url(#a)"/></svg>`],
    ['text', `${start}hello${path}</svg>`],
    ['a comment', `${start}<!-- x -->${path}</svg>`],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${start}${path}</svg>`],
    ['a reference to an entity', `${start}<path d="M0 0&#x20;"/></svg>`],
    ['raw data', `${start}<![CDATA[x]]>${path}</svg>`],
    ['an instruction', `${start}<?php x ?>${path}</svg>`],
    ['an element of another name space', `${start}<x:path d="M0 0"/></svg>`],
    ['another name space', `<svg xmlns="http://www.w3.org/1999/xhtml">${path}</svg>`],
    ['a drawing in a drawing', `${start}${start}${path}</svg></svg>`],
    ['two drawings', `${start}${path}</svg>${start}${path}</svg>`],
    ['something after the end', `${start}${path}</svg><script/>`],
    ['a path that is words', `${start}<path d="expression(x)"/></svg>`],
    ['an attribute twice', `${start}<path d="M0 0" d="M1 1"/></svg>`],
    ['elements that cross', `${start}<g>${path}</svg></g>`],
    ['one that does not end', `${start}${path}`],
    ['an empty sheet', `${start}</svg>`],
    ['another root', `<g>${path}</g>`],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(isSvgDrawing(text)).toBe(false);
    expect(isDrawing(url(text))).toBe(false);
  });
  it('text that is not UTF-8', () => {
    expect(isDrawing(`data:image/svg+xml;base64,${Buffer.from([0x3c, 0x73, 0xff]).toString('base64')}`)).toBe(false);
  });
  it('base64 that is cut', () => {
    expect(isDrawing(`data:image/svg+xml;base64,${Buffer.from(start).toString('base64').slice(0, -3)}`)).toBe(false);
  });
  it('a PNG by name only', () => {
    expect(isDrawing(`data:image/png;base64,${Buffer.from('GIF89a').toString('base64')}`)).toBe(false);
  });
  it('more than 200 KB', () => {
    expect(isDrawing(url(`${start}<path d="M${' 1 1'.repeat(60_000)}"/></svg>`))).toBe(false);
  });
});

describe('reading', () => {
  it.each([
    ['digits', `${start}<circle r="${'1'.repeat(150_000)}x"/></svg>`],
    ['blanks', `${start}<path d="${' '.repeat(150_000)}x"/></svg>`],
    ['blanks in a tag', `<svg${' '.repeat(150_000)}x`],
    ['names', `<svg ${'a'.repeat(150_000)}`],
    ['attributes', `<svg${' width="1"'.repeat(15_000)}x`],
  ])('ends, however many %s there are', (_what, text) => {
    expect(isSvgDrawing(text)).toBe(false);
  });
});
