import { v7 as newId } from 'uuid';
import { MailReader } from './mail.reader.js';
import type { ReadingLimits } from './mail.reader.js';

const fromSources = ['--import', `${import.meta.dirname}/../../../../packages/tooling/bin/source.mjs`];

/** Reads in a thread that runs these sources. */
export const readerOfSources = (limits: Partial<ReadingLimits> = {}): MailReader =>
  new MailReader({ mostMs: 60_000, mostMegabytes: 384, execArgv: fromSources, ...limits });

/** A mail as it comes: what is told stands instead of what is usual. */
export const mail = (headers: Readonly<Record<string, string>>, body = '3 号楼门禁主机反复重启'): string =>
  Object.entries({
    From: '=?UTF-8?B?546L5pWP?= <wangmin@hospital.example>',
    Subject: '=?UTF-8?B?6Zeo56aB?=',
    'Message-ID': `<${newId()}@hospital.example>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('') + `\r\n${body}\r\n`;
export const parts = (...told: readonly string[]) => `--x\r\n${told.join('\r\n--x\r\n')}\r\n--x--`;
export const multipart = { 'Content-Type': 'multipart/mixed; boundary=x' };
export const file = (name: string, content: Uint8Array) =>
  `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`;
