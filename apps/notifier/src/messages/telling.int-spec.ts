import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { complaintReaders, roles } from '@pledge/contracts';
import type {
  ClarificationAsked,
  ClarificationOverdue,
  EngineerDeparted,
  EngineerRegistered,
  EnquiryReceived,
  EnvelopeOverdue,
  HandOffOverdue,
  OrderAssigned,
  PromiseBreached,
  ReplyWritten,
  RequestJoined,
  RequestReceived,
  RequestResponded,
  RosterGapAhead,
} from '@pledge/contracts/events';
import { receiverOf } from '@pledge/application/testing';
import type { InputOf, Message } from '@pledge/contracts/http';
import { listMessages } from '@pledge/contracts/http';
import type { Received } from '@pledge/messaging';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { redacted } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { notifierMigrations } from '../migrations/index.js';
import { NotYetReceived } from '@pledge/kernel';
import { seedRecipients } from '../recipients/recipients.seed.js';
import { replicas } from '../replicas/replicas.module.js';
import { DepartmentReactions } from './departments.reactions.js';
import { EngineerReactions } from './engineers.reactions.js';
import { messageList, messages as kind } from './messages.module.js';
import { ReporterReactions } from './reporters.reactions.js';
import * as told from './events.fixtures.js';
import { received as heard } from './received.fixtures.js';
import { Telling } from './telling.service.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...notifierMigrations] });
const db = () => fresh().dataSource;
const keep = receiverOf(db, [undefined, replicas]);
let reporters: ReporterReactions;
let engineers: EngineerReactions;
let departments: DepartmentReactions;

beforeEach(() => {
  const telling = new Telling(commandsOf(db(), kind, 'Asia/Shanghai'), false);
  const around = { timeZone: 'Asia/Shanghai', publicUrl: 'http://127.0.0.1:8080' };
  reporters = new ReporterReactions(telling, db(), around);
  engineers = new EngineerReactions(telling, db());
  departments = new DepartmentReactions(telling, db(), around);
});

const by = (name: string, { id }: { readonly id: string }) => ({ by: `reaction:${name}`, key: id });
const received = heard('intake.request-received.v1', told.received) as Received<typeof RequestReceived>;
const joined = heard('intake.request-joined.v1', told.joined) as Received<typeof RequestJoined>;
const assigned = heard('dispatch.order-assigned.v1', told.assigned) as Received<typeof OrderAssigned>;
const departed = heard('dispatch.engineer-departed.v1', told.departed) as Received<typeof EngineerDeparted>;
const registered = heard('dispatch.engineer-registered.v1', told.registered) as Received<typeof EngineerRegistered>;
const breached = heard('supervision.promise-breached.v1', told.clock) as Received<typeof PromiseBreached>;
const overdue = heard('supervision.handoff-overdue.v1', told.overdue) as Received<typeof HandOffOverdue>;

const caller = (role: CallerIdentity['role'], personId = 'someone'): CallerIdentity => ({
  personId,
  name: personId,
  role,
  roles: [role],
  department: null,
  customerId: null,
  language: 'zh',
});
/** As it is answered to them. */
async function pageOf(query: InputOf<typeof listMessages>['query'], who: CallerIdentity) {
  const page = await messageList.page(db(), query, who);
  return redacted(listMessages.reply, page, who.roles) as { items: Message[]; nextCursor: string | null };
}
const list = async (who = caller('agent')) => (await pageOf({ limit: 50 }, who)).items;
const said = () =>
  db().query<{ type: string }[]>(`select type from journal where published and type = 'notifier.message-recorded.v1'`);

describe('the reporter', () => {
  it('is told once of what is heard twice and at once', async () => {
    const cause = by('notifier-tells-received', received);
    await Promise.all([reporters.received(received, cause), reporters.received(received, cause)]);
    await reporters.received(received, by('another-reaction', received));
    expect(await list()).toMatchObject([
      { template: 'request-received', audience: 'reporter', state: 'recorded', to: { phone: '13800000001' } },
    ]);
    expect(await said()).toHaveLength(1);
  });

  it('is told of the departure once the request is heard of, whichever comes first', async () => {
    const cause = by('notifier-tells-departed', departed);
    await expect(reporters.departed(departed, cause)).rejects.toBeInstanceOf(NotYetReceived);
    expect(await list()).toEqual([]);
    await keep(received, received);
    await keep(joined, joined);
    await reporters.departed(departed, cause);
    await reporters.departed(departed, cause);
    const messages = await list();
    expect(messages.map(({ to, requestNumber }) => [to.name, requestNumber]).sort()).toEqual(
      [
        [told.received.reportedBy.name, told.received.number],
        [told.joined.reportedBy.name, told.joined.number],
      ].sort(),
    );
    for (const { text } of messages) expect(text).toContain('11月22日 18:05');
  });
});

