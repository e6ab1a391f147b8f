import { describe, expect, it } from '@jest/globals';
import { fieldsOf } from './problem-fields.js';

describe('the errors of a problem', () => {
  it('stand at their fields, gathered', () => {
    const errors = [
      { pointer: '/reportedBy/phone', detail: 'digits' },
      { pointer: '/reportedBy/phone', detail: 'too short' },
      { pointer: '/partsUsed/0/quantity', detail: 'at least 1' },
    ];
    expect(fieldsOf(errors, ['reportedBy', 'partsUsed'])).toEqual([
      { name: ['reportedBy', 'phone'], errors: ['digits', 'too short'] },
      { name: ['partsUsed', 0, 'quantity'], errors: ['at least 1'] },
    ]);
  });
  it('are left out where the form has no such field', () => {
    expect(
      fieldsOf(
        [
          { pointer: '', detail: 'x' },
          { pointer: '/qrToken', detail: 'y' },
        ],
        ['description'],
      ),
    ).toEqual([]);
  });
});
