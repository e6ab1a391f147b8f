import { describe, expect, it } from '@jest/globals';
import { membersOf } from './deb-archive.js';

const member = (name: string, content: string): string =>
  `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(content.length).padEnd(10)}\`\n${content}${content.length % 2 ? '\n' : ''}`;

describe('a Debian package', () => {
  it('is taken apart, also where a member has an odd length', () => {
    const archive = Buffer.from(`!<arch>\n${member('debian-binary', '2.0')}${member('data.tar.xz/', 'tree')}`);
    expect(membersOf(archive).map(({ name, content }) => [name, content.toString()])).toEqual([
      ['debian-binary', '2.0'],
      ['data.tar.xz', 'tree'],
    ]);
  });

  it('is refused where it is another file, or cut off', () => {
    expect(() => membersOf(Buffer.from('<html>not found</html>'))).toThrow('not an ar archive');
    const whole = `!<arch>\n${member('data.tar', 'a long tree')}`;
    expect(() => membersOf(Buffer.from(whole.slice(0, -4)))).toThrow('broken at byte 8');
  });
});
