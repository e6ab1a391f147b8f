import {
  CallerTold,
  ClarificationAnswered,
  ClarificationAsked,
  ClarificationOverdue,
  NoteAdded,
  ReplyWritten,
  RequestDisputed,
  ToldCallerKept,
  UserWrote,
} from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import { stamp } from '@pledge/promises';
import type { About, Conversation, ConversationCommand, ConversationEvent } from './situation.js';

/** The timer that rings when the user has not made clear what was asked. */
export const clarificationTimer = 'clarification';

const MINUTE_MS = 60_000;

export const conversation: Decider<ConversationCommand, Conversation, ConversationEvent> = {
  initial: { said: [], clarifications: [], told: [], dispute: null },

  decide(command, state, now) {
    const { requestId, about } = command;
    if (!about) throw new Error('a conversation goes on only with what the database knows of its request');
    const of = { requestId, number: about.number };
    switch (command.type) {
      case 'note': {
        const { entryId, by, text } = command;
        const data = { entryId, type: 'note', via: null, by: by.name, text, at: now, ...filesOf(command) } as const;
        return [NoteAdded.of({ ...of, entryId, by, at: now }), { type: 'entry-kept', data }];
      }
      case 'reply': {
        mustBeOpen(about);
        const { entryId, by, text, via } = command;
        if (!about.answered) throw new Refusal('not-answered-yet');
        if (via === 'email' && about.reporter.email === null) throw new Refusal('no-address', {}, '/via');
        return [ReplyWritten.of({ ...of, entryId, text, via, by, at: now, ...filesOf(command) })];
      }
      case 'user-word': {
        mustBeOpen(about);
        const { entryId, text, via } = command;
        const by = about.reporter.name;
        return [
          UserWrote.of({ ...of, entryId, envelopeId: null, by, at: now }),
          { type: 'entry-kept', data: { entryId, type: 'user', via, by, text, at: now, ...filesOf(command) } },
        ];
      }
      case 'dispute': {
        mustBeOpen(about);
        const { kind, resolved, answered } = about;
        if (kind === 'fault' && !resolved) throw new Refusal('request-not-resolved');
        if (kind !== 'fault' && !answered) throw new Refusal('request-not-answered');
        const { entryId, note } = command;
        const by = about.reporter.name;
        return [
          RequestDisputed.of({ ...of, kind, by, note, disputedAt: now }),
          { type: 'entry-kept', data: { entryId, type: 'user', via: 'link', by, text: note, at: now } },
        ];
      }
      case 'ask': {
        mustBeOpen(about);
        const { clarificationId, question, by, withinMinutes } = command;
        const dueAt = inUtc(Date.parse(now) + withinMinutes * MINUTE_MS);
        return [ClarificationAsked.of({ ...of, clarificationId, question, by, askedAt: now, dueAt })];
      }
      case 'clarify': {
        const { clarificationId, answer } = command;
        const asked = state.clarifications.find((one) => one.clarificationId === clarificationId);
        if (!asked) throw new Refusal('clarification-unknown');
        if (asked.state === 'answered') throw new Refusal('clarification-answered');
        const by = command.by ?? about.reporter.name;
        return [ClarificationAnswered.of({ ...of, clarificationId, answer, by, answeredAt: now, ...filesOf(command) })];
      }
      case 'ring': {
        const asked = state.clarifications.find((one) => one.clarificationId === command.clarificationId);
        if (asked?.state !== 'open' || !about.open || Date.parse(asked.dueAt) > Date.parse(now)) return [];
        const { clarificationId, question, dueAt } = asked;
        return [ClarificationOverdue.of({ ...of, clarificationId, question, dueAt, at: now })];
      }
      case 'tell': {
        mustBeOpen(about);
        const { promiseId, by, what, dueAt, calendar } = command;
        const amount = Math.ceil((Date.parse(dueAt) - Date.parse(now)) / MINUTE_MS);
        if (amount < 1) throw new Refusal('told-time-past', { now }, '/by');
        const limit = { amount, unit: 'minutes' } as const;
        const promise = stamp({ promiseId, promise: 'told-caller', startedAt: now, limit, owner: 'intake', calendar });
        return [CallerTold.of({ ...of, promise, what, toldBy: by, toldAt: now })];
      }
      case 'keep': {
        const { promiseId, by } = command;
        const told = state.told.find(({ promise }) => promise.promiseId === promiseId);
        if (!told) throw new Refusal('promise-unknown');
        if (told.doneAt !== null) throw new Refusal('promise-over');
        return [ToldCallerKept.of({ ...of, promiseId, what: told.what, by, doneAt: now })];
      }
    }
  },

  evolve(state, fact) {
    switch (fact.type) {
      case 'entry-kept':
        return { ...state, said: [...state.said, fact.data] };
      case 'intake.reply-written.v1': {
        const { entryId, text, via, by, at } = fact.data;
        const said = { entryId, type: 'reply', via, by: by.name, text, at, ...filesOf(fact.data) } as const;
        const dispute = state.dispute && { ...state.dispute, answeredAt: at };
        return { ...state, said: [...state.said, said], dispute };
      }
      case 'intake.clarification-asked.v1': {
        const { clarificationId, question, by: askedBy, askedAt, dueAt } = fact.data;
        const open = { state: 'open', answer: null, answeredBy: null, answeredAt: null } as const;
        const asked = { clarificationId, question, askedBy, askedAt, dueAt, ...open };
        return { ...state, clarifications: [...state.clarifications, asked] };
      }
      case 'intake.clarification-answered.v1': {
        const { clarificationId, answer, by: answeredBy, answeredAt } = fact.data;
        return changed(state, clarificationId, { state: 'answered', answer, answeredBy, answeredAt });
      }
      case 'intake.clarification-overdue.v1':
        return changed(state, fact.data.clarificationId, { state: 'overdue' });
      case 'intake.caller-told.v1': {
        const { promise, what, toldBy, toldAt } = fact.data;
        return { ...state, told: [...state.told, { promise, what, toldBy, toldAt, doneAt: null }] };
      }
      case 'intake.told-caller-kept.v1': {
        const { promiseId, doneAt } = fact.data;
        const told = state.told.map((one) => (one.promise.promiseId === promiseId ? { ...one, doneAt } : one));
        return { ...state, told };
      }
      case 'intake.note-added.v1':
      case 'intake.user-wrote.v1':
        return state;
      case 'intake.request-disputed.v1': {
        const { by, note, disputedAt: at } = fact.data;
        return { ...state, dispute: { by, note, at, answeredAt: null } };
      }
    }
  },
};

const filesOf = ({ attachmentIds = [] }: { readonly attachmentIds?: readonly string[] | undefined }) =>
  attachmentIds.length > 0 ? { attachmentIds: [...attachmentIds] } : {};

function mustBeOpen({ open }: About): void {
  if (!open) throw new Refusal('request-closed', { status: 'closed' });
}

const changed = (
  state: Conversation,
  clarificationId: string,
  change: Partial<Conversation['clarifications'][number]>,
): Conversation => ({
  ...state,
  clarifications: state.clarifications.map((one) =>
    one.clarificationId === clarificationId ? { ...one, ...change } : one,
  ),
});

const inUtc = (time: number) => new Date(time).toISOString();
