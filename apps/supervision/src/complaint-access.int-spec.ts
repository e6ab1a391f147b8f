import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity, Department, Role } from '@pledge/contracts';
import { complaintReaders, roles } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import { messagingMigrations } from '@pledge/messaging';
import { faultPromises, workCalendar } from '@pledge/promises';
import { routesIn } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { batonsIn } from '../batons/batons.commands.js';
import type { Calendar } from '../calendar.js';
import { handOffsIn } from '../hand-offs/hand-offs.commands.js';
import { mattersIn } from '../matters/matters.commands.js';
import { MattersController } from '../matters/matters.controller.js';
import { MatterReactions } from '../matters/matters.reactions.js';
import { complaint } from '../matters/matters.testbed.js';
import { supervisionMigrations } from '../migrations/index.js';
import { promisesIn } from '../promises/promises.commands.js';
import { PromisesController } from '../promises/promises.controller.js';
import { BoardController } from '../requests/board.controller.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
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
  const at = told.handedOverAt;
  const reactions = new MatterReactions(mattersIn(db()), handOffsIn(db()), promisesIn(db()), batonsIn(db()));
  await reactions.receive(
    { type: 'intake.matter-handed-over.v1', id: newId(), sequence: 1, at, source: 'x', data: told },
    cause(),
  );
  await handOffsIn(db()).handle(offer.handOffId, { type: 'offer', requestId, offer }, cause());
  await db().query(
    `insert into request_copy (request_id, number, kind, description, received_at, open) values ($1, $2, $3, $4, $5, true)`,
    [requestId, number, kind, told.subject, told.receivedAt],
  );
  const taking = { department: 'intake', from: told.receivedAt, acceptedBy: null } as const;
  await batonsIn(db()).handle(requestId, { type: 'begin', requestId, requestNumber: number, taking }, cause());
  const terms = { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 };
  const [stamped] = faultPromises({ receivedAt: new Date().toISOString(), terms, calendar, newId });
  if (!stamped) throw new Error('no promise was stamped');
  const about = { requestId, requestNumber: number };
  await promisesIn(db()).handle(stamped.promiseId, { type: 'start', about, stamped }, cause());
  return { requestId, promiseId: stamped.promiseId };
}

beforeEach(async () => {
  complained = await handedOver('complaint');
  suggested = await handedOver('suggestion');
});

const limit = { limit: 50 };
const calendarOf = { work: calendar } as Calendar;
const board = () => new BoardController(db(), batonsIn(db()));
const matters = () => new MattersController(mattersIn(db()), calendarOf, db());
const promises = () => new PromisesController(promisesIn(db()), db(), calendarOf);
const listed = ({ requestId }: Known) => ({ params: {}, body: {}, query: { ...limit, requestId } });
const named = ({ requestId }: Known) => ({ params: { requestId }, body: {}, query: {} });

/** What each route that reads shows a caller of one of them; a refusal shows nothing. */
const reads: Readonly<Record<string, (who: CallerIdentity, one: Known) => unknown>> = {
  getBoard: (who) => board().board({ params: {}, body: {}, query: limit }, who),
  listHolders: (who, one) => board().holders(listed(one), who),
  listHandOffs: (who, one) => board().handOffs(listed(one), who),
  listPromises: (who, one) => promises().list(listed(one), who),
  listMatters: (who, one) => matters().list(listed(one), who),
  getMatter: (who, one) => matters().one(named(one), who),
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
    const pause = (who: CallerIdentity, id: string) =>
      promises().pause(
        { params: { promiseId: id }, body: { reason: 'waiting-for-user', note: 'x' }, query: {} },
        cause(),
        who,
      );
    await expect(pause(caller('dispatcher'), promiseId)).rejects.toMatchObject({ name: 'NotFound' });
    const resume = promises().resume(
      { params: { promiseId }, body: undefined, query: {} },
      cause(),
      caller('dispatcher'),
    );
    await expect(resume).rejects.toMatchObject({ name: 'NotFound' });
    await expect(pause(caller('dispatcher'), suggested.promiseId)).rejects.toMatchObject({
      code: 'promise-cannot-pause',
    });
  });
});
