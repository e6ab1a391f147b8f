import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { notesService } from './testbed/notes-service.js';

const service = notesService();
let agent: string;
let dispatcher: string;
let engineer: string;

beforeAll(async () => {
  agent = await service().gateway.token('agent');
  dispatcher = await service().gateway.token('dispatcher');
  engineer = await service().gateway.token('engineer');
});

const take = (noteId: string = randomUUID(), options: { key?: string; text?: string; token?: string } = {}) =>
  service().call('POST', '/notes', {
    token: options.token ?? agent,
    headers: { 'idempotency-key': options.key ?? randomUUID() },
    body: { noteId, text: options.text ?? 'first' },
  });
const write = (noteId: string, headers: Record<string, string> = {}, body: object = { text: 'next' }) =>
  service().call('POST', `/notes/${noteId}/write`, {
    token: agent,
    headers: { 'idempotency-key': randomUUID(), ...headers },
    body,
  });

describe('a command', () => {
  it('answers with the record as it now is, and its ETag', async () => {
    const noteId = randomUUID();
    const answer = await take(noteId);
    expect(answer.json).toEqual({ id: noteId, text: 'first', lines: 1, version: 1 });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('x-trace-id')).toMatch(/^[0-9a-f]{32}$/u);
  });

  it('gets the same answer under the same key, also when the record has moved on', async () => {
    const noteId = randomUUID();
    const first = await take(noteId, { key: `k-${noteId}` });
    await write(noteId);
    const second = await take(noteId, { key: `k-${noteId}` });
    expect([second.status, second.text, second.headers.get('etag')]).toEqual([201, first.text, '"1"']);
  });

  it('is refused under a key that came with something else', async () => {
    const noteId = randomUUID();
    await take(noteId, { key: `k-${noteId}` });
    const other = await take(noteId, { key: `k-${noteId}`, text: 'other' });
    expect([other.status, other.json.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('needs a key', async () => {
    const answer = await service().call('POST', '/notes', { token: agent, body: { noteId: randomUUID(), text: 'x' } });
    expect(answer.status).toBe(400);
    expect(answer.json.errors).toEqual([expect.objectContaining({ header: 'idempotency-key', code: 'required' })]);
  });

  it('on what is no longer so is stale, and told how it is', async () => {
    const noteId = randomUUID();
    await take(noteId);
    expect((await write(noteId, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await write(noteId, { 'if-match': '"1"' });
    expect([stale.status, stale.json.code]).toEqual([412, 'stale-version']);
    expect(stale.json.current).toMatchObject({ id: noteId, version: 2 });
    expect((await write(noteId, { 'if-match': '*' })).status).toBe(200);
  });

  it.each(['1', 'W/"1"', '"one"', '"1", "2"'])('does not guess what If-Match %s means', async (header) => {
    const answer = await write(randomUUID(), { 'if-match': header });
    expect([answer.status, answer.json.errors[0].header]).toEqual([400, 'if-match']);
  });

  it('that a rule refuses says why, which state, and what is possible', async () => {
    const noteId = randomUUID();
    await take(noteId);
    await write(noteId);
    await write(noteId);
    const refused = await write(noteId);
    expect(refused.status).toBe(409);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.json).toEqual({
      type: 'https://pledge.example/problems/note-full',
      title: '当前不能这样做',
      status: 409,
      detail: '便条已写满三行。',
      code: 'note-full',
      state: 'full',
      possible: [],
    });
    const english = await write(noteId, { 'accept-language': 'en' });
    expect([english.json.detail, english.headers.get('content-language')]).toEqual(['The note is full.', 'en']);
  });

  it('whose field a rule refuses points at the field', async () => {
    const refused = await write(randomUUID(), { 'accept-language': 'en' }, { text: 'rude' });
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toEqual([{ pointer: '/text', detail: 'A note is polite.', code: 'note-rude' }]);
  });
});

describe('who may', () => {
  it('is asked before anything is read', async () => {
    const anonymous = await service().call('POST', '/notes', { body: { nonsense: true } });
    expect([anonymous.status, anonymous.json.code]).toEqual([401, 'not-signed-in']);
  });

  it('forbidden and missing are alike to the byte', async () => {
    const noteId = randomUUID();
    await take(noteId);
    const forbidden = await service().call('GET', `/notes/${noteId}`, { token: engineer });
    const alsoForbidden = await service().call('GET', `/notes/${noteId}`, { token: dispatcher });
    const missing = await service().call('GET', `/notes/${randomUUID()}`, { token: agent });
    expect([forbidden.status, alsoForbidden.status, missing.status]).toEqual([404, 404, 404]);
    expect(forbidden.text).toBe(missing.text);
    const names = (headers: Headers) => [...headers.keys()].sort();
    expect(names(forbidden.headers)).toEqual(names(missing.headers));
  });

  it('an administrator may only what a route lists', async () => {
    const administrator = await service().gateway.token('administrator');
    expect((await take(randomUUID(), { token: administrator })).status).toBe(404);
  });

  it('one role of several is enough', async () => {
    const both = await service().gateway.token(['engineer', 'agent']);
    expect((await take(randomUUID(), { token: both })).status).toBe(201);
  });

  it('of an inspector is to read, whatever the route says', async () => {
    const inspector = await service().gateway.token('inspector');
    const torn = await service().call('POST', `/notes/${randomUUID()}/tear`, { token: inspector });
    expect([torn.status, torn.json.code]).toEqual([404, 'not-found']);
    expect((await service().call('GET', '/notes', { token: inspector })).status).toBe(200);
  });

  it('is known only from a token of the gateway', async () => {
    const { gateway } = await import('./testbed/gateway.js');
    const forged = await (await gateway()).token('agent');
    const expired = await service().gateway.token('agent', { livesSeconds: -10 });
    const everlasting = await service().gateway.token('agent', { livesSeconds: 3600 });
    const foreign = await service().gateway.token('agent', { issuer: 'somebody' });
    const sentToIntake = await service().gateway.token('agent', { audience: 'intake' });
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${agent.split('.')[1]}.`;
    for (const token of [forged, expired, everlasting, foreign, sentToIntake, unsigned, 'rubbish', '..']) {
      expect((await service().call('GET', `/notes/${randomUUID()}`, { token })).status).toBe(401);
    }
  });
});

describe('reading', () => {
  it('is always answered afresh: what others did changes a view without changing its version', async () => {
    const noteId = randomUUID();
    await take(noteId);
    const had = { token: agent, headers: { 'if-none-match': '"1"' } };
    const { status, headers } = await service().call('GET', `/notes/${noteId}`, had);
    expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, '"1"', 'no-store']);
  });

  it('goes through a list page by page, without gap or repetition', async () => {
    for (let count = 0; count < 5; count += 1) await take();
    const all = await service().call('GET', '/notes?limit=200');
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { json } = await service().call('GET', `/notes?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...json.items.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    }
    expect(seen).toEqual(all.json.items.map(({ id }: { id: string }) => id));
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });

  it.each(['rubbish', 'e30', Buffer.from('{"id":"1; drop table note"}').toString('base64url')])(
    'a cursor nobody gave out (%s) is named',
    async (cursor) => {
      const answer = await service().call('GET', `/notes?cursor=${cursor}`);
      expect([answer.status, answer.json.errors[0].parameter]).toEqual([400, 'cursor']);
    },
  );

  it('sends bytes as what they are', async () => {
    const answer = await service().call('GET', `/notes/${randomUUID()}/form.pdf`);
    expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([
      200,
      'application/pdf',
      '%PDF-1.7',
    ]);
  });

  it('never lets out a field the contract does not know, nor anything of what went wrong inside', async () => {
    expect((await service().call('GET', '/broken?how=more')).text).toBe('{"count":1}');
    const broken = await service().call('GET', '/broken?how=less');
    expect([broken.status, broken.json.code]).toEqual([500, 'internal']);
    const thrown = await service().call('GET', '/broken?how=throw');
    expect(thrown.status).toBe(500);
    expect(thrown.text.replaceAll(String(thrown.json.traceId), '')).not.toContain('42');
    expect(thrown.json.traceId).toBe(thrown.headers.get('x-trace-id'));
  });
});

describe('the trace', () => {
  it('goes on from the caller into the journal', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const noteId = randomUUID();
    await service().call('POST', '/notes', {
      token: agent,
      headers: { 'idempotency-key': randomUUID(), traceparent: `00-${traceId}-b7ad6b7169203331-01` },
      body: { noteId, text: 'traced' },
    });
    const [row] = await service().database.query<{ traceparent: string; actor: object; cause_by: string }>(
      'select traceparent, actor, cause_by from journal where about = $1',
      [noteId],
    );
    expect(row?.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!b7ad6b7169203331)[0-9a-f]{16}-01$`, 'u'));
    expect(row?.actor).toEqual({ personId: 'p-agent', name: '王敏', role: 'agent' });
    expect(row?.cause_by).toBe('person:p-agent');
  });
});

describe('the running role', () => {
  it.each([
    'update journal set type = type',
    'delete from journal',
    'truncate journal',
    'drop table journal',
    'delete from journal_seal',
  ])('cannot: %s', async (statement) => {
    await take();
    await expect(service().running.db.query(statement)).rejects.toThrow(/permission denied|must be owner/u);
  });
});

describe('what could not be handled', () => {
  const letter = async (): Promise<string> => {
    const [row] = await service().database.query<{ id: string }>(
      `insert into dead_letter (durable, reaction, event_id, partition_key, type, stream, stream_seq, subject, headers, body, state, attempts)
       values ('support-hears-support', 'support-remembers-note', $1, 'k', 'support.note-written.v1', 'SUPPORT', 1, 's', '{}', '{"text":"x"}', 'dead', 8)
       returning dead_letter_id as id`,
      [randomUUID()],
    );
    return row?.id ?? '';
  };
  const asked = (path: string, body?: object) => service().call('POST', path, { token: administrator, body });
  let administrator: string;
  beforeAll(async () => {
    administrator = await service().gateway.token('administrator');
  });

  it('is for an administrator to see, page by page', async () => {
    const ids = [await letter(), await letter()];
    expect((await service().call('GET', '/dead-letters', { token: agent })).status).toBe(404);
    const first = await service().call('GET', '/dead-letters?limit=1', { token: administrator });
    const cursor = first.json.nextCursor;
    const second = await service().call('GET', `/dead-letters?limit=1&cursor=${cursor}`, { token: administrator });
    expect([...first.json.items, ...second.json.items].map(({ id }) => id)).toEqual(ids);
    expect(first.json.items[0]).toMatchObject({ reaction: 'support-remembers-note', payload: { text: 'x' } });
  });

  it('is tried again, or dropped with a reason, once', async () => {
    const id = await letter();
    expect((await asked(`/dead-letters/${id}/retry`)).json.state).toBe('retrying');
    expect((await asked(`/dead-letters/${id}/drop`, {})).json.errors[0].pointer).toBe('/reason');
    expect((await asked(`/dead-letters/${id}/drop`, { reason: 'test' })).json.state).toBe('dropped');
    const settled = await asked(`/dead-letters/${id}/retry`);
    expect([settled.status, settled.json.code, settled.json.state]).toEqual([409, 'dead-letter-settled', 'dropped']);
    expect((await asked(`/dead-letters/${randomUUID()}/retry`)).status).toBe(404);
  });
});
