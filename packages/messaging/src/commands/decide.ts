import type { Given } from '@pledge/kernel';
import { NotYetReceived, pendingNumber, replay } from '@pledge/kernel';
import { StaleVersion } from '../failures.js';
import type { AnyEvent, Entry } from '../journal.js';
import { isQuestion } from './aggregate.js';
import { derivedId } from './derived-id.js';
import type { Inbox } from './inbox.js';
import { locksOfCause, locksOn, lookAt } from './inbox.js';
import type { Session } from './session.js';
import type { Question, Statement } from './statement.js';
import type { Versioned } from './store.js';
import type { Group, Unit } from './unit.js';
import { RecordNotFound } from './unit.js';

export interface Decision {
  readonly id: string;
  readonly events: readonly AnyEvent[];
  readonly version: number;
  readonly view: unknown;
  readonly repeated: boolean;
}

export interface Failure {
  readonly unit: Unit;
  readonly failure: unknown;
}

export interface Decided {
  readonly now: string;
  readonly decisions: ReadonlyMap<Unit, Decision>;
  /** The first failure of a group; whoever failed has written nothing. */
  readonly failed: ReadonlyMap<Group, Failure>;
  /** What saves the records and what stands beside them. */
  readonly saves: readonly Statement[];
  readonly entries: readonly Entry[];
}

interface Loaded {
  readonly found: Versioned<unknown> | undefined;
  readonly context: unknown;
}

interface Changed extends Versioned<unknown> {
  readonly unit: Unit;
  readonly id: string;
}

/**
 * Applies commands to records: locks, looks and loads in one flush, decides, and says what to write. Later units see what earlier
 * ones have changed. Nothing is written here but numbers that were drawn.
 */
export async function decide(session: Session, groups: readonly Group[], timeZone: string): Promise<Decided> {
  const units = groups.flat();
  const ids = await idsOf(session, units);
  const { inbox, loaded } = await load(session, units, ids);
  const { now } = inbox;
  const changed = new Map<string, Changed>();
  const seen = new Map<string, Versioned<unknown>>();
  const beside: Statement[] = [];
  const entries: Entry[] = [];
  const asked: { readonly unit: Unit; readonly entry: Entry; readonly view: Question<unknown> }[] = [];
  const decisions = new Map<Unit, Decision>();
  const failed = new Map<Group, Failure>();

  async function apply(unit: Unit): Promise<Decision> {
    const { aggregate, cause, command } = unit;
    const id = ids.get(unit);
    if (id === undefined) {
      if (unit.awaits) throw new NotYetReceived(unit.awaits.what, unit.awaits.key);
      return { id: '', events: [], version: 0, view: undefined, repeated: false };
    }
    const handled = inbox.handled(cause);
    if (handled) {
      const { about, version, view } = handled;
      return { id: about ?? id, events: [], version: version ?? 0, view, repeated: true };
    }
    const { found, context } = loaded.get(unit) as Loaded;
    const key = `${aggregate.record}/${id}`;
    const present = seen.get(key) ?? found;
    mayTouch(unit, present);
    const { state, version: seenVersion } = present ?? { state: aggregate.rules.initial as unknown, version: 0 };
    if (cause.expectedVersion !== undefined && cause.expectedVersion !== seenVersion)
      throw new StaleVersion(cause.expectedVersion, seenVersion, await viewNow(id, unit, present, context));

    const given = circumstances(id, unit, now, context);
    const said = aggregate.rules.decide(command, state, given) as readonly AnyEvent[];
    const events = await withNumbers(said, unit);
    const version = events.length > 0 ? seenVersion + 1 : seenVersion;
    const after: unknown = events.length > 0 ? replay(aggregate.rules, events, state) : state;
    if (events.length > 0) {
      seen.set(key, { state: after, version });
      // Of several commands on a record the last one's state is saved.
      changed.delete(key);
      changed.set(key, { unit, id, state: after, version });
      beside.push(...(aggregate.beside?.({ id, events, before: state, after, version, now }) ?? []));
    }
    const view: unknown = cause.wantsView
      ? aggregate.view?.({ id, state: after, version, context, timeZone })
      : undefined;
    const entry = { cause, record: aggregate.record, about: id, version, events, view };
    if (isQuestion(view)) asked.push({ unit, entry, view });
    else entries.push(entry);
    return { id, events, version, view, repeated: false };
  }

  async function viewNow(id: string, { aggregate }: Unit, present: Versioned<unknown> | undefined, context: unknown) {
    const view: unknown = present && aggregate.view?.({ id, ...present, context, timeZone });
    return isQuestion(view) ? (await session.ask({ view })).view : view;
  }

  async function withNumbers(events: readonly AnyEvent[], { aggregate }: Unit): Promise<readonly AnyEvent[]> {
    const isPending = ({ data }: AnyEvent) => 'number' in data && data.number === pendingNumber;
    if (!aggregate.number || !events.some(isPending)) return events;
    const { number } = await session.ask({ number: aggregate.number.draw(now, timeZone) });
    return events.map((event) => (isPending(event) ? { ...event, data: { ...event.data, number } } : event));
  }

  for (const group of groups) {
    for (const unit of group) {
      try {
        decisions.set(unit, await apply(unit));
      } catch (failure) {
        failed.set(group, { unit, failure });
        break;
      }
    }
  }

  const saves = [
    ...[...changed.values()].map(({ unit, id, state, version }) => unit.aggregate.store.save(id, state, version)),
    ...beside,
  ];
  if (asked.length === 0) return { now, decisions, failed, saves, entries };

  // What a view is asked for must be there first.
  const answers = await session.flush([...saves, ...asked.map(({ view }) => view)]);
  asked.forEach(({ unit, entry, view }, nth) => {
    const read = view.read(answers[saves.length + nth] ?? []);
    entries.push({ ...entry, view: read });
    decisions.set(unit, { ...(decisions.get(unit) as Decision), view: read });
  });
  return { now, decisions, failed, saves: [], entries };
}