describe('what was sent about a complaint', () => {
  it('is shown to who reads complaints, and to nobody else', async () => {
    const requestId = randomUUID();
    const of = (kind: 'complaint' | 'suggestion', about = { ...told.enquiry, kind }) =>
      heard('intake.enquiry-received.v1', about) as Received<typeof EnquiryReceived>;
    for (const event of [of('complaint', { ...told.enquiry, kind: 'complaint', requestId }), of('suggestion')]) {
      await keep(event, event);
      await reporters.enquired(event, by('notifier-tells-enquirer', event));
    }
    for (const role of roles.filter((one) => one !== 'customer-contact' && one !== 'engineer')) {
      const seen = (await list(caller(role))).map((message) => message.requestId);
      const both = complaintReaders.includes(role);
      expect([role, seen.includes(requestId), seen.length]).toEqual([role, both, both ? 2 : 1]);
    }
  });
});

describe('the reporter who wrote by mail', () => {
  it('is answered in that thread, now and later', async () => {
    const data = { ...told.received, mailId: '<1@hospital.example>' };
    const byMail = { ...received, id: randomUUID(), data };
    await keep(byMail, byMail);
    await reporters.received(byMail, by('notifier-tells-received', byMail));
    const { requestId, number } = data;
    const person = { personId: 'p', name: '林小雨' };
    const answer = { requestId, number, by: person, text: '好', respondedAt: data.receivedAt };
    const responded = heard('intake.request-responded.v1', answer) as Received<typeof RequestResponded>;
    await reporters.responded(responded, by('notifier-tells-responded', responded));
    const letters = await db().query<{ of: string }[]>(`select record #>> '{letter,inReplyTo}' as of from message`);
    expect(letters).toEqual([{ of: data.mailId }, { of: data.mailId }]);
  });
});

describe('what is said about a request', () => {
  const { requestId, number } = told.received;
  const person = { personId: 'p', name: '林小雨' };
  const at = told.received.receivedAt;
  const reply = (via: 'phone' | 'email' | 'on-site' | 'link') => {
    const data = { requestId, number, entryId: randomUUID(), text: '已安排', via, by: person, at };
    return heard('intake.reply-written.v1', data) as Received<typeof ReplyWritten>;
  };
  const question = { requestId, number, clarificationId: told.other, question: '几号门？' };

  it('waits for the request, and is sent where it was not said already', async () => {
    const written = reply('email');
    const cause = by('notifier-sends-reply', written);
    await expect(reporters.replied(written, cause)).rejects.toBeInstanceOf(NotYetReceived);
    await keep(received, received);
    for (const via of ['phone', 'on-site'] as const) {
      const said = reply(via);
      await reporters.replied(said, by('notifier-sends-reply', said));
    }
    expect(await list()).toEqual([]);
    await reporters.replied(written, cause);
    expect(await list()).toMatchObject([{ template: 'reply-written', audience: 'reporter', requestNumber: number }]);
  });
  it('is asked once, and reminded of once', async () => {
    await keep(received, received);
    const asked = heard('intake.clarification-asked.v1', { ...question, by: person, askedAt: at, dueAt: at });
    const overdue = heard('intake.clarification-overdue.v1', { ...question, dueAt: at, at });
    for (let twice = 0; twice < 2; twice += 1) {
      await reporters.asked(asked as Received<typeof ClarificationAsked>, by('notifier-asks-clarification', asked));
      await reporters.reminded(
        overdue as Received<typeof ClarificationOverdue>,
        by('notifier-reminds-of-clarification', overdue),
      );
    }
    const templates = (await list()).map(({ template, to }) => [template, to.name]);
    expect(templates.sort()).toEqual([
      ['clarification-asked', '王敏'],
      ['clarification-overdue', '王敏'],
    ]);
  });
});

describe('the engineer', () => {
  it('is told of an order once the roster and the request are known', async () => {
    const cause = by('notifier-tells-assigned', assigned);
    await expect(engineers.assigned(assigned, cause)).rejects.toBeInstanceOf(NotYetReceived);
    await keep(registered, registered);
    await expect(engineers.assigned(assigned, cause)).rejects.toBeInstanceOf(NotYetReceived);
    await keep(received, received);
    await engineers.assigned(assigned, cause);
    expect(await list()).toMatchObject([
      { audience: 'engineer', to: { name: '张伟国', phone: '13800020001', email: 'zhangweiguo@example.com' } },
    ]);
  });

  it('sees the messages of the requests that are theirs, the last assignment counting', async () => {
    await reporters.received(received, by('notifier-tells-received', received));
    const earlier = {
      ...assigned,
      id: randomUUID(),
      data: { ...told.assigned, assignment: 1, engineerId: told.other },
    };
    const later = { ...assigned, data: { ...told.assigned, assignment: 2 } };
    await keep(later, later);
    await keep(earlier, earlier);
    expect(await list(caller('engineer', told.assigned.engineerId))).toHaveLength(1);
    expect(await list(caller('engineer', told.other))).toEqual([]);
  });
});

