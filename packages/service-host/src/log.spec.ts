import { describe, expect, it } from '@jest/globals';
import { logOf } from './log.js';

function written(write: (log: ReturnType<typeof logOf>) => void): string {
  const lines: string[] = [];
  write(logOf('intake', 'info', { write: (line: string) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('does not hold what is nobody’s business, however deep it sits', () => {
    const about = {
      headers: { Authorization: 'Bearer abc', cookie: 's=abc', 'x-pledge-identity': 'abc' },
      body: {
        reportedBy: { name: 'abc' },
        list: [{ phone: 'abc', signature: 'abc' }],
        publicToken: 'abc',
        qrToken: 'abc',
      },
      kept: 'visible',
    };
    const line = written((log) => log.info(about, 'told'));
    expect(line).not.toContain('abc');
    expect(line).toContain('visible');
  });

  it('tells an error without the parameters of its statement', () => {
    const failure = Object.assign(new Error('insert failed'), { code: '42P01', parameters: ['13800001111'] });
    const line = written((log) => log.error({ err: failure }, 'told'));
    expect(line).not.toContain('13800001111');
    expect(JSON.parse(line)).toMatchObject({ level: 'error', err: { message: 'insert failed', code: '42P01' } });
  });
});
