import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receiverOf } from '@pledge/application/testing';
import type { Department, Role } from '@pledge/contracts';
import { identityIssuer } from '@pledge/contracts';
import { demoArticles } from '@pledge/demo';
import type { RunningService } from '@pledge/service-host';
import { runService, serviceMigrations } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Articles } from './articles/articles.module.js';
import { supportMigrations } from './migrations/index.js';
import { referred } from './questions/questions.fixtures.js';
import { questionReactions, questions } from './questions/questions.module.js';
import { seedArticles } from './seed.js';
import { SupportModule } from './support.module.js';

const database = freshDatabase({ migrations: serviceMigrations(supportMigrations), per: 'file' });
const keys = await generateKeyPair('EdDSA', { extractable: true });
let running: RunningService | undefined;
const service = (): RunningService => {
  if (!running) throw new Error('the service is not there yet');
  return running;
};
const receive = receiverOf(() => service().db, [questions, questionReactions]);

beforeAll(async () => {
  running = await runService(
    {
      ...{ service: 'support', module: SupportModule, migrations: supportMigrations },
      seed: (app) => seedArticles(app.get(Articles)),
    },
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl: database().url, natsUrl: 'nats://127.0.0.1:1' },
      ...{ identityPublicKey: await exportJWK(keys.publicKey), demo: true, timeZone: 'Asia/Shanghai', closures: [] },
      ...{ logLevel: process.env.LOG_LEVEL ?? 'silent', poolSize: 5, production: false },
    },
  );
});
afterAll(() => running?.stop());

interface Answer {
  readonly status: number;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever was answered; the assertion is the check
  readonly etag: string | null;
}
type Who = readonly [personId: string, role: Role, department: Department | null];
const trainer: Who = ['long', 'trainer', 'support'];
const hou: Who = ['hou', 'support-engineer', 'support'];
const buyer: Who = ['su', 'buyer', 'parts'];
const agent: Who = ['lin', 'agent', 'intake'];

async function call([personId, role, department]: Who, path: string, body?: unknown, seen?: string): Promise<Answer> {
  const token = await new SignJWT({ role, personId, name: personId, roles: [role], department, customerId: null })
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(identityIssuer)
    .setAudience('support')
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(keys.privateKey);
  const answer = await fetch(`${service().url}/api/support${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...{ 'x-pledge-identity': token, 'accept-language': 'zh' },
      ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      ...(seen !== undefined && { 'if-match': seen }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json(), etag: answer.headers.get('etag') };
}

const text = {
  title: { zh: '读卡无响应', en: 'The reader does not answer' },
  body: { zh: '先量电压。', en: 'Measure the voltage first.' },
  ...{ category: 'access-control', keywords: ['刷卡'], appliesTo: [], source: 'GB 50396-2007', reviewBy: '2020-01-01' },
};

describe('the knowledge base, by its addresses', () => {
  it('has the articles of the demo company', async () => {
    const { json } = await call(agent, '/articles?limit=200');
    expect([json.items.length, json.total]).toEqual([demoArticles.length, demoArticles.length]);
  });

  it('takes an article, its newer editions from who has seen the latest, and its withdrawal', async () => {
    const written = await call(trainer, '/articles', text);
    expect([written.status, written.etag, written.json.owner, written.json.stale]).toEqual([201, '"1"', 'long', true]);
    const { id } = written.json;
    const revised = await call(hou, `/articles/${id}`, { ...text, reviewBy: '2099-01-01' }, '"1"');
    expect([revised.status, revised.json.edition, revised.json.stale]).toEqual([200, 2, false]);
    const blind = await call(hou, `/articles/${id}`, text, '"1"');
    expect([blind.status, blind.json.current.edition]).toEqual([412, 2]);
    expect((await call(hou, `/articles/${id}/withdraw`, { reason: '停产' })).json.state).toBe('withdrawn');
    const late = await call(hou, `/articles/${id}`, text);
    expect([late.status, late.json.code]).toEqual([409, 'article-withdrawn']);
    expect(late.json.detail).toBe('该资料已撤下，不能再修改。');
    expect((await call(hou, `/articles/${randomUUID()}`, text)).status).toBe(404);
    expect((await call(buyer, '/articles', text)).status).toBe(404);
  });
});

describe('a question, by its addresses', () => {
  it('goes from department to department within working hours, and is answered and learnt from', async () => {
    const told = referred({ questionId: randomUUID(), requestId: randomUUID() });
    await receive({ type: 'intake.question-referred.v1', data: told });
    const at = `/questions/${told.questionId}`;
    const archivist: Who = ['gu', 'archivist', 'archives'];
    expect((await call(archivist, at)).status).toBe(404);
    expect((await call(archivist, `${at}/accept`, {})).status).toBe(404);
    expect((await call(hou, `${at}/accept`, {})).json.code).toBe('not-your-department');
    expect((await call(buyer, `${at}/decline`, { reason: '不属本部门' })).json.status).toBe('declined');
    const asked = await call(agent, `${at}/reassign`, { department: 'archives' });
    expect([asked.status, asked.json.status, asked.json.department]).toEqual([200, 'referred', 'archives']);
    expect(Date.parse(asked.json.acceptBy)).toBeGreaterThan(Date.now());
    expect((await call(archivist, `${at}/accept`, {})).json.acceptedBy).toEqual({ personId: 'gu', name: 'gu' });
    expect((await call(archivist, `${at}/answer`, { answer: 'HY-AC4000E' })).json.status).toBe('answered');
    const decided = await call(hou, `${at}/decide`, { decision: 'new-article', article: text });
    expect([decided.status, decided.json.status]).toEqual([200, 'closed']);
    const learnt = await call(hou, `/articles/${decided.json.knowledge.articleId}`);
    expect([learnt.json.questionId, learnt.json.owner]).toEqual([told.questionId, 'hou']);
  });
});