describe('a department', () => {
  it('is told by its name where nobody is known', async () => {
    await departments.breached(breached, by('notifier-tells-breached', breached));
    expect(await list()).toMatchObject([{ audience: 'manager', to: { name: '维修负责人', phone: null, email: null } }]);
  });

  it('is told through its people where they are known, each once', async () => {
    await seedRecipients(db());
    await seedRecipients(db());
    const cause = by('notifier-tells-breached', breached);
    await departments.breached(breached, cause);
    await departments.breached(breached, cause);
    await departments.atRisk(
      { ...breached, id: randomUUID(), type: 'supervision.promise-at-risk.v1' },
      by('notifier-tells-at-risk', overdue),
    );
    const names = (await list()).map(({ audience, to }) => `${audience} ${to.name}`);
    expect(names.sort()).toEqual(['manager 汤建业', 'owner 冯立军', 'owner 董佳慧']);
  });

  it('is told of an envelope that nobody has dealt with, which is about no request yet', async () => {
    const data = {
      envelopeId: told.other,
      channel: 'email',
      dueAt: '2026-11-22T02:00:00.000Z',
      at: '2026-11-22T02:00:00.000Z',
    } as const;
    const late = heard('intake.envelope-overdue.v1', data) as Received<typeof EnvelopeOverdue>;
    await departments.envelopeOverdue(late, by('notifier-tells-envelope-overdue', late));
    const [message] = await list();
    expect(message).toMatchObject({ template: 'envelope-overdue', audience: 'owner', requestId: null });
    expect(message?.text).toContain('一件邮件来件应于 11月22日 10:00 前处理');
  });

  it('has its seat supervisor told, and nobody else, of a gap in the roster', async () => {
    await seedRecipients(db());
    const [from, to] = ['2026-11-27T12:00:00.000Z', '2026-11-28T00:00:00.000Z'];
    const data = { from, to, at: '2026-11-25T12:00:00.000Z' };
    const gap = heard('intake.roster-gap-ahead.v1', data) as Received<typeof RosterGapAhead>;
    await departments.rosterGap(gap, by('notifier-tells-roster-gap', gap));
    await departments.rosterGap(gap, by('notifier-tells-roster-gap', gap));
    const [message, ...others] = await list();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ template: 'roster-gap-ahead', audience: 'supervisor', to: { name: '谢雅琴' } });
    expect(message?.text).toContain('热线 11月27日 20:00 至 11月28日 08:00 无人值班');
  });

  it('that has not accepted a hand-off has its manager told', async () => {
    await keep(received, received);
    await departments.handOffOverdue(overdue, by('notifier-tells-hand-off-overdue', overdue));
    expect(await list()).toMatchObject([{ template: 'hand-off-overdue', requestNumber: told.received.number }]);
  });
});

describe('the list', () => {
  it('masks phones and hides the progress link from those who tell nobody', async () => {
    await reporters.received(received, by('notifier-tells-received', received));
    const [shown] = await list(caller('agent'));
    const [masked] = await list(caller('buyer'));
    expect(shown?.text).toContain(`/p/${told.received.publicToken}`);
    expect(shown?.to.phone).toBe('13800000001');
    expect(masked?.text).not.toContain(told.received.publicToken);
    expect(masked?.to.phone).toBe('138****0001');
  });

  it('is paged, newest first, and filtered', async () => {
    for (let count = 0; count < 3; count += 1) {
      const once = { ...received, id: randomUUID() };
      await reporters.received(once, by('notifier-tells-received', once));
    }
    const first = await pageOf({ limit: 2 }, caller('agent'));
    const rest = await pageOf({ limit: 2, cursor: first.nextCursor ?? '' }, caller('agent'));
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(all.map(({ recordedAt }) => recordedAt)).toEqual(
      all
        .map(({ recordedAt }) => recordedAt)
        .sort()
        .reverse(),
    );
    expect(rest.nextCursor).toBeNull();
    const none = await pageOf({ limit: 2, state: 'sent' }, caller('agent'));
    expect(none.items).toEqual([]);
  });
});
