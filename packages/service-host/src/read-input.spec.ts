import { describe, expect, it } from '@jest/globals';
import { reportRequest } from '@pledge/contracts/http';
import { InvalidInput } from './failures.js';
import { readInput } from './read-input.js';

function faultsIn(body: unknown) {
  try {
    readInput(reportRequest, { params: {}, query: {}, body }, 'en');
  } catch (failure) {
    if (failure instanceof InvalidInput) return failure.errors.map(({ pointer, code }) => `${pointer ?? ''} ${code}`);
    throw failure;
  }
  return [];
}
const reportedBy = { name: '王敏', phone: '13800000001' };

describe('a body that is one of several kinds', () => {
  it('names what is missing of the kind it says it is', () =>
    expect(faultsIn({ kind: 'fault', channel: 'hotline', reportedBy })).toEqual(['/description required']));
  it('names the kind where it says none, or none there is', () => {
    expect(faultsIn({ channel: 'hotline' })).toEqual(['/kind invalid-union']);
    expect(faultsIn({ kind: 'unheard-of' })).toEqual(['/kind invalid-union']);
  });
  it('refuses a field its kind does not know', () =>
    expect(faultsIn({ kind: 'fault', channel: 'qr', reportedBy, description: '坏了', subject: '门禁' })).toEqual([
      '/subject unrecognized-keys',
    ]));
  it('refuses details of another kind', () =>
    expect(
      faultsIn({
        ...{ kind: 'complaint', channel: 'hotline', reportedBy, subject: '迟到', description: '工程师迟到' },
        details: { kind: 'consultation' },
      }),
    ).toEqual(['/details/kind custom']));
});
