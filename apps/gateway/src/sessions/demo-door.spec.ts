import { describe, expect, it } from '@jest/globals';
import type { Visitor } from './demo-door.js';
import { opensDemoDoor } from './demo-door.js';

const here: Visitor = { remoteAddress: '127.0.0.1', host: 'localhost:8080', forwarded: false };

describe('the demo door', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1:8080'],
    ['::1', '[::1]:8080'],
    ['::ffff:127.0.0.1', 'LOCALHOST'],
    ['127.8.8.8', 'localhost'],
  ])('opens to %s asking for %s', (remoteAddress, host) =>
    expect(opensDemoDoor('loopback', { ...here, remoteAddress, host })).toBe(true),
  );

  it('is shut when it is off', () => expect(opensDemoDoor('off', here)).toBe(false));

  it.each(['192.168.1.7', '::ffff:10.0.0.1', '128.0.0.1', undefined])('is shut to %s', (remoteAddress) =>
    expect(opensDemoDoor('loopback', { ...here, remoteAddress })).toBe(false),
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    'evil.example#localhost',
    '',
    undefined,
  ])('is shut to a name pointed at this machine: %s', (host) => {
    expect(opensDemoDoor('loopback', { ...here, host })).toBe(false);
    expect(opensDemoDoor('published-on-loopback', { ...here, host })).toBe(false);
  });

  it('is shut to what a proxy passes on', () =>
    expect(opensDemoDoor('loopback', { ...here, forwarded: true })).toBe(false));

  it('opens to a container’s bridge only where its port is published on loopback', () => {
    const bridge = { ...here, remoteAddress: '172.17.0.1' };
    expect(opensDemoDoor('loopback', bridge)).toBe(false);
    expect(opensDemoDoor('published-on-loopback', bridge)).toBe(true);
  });
});
