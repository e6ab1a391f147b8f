import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Letter } from '../messages/message.js';
import { MailServer } from './mail-server.testbed.js';
import { smtpChannel } from './smtp.channel.js';

const server = new MailServer();
beforeEach(() => server.start());
afterEach(() => server.stop());

const letter: Letter = {
  messageId: '018f7a52-0000-7000-8000-00000000000a',
  requestId: '018f7a52-0000-7000-8000-000000000001',
  requestNumber: 'FR-20261126-0001',
  template: 'request-responded',
  audience: 'reporter',
  to: { name: '王敏', phone: null, email: 'wangmin@hospital.example' },
  subject: '答复 FR-20261126-0001 · Our answer',
  text: '关于 FR-20261126-0001，林小雨答复：已修复\nAbout FR-20261126-0001, 林小雨 answers: 已修复',
  inReplyTo: '<1@hospital.example>',
};

describe('a letter as it goes out', () => {
  it('is the one that intake is shown to know an answer to', async () => {
    const channel = smtpChannel({
      url: `smtp://127.0.0.1:${String(server.port)}`,
      from: '售后服务部 <service@example.com>',
    });
    await channel.send(letter);
    const sent = server.received[0]?.data.replaceAll('\r\n', '\n').replace(/^Date: .*\n/mu, '') ?? '';
    const shown = await readFile(`${import.meta.dirname}/../../../../packages/testing/letters/answer.eml`, 'utf8');
    expect(sent.trim()).toBe(shown.trim());
  });
});
