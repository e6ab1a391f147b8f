import { routesOf } from '@pledge/application/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity, Department, Role } from '@pledge/contracts';
import { complaintReaders, roles } from '@pledge/contracts';
import { MatterHandedOver } from '@pledge/contracts/events';
import * as http from '@pledge/contracts/http';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { faultPromises, workCalendar } from '@pledge/promises';
import { routesIn } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { cases, CasesModule } from './cases/cases.module.js';
import { complaint } from './cases/cases.fixtures.js';
import { handOffs, HandOffsModule } from './hand-offs/hand-offs.module.js';
import { ledgersIn } from './ledgers.fixtures.js';
import { supervisionMigrations } from './migrations/index.js';
import type { Ownerships } from './ownerships/ownerships.module.js';
import { ownerships } from './ownerships/ownerships.module.js';
import type { Promises } from './promises/promises.module.js';
import { promises, PromisesModule } from './promises/promises.module.js';
import { BoardController } from './requests/board.controller.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const zone = 'Asia/Shanghai';
const calendar = workCalendar({ timeZone: zone });
const { receive } = ledgersIn(db);
const cause = () => ({ by: 'reaction:test', key: newId() });

const caller = (role: Role, department: Department | null = 'dispatch'): CallerIdentity => ({
  ...{ personId: 'p', name: role, role, roles: [role], department, customerId: null, language: 'zh' },
});
const others = roles.filter((role) => !complaintReaders.includes(role) && role !== 'customer-contact');

interface Known {
  readonly requestId: string;
  readonly promiseId: string;
}
/** Both are on the board with a promise and a hand-off; only one is a complaint. */
let complained: Known;
let suggested: Known;

async function handedOver(kind: 'complaint' | 'suggestion'): Promise<Known> {
  const requestId = newId();
  const number = `RQ-${requestId}`;
  const offer = { ...complaint({ requestId }).handOff, handOffId: newId() };
  const told = complaint({ requestId, number, kind, handOff: offer });
  await receive(MatterHandedOver.of(told));
  await db().query(
    `insert into request_replica (request_id, number, kind, description, received_at, sequence) values ($1, $2, $3, $4, $5, 1)`,
    [requestId, number, kind, told.subject, told.receivedAt],
  );
  const period = { department: 'intake', from: told.receivedAt, acceptedBy: null } as const;
  const held: Ownerships = commandsOf(db(), ownerships, zone);
  await held.handle(requestId, { type: 'begin', requestNumber: number, period }, cause());
  const terms = { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 };
  const [stamped] = faultPromises({ receivedAt: new Date().toISOString(), terms, calendar, newId });
  if (!stamped) throw new Error('no promise was stamped');
  const about = { requestId, requestNumber: number, subject: { kind: 'request', id: requestId, number } } as const;
  await (commandsOf(db(), promises, zone) as Promises).handle(
    stamped.promiseId,
    { type: 'start', about, stamped },
    cause(),
  );
  return { requestId, promiseId: stamped.promiseId };
}

beforeEach(async () => {
  complained = await handedOver('complaint');
  suggested = await handedOver('suggestion');
});

const limit = { limit: 50 };
const settings = { timeZone: zone, closures: [] };
const board = () => new BoardController(db());
const caseRoutes = () => routesOf(CasesModule, commandsOf(db(), cases, zone), db(), settings);
const promiseRoutes = () => routesOf(PromisesModule, commandsOf(db(), promises, zone), db(), settings);
const handOffRoutes = () => routesOf(HandOffsModule, commandsOf(db(), handOffs, zone), db(), settings);
const listed = ({ requestId }: Known) => ({ params: {}, body: {}, query: { ...limit, requestId } });
const named = ({ requestId }: Known) => ({ params: { requestId }, body: {}, query: {} });

/** What each route that reads shows a caller of one of them; a refusal shows nothing. */
const reads: Readonly<Record<string, (who: CallerIdentity, one: Known) => unknown>> = {
  getBoard: (who) => board().board({ params: {}, body: {}, query: limit }, who),
  listHolders: (who, one) => board().holders(listed(one), who),
  listHandOffs: (who, one) => handOffRoutes().listHandOffs?.(listed(one), who),
  listPromises: (who, one) => promiseRoutes().listPromises?.(listed(one), who),
  listMatters: (who, one) => caseRoutes().listMatters?.(listed(one), who),
  getMatter: (who, one) => caseRoutes().getMatter?.(named(one), who),
};
const shown = async (route: string, who: CallerIdentity, one: Known): Promise<boolean> => {
  const answer = await Promise.resolve()
    .then(() => reads[route]?.(who, one))
    .catch((failure: unknown) => {
      expect(failure).toMatchObject({ name: 'NotFound' });
      return null;
    });
  return route === 'listHolders' ? answer !== null : JSON.stringify(answer).includes(one.requestId);
};
const shownTo = async (who: CallerIdentity, one: Known): Promise<string[]> => {
  const routes = [];
  for (const route of Object.keys(reads)) if (await shown(route, who, one)) routes.push(route);
  return routes;
};

describe('a complaint in the ledgers', () => {
  it('is looked for at every route that reads', () =>
    expect(
      routesIn(http, 'supervision')
        .flatMap(({ method, name }) => (method === 'GET' ? [name] : []))
        .toSorted(),
    ).toEqual(Object.keys(reads).toSorted()));

  it.each(others)('is shown to no %s, who sees a suggestion beside it', async (role) => {
    expect(await shownTo(caller(role), complained)).toEqual([]);
    expect(await shownTo(caller(role), suggested)).toEqual(Object.keys(reads));
    expect((await board().board({ params: {}, body: {}, query: limit }, caller(role))).counts.open).toBe(1);
  });

  it.each(complaintReaders)('is shown to %s', async (role) => {
    expect(await shownTo(caller(role), complained)).toEqual(Object.keys(reads));
    expect((await board().board({ params: {}, body: {}, query: limit }, caller(role))).counts.open).toBe(2);
  });

  it('is shown to the department it was handed to, whoever works there', async () => {
    expect(await shownTo(caller('archivist', 'supervision'), complained)).toEqual(Object.keys(reads));
    expect(await shownTo(caller('archivist', null), complained)).toEqual([]);
  });

  it('has its clock stopped by nobody who does not read it', async () => {
    const { promiseId } = complained;
    const by = (who: CallerIdentity) => ({ ...cause(), caller: who });
    const pause = (who: CallerIdentity, id: string) =>
      promiseRoutes().pausePromise?.(
        { params: { promiseId: id }, body: { reason: 'waiting-for-user', note: 'x' }, query: {} },
        by(who),
      );
    await expect(pause(caller('dispatcher'), promiseId)).rejects.toMatchObject({ name: 'NotFound' });
    const resume = promiseRoutes().resumePromise?.(
      { params: { promiseId }, body: undefined, query: {} },
      by(caller('dispatcher')),
    );
    await expect(resume).rejects.toMatchObject({ name: 'NotFound' });
    await expect(pause(caller('dispatcher'), suggested.promiseId)).rejects.toMatchObject({
      code: 'promise-cannot-pause',
    });
  });
});
