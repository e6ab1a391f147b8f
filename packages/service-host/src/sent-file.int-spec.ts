import { beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'node:net';
import { notesService } from './testbed/notes-service.js';

const service = notesService();
let agent: string;
beforeAll(async () => {
  agent = await service().gateway.token('agent');
});

const megabytes = (count: number) => new Blob([new Uint8Array(count * 1024 * 1024)]);
async function send(form: FormData | string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${service().running.url}/api/support/sheets`, {
    method: 'POST',
    headers: { 'x-pledge-identity': agent, ...headers },
    body: form,
  });
  const json = (await answer.json()) as Record<string, unknown> & { errors?: { pointer?: string; code: string }[] };
  return { status: answer.status, json };
}
function formWith(name: string, content: Blob, field = 'file') {
  const form = new FormData();
  form.set('remark', 'first');
  form.set(field, content, name);
  return form;
}
const boundary = 'multipart/form-data; boundary=x';
const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf';

describe('a form with a file', () => {
  it('is read as it comes, beyond what JSON may have', async () =>
    expect(await send(formWith('../../三楼.jpg', megabytes(3)))).toEqual({
      status: 200,
      json: { name: '三楼.jpg', size: 3 * 1024 * 1024 },
    }));
  it('is refused above the limit of its route, announced or not', async () => {
    expect((await send(formWith('a', megabytes(5)))).status).toBe(413);
    const answer = await fetch(`${service().running.url}/api/support/sheets`, {
      method: 'POST',
      headers: { 'x-pledge-identity': agent, 'content-type': boundary },
      body: new Blob([part, megabytes(5), '\r\n--x--\r\n']).stream(),
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
  });
  it.each([
    ['without one', formWith('a', megabytes(0), 'other'), {}, 'required'],
    ['that is none', 'nothing', { 'content-type': boundary }, 'not-a-form'],
    ['without its boundary', 'nothing', { 'content-type': 'multipart/form-data' }, 'not-a-form'],
    ['that ends in its middle', part, { 'content-type': boundary }, 'not-a-form'],
  ])('%s is 400, at the field', async (_, form, headers, code) => {
    const { status, json } = await send(form, headers);
    expect([status, json.errors]).toEqual([400, [expect.objectContaining({ pointer: '/file', code })]]);
  });
  it('is 415 in any other kind, and where the route takes none', async () => {
    expect((await send('{}', { 'content-type': 'application/json' })).status).toBe(415);
    const { status } = await service().call('POST', '/notes', {
      token: agent,
      body: part,
      headers: { 'content-type': boundary, 'idempotency-key': 'k' },
    });
    expect(status).toBe(415);
  });
  it('whose sender breaks off does no harm', async () => {
    const { port, hostname } = new URL(service().running.url);
    const socket = createConnection(Number(port), hostname);
    const head = `POST /api/support/sheets HTTP/1.1\r\nhost: x\r\nx-pledge-identity: ${agent}\r\ncontent-type: ${boundary}`;
    await new Promise<void>((done) => socket.write(`${head}\r\ncontent-length: 1000\r\n\r\n${part}`, () => done()));
    socket.destroy();
    expect((await send(formWith('a', megabytes(1)))).status).toBe(200);
  });
});

describe('signed JSON', () => {
  it('may be as large as its route says', async () => {
    const call = (count: number) => service().call('POST', '/signed-sheets', { body: { text: 'x'.repeat(count) } });
    expect((await call(1_500_000)).json).toEqual({ size: 1_500_011 });
    expect((await call(2_100_000)).status).toBe(413);
  });
});

describe('signed bytes', () => {
  it('are kept as they came, of the kind that the route takes and no other', async () => {
    const send = (path: string, type: string, body: Uint8Array<ArrayBuffer>) =>
      fetch(`${service().running.url}/api/support${path}`, { method: 'POST', headers: { 'content-type': type }, body });
    const bytes = Uint8Array.from({ length: 1000 }, (_, n) => (n * 7) % 256);
    expect(await (await send('/signed-photos', 'message/rfc822', bytes)).json()).toEqual({ size: 1000 });
    expect((await send('/signed-photos', 'message/rfc822', new Uint8Array(2_100_000))).status).toBe(413);
    const json = await send('/signed-photos', 'application/json', Uint8Array.from(Buffer.from('{}')));
    expect([json.status, await json.json()]).toMatchObject([
      415,
      { errors: [{ header: 'content-type', detail: expect.stringContaining('message/rfc822') }] },
    ]);
    expect((await send('/signed-sheets', 'message/rfc822', bytes)).status).toBe(415);
  });
});

describe('a file that is handed out', () => {
  it('is to be saved, never shown in our name', async () => {
    const { headers, text } = await service().call('GET', '/sheets/%E4%B8%89.html');
    expect(text).toBe('<b>1</b>');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': `attachment; filename="_.html"; filename*=UTF-8''%E4%B8%89.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-length': '8',
    });
  });
});