function mayTouch({ aggregate, cause, mustExist, command }: Unit, present: Versioned<unknown> | undefined): void {
  if (!present && mustExist) throw new RecordNotFound();
  const { caller } = cause;
  if (!present || !caller || !aggregate.access) return;
  if (!aggregate.access(present.state, caller, command.type)) throw new RecordNotFound();
}

function circumstances(id: string, { cause }: Unit, now: string, context: unknown): Given<unknown> {
  return {
    id,
    now,
    context,
    actor: cause.caller,
    newId: (name) => derivedId(now, cause.by, cause.key, name),
  };
}

async function idsOf(session: Session, units: readonly Unit[]): Promise<Map<Unit, string | undefined>> {
  const lookups = units.flatMap(({ id }) => (typeof id === 'string' ? [] : [id]));
  const answers = lookups.length > 0 ? await session.flush(lookups) : [];
  const found = new Map(lookups.map((lookup, nth) => [lookup, lookup.read(answers[nth] ?? [])]));
  return new Map(units.map((unit) => [unit, typeof unit.id === 'string' ? unit.id : found.get(unit.id)]));
}

async function load(session: Session, units: readonly Unit[], ids: ReadonlyMap<Unit, string | undefined>) {
  const known = units.flatMap((unit) => {
    const id = ids.get(unit);
    return id === undefined ? [] : [{ unit, id }];
  });
  const locks = known.flatMap(({ unit: { aggregate, cause, command }, id }) => [
    `${aggregate.record}/${id}`,
    ...locksOfCause(cause),
    ...(aggregate.locks?.(id, command) ?? []),
  ]);
  const look = lookAt(units.map(({ cause }) => cause));
  const questions = known.map(({ unit: { aggregate, command }, id }) => ({
    record: aggregate.store.load(id),
    context: Object.entries((aggregate.context?.(id, command) ?? {}) as Readonly<Record<string, Question<unknown>>>),
  }));
  const flat = questions.flatMap(({ record, context }) => [record, ...context.map(([, one]) => one)]);
  const [, seen = [], ...answers] = await session.flush([locksOn(locks), look, ...flat]);

  const answerOf = new Map<Question<unknown>, unknown>();
  flat.forEach((one: Question<unknown>, nth) => answerOf.set(one, one.read(answers[nth] ?? [])));
  const loaded = new Map<Unit, Loaded>();
  questions.forEach(({ record, context }, nth) => {
    const of = known[nth];
    if (!of) return;
    loaded.set(of.unit, {
      found: answerOf.get(record) as Versioned<unknown> | undefined,
      context: Object.fromEntries(context.map(([name, one]) => [name, answerOf.get(one)])),
    });
  });
  return { inbox: look.read(seen) satisfies Inbox, loaded };
}
