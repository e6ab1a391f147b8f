import { describe, expect, it } from '@jest/globals';
import { getOrder, getSession, listStock } from '@pledge/contracts/http';
import { addressOf } from './address.js';

describe('an address', () => {
  it('stands below its service', () => {
    expect(addressOf(getOrder, { orderId: 'a' })).toBe('/api/dispatch/orders/a');
  });
  it('of the gateway stands right below /api', () => {
    expect(addressOf(getSession)).toBe('/api/session');
  });
  it('cannot be left by what a parameter holds', () => {
    expect(addressOf(getOrder, { orderId: '../close?x=1#y' })).toBe('/api/dispatch/orders/..%2Fclose%3Fx%3D1%23y');
  });
  it('is not made while a parameter is missing', () => {
    expect(() => addressOf(getOrder, {})).toThrow('needs orderId');
    expect(() => addressOf(getOrder, { orderId: '' })).toThrow('needs orderId');
  });
  it('carries the query, without what is not asked', () => {
    expect(addressOf(listStock, {}, { q: '电源 模块', limit: 20, partId: undefined, placeId: '' })).toBe(
      '/api/parts/stock?q=%E7%94%B5%E6%BA%90+%E6%A8%A1%E5%9D%97&limit=20',
    );
  });
});
