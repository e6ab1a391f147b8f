import { describe, expect, it } from '@jest/globals';
import { visibleTo } from '@pledge/contracts';
import { z } from 'zod';
import { redacted } from './redacted.js';

const letter = z.object({
  to: z.object({ phone: visibleTo(z.string(), ['agent']).nullable() }),
  text: visibleTo(z.string(), ['agent'], 'progress-link'),
});
const page = z.object({ items: z.array(letter) });
const sent = { items: [{ to: { phone: '13800010010' }, text: '进度：https://a.example/p/tok_en-1 。' }] };

describe('what is answered', () => {
  it('is whole for the roles that see it', () => expect(redacted(page, sent, ['buyer', 'agent'])).toEqual(sent));
  it('has phones masked and links cut for all others, wherever they stand', () =>
    expect(redacted(page, sent, ['buyer'])).toEqual({
      items: [{ to: { phone: '138****0010' }, text: '进度：https://a.example/p/… 。' }],
    }));
  it('leaves alone what is not there', () =>
    expect(redacted(letter, { to: { phone: null }, text: '' }, [])).toEqual({ to: { phone: null }, text: '' }));
});
