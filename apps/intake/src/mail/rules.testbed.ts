import type { Mail } from './mail.js';

/** A mail that a person wrote. */
export const mailOf = (change: Partial<Mail> = {}, headers: Readonly<Record<string, string>> = {}): Mail => ({
  messageId: '<1@hospital.example>',
  inReplyTo: [],
  references: [],
  from: { name: '王敏', email: 'wangmin@hospital.example' },
  subject: '门禁主机反复重启',
  text: '3 号楼门禁主机反复重启',
  quoted: null,
  headers: Object.entries({ 'return-path': '<wangmin@hospital.example>', ...headers }).map(([key, value]) => ({
    key,
    value,
  })),
  ...change,
});
