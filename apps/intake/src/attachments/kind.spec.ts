import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kindOf, nameFor } from './kind.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const jpeg = kindOf('image/jpeg', new Uint8Array())!;
const text = kindOf(undefined, bytes('门禁主机日志'))!;

describe('the kind of a file', () => {
  it('is what its content says', () => {
    expect(jpeg).toMatchObject({ mediaType: 'image/jpeg', picture: true });
    expect(kindOf('application/pdf', new Uint8Array())?.picture).toBe(false);
  });
  it.each(['application/zip', 'application/x-msdownload', 'image/svg+xml', 'application/xml', 'application/x-elf'])(
    'is none that is taken: %s',
    (type) => expect(kindOf(type, bytes('text'))).toBeUndefined(),
  );
  it('is text, in UTF-8 or as Chinese Windows writes it', () => {
    const gb18030 = new Uint8Array([0xc3, 0xc5, 0xbd, 0xfb, 0x0d, 0x0a]);
    for (const told of [bytes('日志\r\n\t1'), gb18030]) expect(kindOf(undefined, told)?.mediaType).toBe('text/plain');
  });
  it('is not text where it only looks like it', () => {
    for (const told of [bytes('MZ\0\0'), new Uint8Array([1, 2, 3]), new Uint8Array([0x41, 0xff, 0xff, 0xff])]) {
      expect(kindOf(undefined, told)).toBeUndefined();
    }
  });
});

describe('the name of a file', () => {
  it.each([
    ['现场.JPG', '现场.jpg'],
    ['../../etc/passwd', '_.._etc_passwd.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe.jpg'],
    ['a\r\nb\0.jpeg', 'ab.jpeg'],
    ['', 'file.jpg'],
    ['.jpg', 'jpg.jpg'],
    ['😀'.repeat(300), `${'😀'.repeat(100)}.jpg`],
  ])('%j is kept as %j', (told, kept) => expect(nameFor(told, jpeg)).toBe(kept));
  it('of markup ends as text', () => expect(nameFor('login.html', text)).toBe('login.html.txt'));
  it('is one that every system can save, whatever it was', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(jpeg, text), (told, kind) => {
        const name = nameFor(told, kind);
        expect(name).toMatch(/^[^\p{Cc}\p{Cf}/\\:*?"<>|]+\.\w+$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(Array.from(name).length).toBeLessThanOrEqual(110);
        expect(kind.extensions).toContain(name.slice(name.lastIndexOf('.') + 1));
      }),
      { numRuns: 2000 },
    ));
});
