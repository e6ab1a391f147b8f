import { beforeEach, describe, expect, it } from '@jest/globals';
import { takeFax } from '@pledge/contracts/http';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import sharp from 'sharp';
import { v7 as newId } from 'uuid';
import { attachmentsIn } from '../attachments/attachments.testbed.js';
import { envelopesIn } from '../envelopes/envelopes.commands.js';
import { balanceOf } from '../envelopes/balance.query.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { delivery, secret } from '../inbound/inbound.testbed.js';
import { intakeMigrations } from '../migrations/index.js';
import { digits } from '../requests/phone.js';
import { Faxes } from './faxes.commands.js';
import { FaxesController } from './faxes.controller.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const page = (type: 'png' | 'tiff' | 'jpeg') =>
  sharp({ create: { width: 20, height: 30, channels: 3, background: '#fff' } })
    .toFormat(type)
    .toBuffer();
const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();

let controller: FaxesController;
beforeEach(async () => {
  const source = db().dataSource;
  controller = new FaxesController(new Faxes(source, envelopesIn(source), await attachmentsIn(source)), { secret });
});
const told = async (change: object = {}) => ({
  ...{ faxId: 'fax-1', from: '021-5555 0001', line: '021-5555 8000', receivedAt: anHourAgo() },
  pages: (await page('png')).toString('base64'),
  ...change,
});
const take = async (change: object = {}, sent?: string) => {
  const body = takeFax.body.parse(await told(change));
  return controller.take({ params: {}, query: {}, body }, delivery(JSON.stringify(body), sent ? { sent } : {}));
};
const total = async () => (await balanceOf(manager(), {})).total;

describe('a fax that a gateway pushes', () => {
  it('waits to be transcribed, with its pages, its sender and its clock', async () => {
    const customerId = newId();
    await manager().query(`insert into customer_copy (customer_id, name, terms) values ($1, '申江医院', '{}')`, [
      customerId,
    ]);
    await manager().query(
      `insert into contact_copy (contact_id, customer_id, name, phone, dialled, duty, initial_keys)
       values ($1, $2, '王敏', '021-55550001', $3, '', '')`,
      [newId(), customerId, digits('021-55550001')],
    );
    const receivedAt = anHourAgo();
    const { envelopeId } = await take({ receivedAt });
    expect(await envelopeOf(manager(), envelopeId)).toMatchObject({
      ...{ channel: 'fax', source: '021-5555 8000', needs: 'transcription', status: 'waiting', receivedAt },
      ...{ from: { name: null, phone: '021-5555 0001', email: null }, found: { customerId } },
      attachments: [{ name: '传真 fax-1.png', mediaType: 'image/png', hasPreview: true }],
    });
  });
  it('is one however often it is delivered, and another on another line', async () => {
    const same = { pages: (await page('tiff')).toString('base64') };
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(same)));
    answers.push(await take(same));
    expect(new Set(answers.map(({ envelopeId }) => envelopeId)).size).toBe(1);
    await take({ ...same, line: '021-5555 8001' });
    expect(await total()).toMatchObject({ in: 2, waiting: 2 });
  });
  it('is a PDF, a TIFF or a PNG', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
    await take({ pages: pdf.toString('base64') });
    expect(await total()).toMatchObject({ in: 1 });
  });
  it.each([
    ['pages-unreadable', '/pages', { pages: '%%%' }],
    ['pages-unreadable', '/pages', { pages: 'data:image/png;base64,AAAA' }],
    ['pages-kind-not-allowed', '/pages', { pages: Buffer.from('MZ\x90\0 program').toString('base64') }],
    ['received-in-future', '/receivedAt', { receivedAt: new Date(Date.now() + 600_000).toISOString() }],
  ])('is refused as %s, which names the field %s', async (code, pointer, change) => {
    await expect(take(change)).rejects.toMatchObject({ name: 'Refusal', code, pointer });
    expect(await total()).toMatchObject({ in: 0 });
  });
  it('of a picture that is no page, with other pages under its id, or changed on its way, is refused', async () => {
    const jpeg = (await page('jpeg')).toString('base64');
    await expect(take({ pages: jpeg })).rejects.toMatchObject({ code: 'pages-kind-not-allowed' });
    await take();
    const other = (await page('tiff')).toString('base64');
    await expect(take({ pages: other })).rejects.toMatchObject({ name: 'IdempotencyKeyReused' });
    await expect(take({ faxId: 'fax-2' }, '{}')).rejects.toMatchObject({ code: 'signature-wrong' });
    expect(await total()).toMatchObject({ in: 1 });
  });
  it.each(['', 'anonymous', null])('whose sender is withheld (%j) names nobody', async (from) => {
    const { envelopeId } = await take({ from });
    expect((await envelopeOf(manager(), envelopeId)).from.phone).toBeNull();
  });
});
