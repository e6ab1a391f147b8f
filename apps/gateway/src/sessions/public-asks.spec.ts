import { describe, expect, it } from '@jest/globals';
import { isPublicAsk, labelAsked } from './public-asks.js';

describe('what a stranger asks with a token', () => {
  it.each([
    ['/api/intake/labels/abc?x=1', true, 'abc'],
    ['/api/%69ntake/labels/abc', true, 'abc'],
    ['/api/intake/progress/abc', true, undefined],
    ['/api/intake/progress/abc/confirm', true, undefined],
    ['/api/intake/requests', false, undefined],
    ['/api/parts/labels/abc', false, undefined],
    ['/api/intake/labels/%E0%A4%A', true, '%E0%A4%A'],
  ])('%s is counted: %s, by label %s', (url, counted, label) => {
    expect([isPublicAsk(url), labelAsked(url)]).toEqual([counted, label]);
  });
});
