import { describe, expect, it } from '@jest/globals';
import { askedOf } from './asked.js';

describe('what was typed to find a caller', () => {
  it('is the end of a request number in every style', () => {
    for (const typed of ['FR-20261125-0042', 'fr20261125-0042', 'ＦＲ－20261125－0042'])
      expect(askedOf(typed).number).toBe('FR-20261125-0042');
    expect(askedOf('202611250042').number).toBe('20261125-0042');
    expect(askedOf('0042').number).toBe('0042');
    expect(askedOf('042').number).toBeNull();
  });

  it('is a phone only where it is written as one', () => {
    expect(askedOf('+86 138-0013-8000').figures).toBe('8613800138000');
    expect(askedOf('（021）6234 5678').figures).toBe('02162345678');
    expect(askedOf('12').figures).toBeNull();
    expect(askedOf('3号楼138').figures).toBeNull();
  });

  it('is initials where it is letters, and a serial number where digits are among them', () => {
    expect(askedOf('DHRMYY')).toMatchObject({ initials: 'dhrmyy', serial: null });
    expect(askedOf('sn-2024-0001')).toMatchObject({ initials: null, serial: 'sn20240001' });
    expect(askedOf('东海 3')).toMatchObject({ initials: null, serial: null, figures: null, number: null });
  });

  it('is an e-mail address where it may be part of one', () => {
    expect(askedOf('Wang.Min@').email).toBe('wang.min@');
    expect(askedOf('138').email).toBeNull();
  });
});
