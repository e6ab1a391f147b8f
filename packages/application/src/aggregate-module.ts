import type { ModuleMetadata, Provider, Type } from '@nestjs/common';
import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity, CommandOf, CommandRoute, CommandRoutes, InputOf, RouteContract } from '@pledge/contracts';
import type { Typed } from '@pledge/kernel';
import type { Cause, Commands } from '@pledge/messaging';
import { commandsOf, derivedId, On } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { AskedBy, Caller, Input, NotFound, Serves, SETTINGS } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import type { RecordKind } from './aggregate.js';
import { defineMethod, parameter } from './generated-method.js';
import type { AnyList, RecordList } from './list-of.js';
import type { Projection } from './projection.js';
import type { DeclaredReaction } from './reactions.js';
import { planFor } from './reactions.js';
import { RecordTimers } from './record-timers.js';

type MaybePromise<T> = T | Promise<T>;

/** Of which record a command is checked, and for whom; undefined where no person gives it. */
export interface CheckedOf {
  readonly id: string;
  readonly db: DataSource;
  readonly caller: Cause['caller'];
}
type Checks<Routes extends CommandRoutes> = {
  readonly [Type in keyof Routes]?: (command: CommandOf<Routes[Type]>, of: CheckedOf) => MaybePromise<void>;
};
type Check = (command: never, of: CheckedOf) => MaybePromise<void>;

/** One record by its id, for a route that asks for it. */
export interface RecordReader<Item = unknown> {
  readonly route: RouteContract;
  /**
   * @param timeZone needed where the projection depends on it
   * @throws {NotFound} also where it is not for the caller to know of
   */
  one(db: DataSource, id: string, caller: CallerIdentity | undefined, timeZone?: string): Promise<Item>;
}

/**
 * Answers a route with the record whose id it names.
 * @param visible a condition on the record that the caller may know of, as in `listOf`
 */
export const getOf = <R extends RouteContract, Item>(
  route: R,
  projection: Projection<Item>,
  visible: (item: Item, caller: CallerIdentity) => boolean = () => true,
): RecordReader<Item> => ({
  route,
  async one(db, id, caller, timeZone) {
    const { text, values, read } = projection.one(id, timeZone);
    const item = read(await db.query<unknown[]>(text, [...values]));
    if (item === undefined || (caller && !visible(item, caller))) throw new NotFound();
    return item;
  },
});

export interface ModuleParts<Routes extends CommandRoutes, Command = unknown> {
  /** All routes that give a command, by the command's name. */
  readonly commands?: Routes;
  /** What must hold of a command before the record is looked at: of a picture, of a file. */
  readonly before?: Checks<Routes>;
  /** What the company's settings add to a command, e.g. its calendar. */
  readonly adds?: { readonly [Type in keyof Routes]?: (settings: Settings) => object };
  readonly gets?: readonly RecordReader[];
  readonly lists?: readonly AnyList[];
  readonly reactions?: readonly DeclaredReaction<Command>[];
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
}

/**
 * A Nest module of one kind of record: its commands under their token, its routes, its reactions, its clock.
 * @param kind undefined where a room only keeps replicas
 * @param token the class under which others find its commands: `abstract class Orders extends Commands<…> {}`
 */
export function aggregateModule<
  Command extends Typed,
  State,
  Event extends { readonly type: string; readonly data: object },
  Context,
  View,
  const Routes extends CommandRoutes,
>(
  kind: RecordKind<Command, State, Event, Context, View>,
  token: abstract new () => Commands<Command, Event, View>,
  parts: ModuleParts<Routes, Command>,
): ModuleMetadata {
  const { expiry } = kind;
  const timer: Provider = {
    provide: `${kind.record}/timer`,
    inject: [RecordTimers, token],
    useFactory: (timers: RecordTimers, commands: Commands) => {
      if (expiry) timers.add(expiry.kind, (ref, _at, cause) => commands.handle(ref, expiry.command, cause));
    },
  };
  const commands: Provider = {
    provide: token,
    inject: [DataSource, SETTINGS],
    useFactory: (db: DataSource, { timeZone }: Pick<Settings, 'timeZone'>) => commandsOf(db, kind, timeZone),
  };
  return {
    controllers: [
      commandController(kind as never, token, parts),
      reactionController(kind as never, parts.reactions ?? []),
      ...(parts.controllers ?? []),
    ],
    providers: [commands, ...(expiry ? [timer] : []), ...(parts.providers ?? [])],
    exports: [token],
  };
}

/** A Nest module that only keeps what others say. */
export const replicaModule = (name: string, reactions: readonly DeclaredReaction[]): ModuleMetadata => ({
  controllers: [reactionController(undefined, reactions, name)],
});

function commandController(
  kind: RecordKind<never, never, never, never>,
  token: abstract new () => Commands,
  parts: ModuleParts<CommandRoutes>,
): Type {
  class Generated {
    constructor(
      readonly commands: Commands,
      readonly db: DataSource,
      readonly settings: Settings,
    ) {}
  }
  Object.defineProperty(Generated, 'name', { value: `${kind.record}-routes` });
  Inject(token)(Generated, undefined, 0);
  Inject(DataSource)(Generated, undefined, 1);
  Inject(SETTINGS)(Generated, undefined, 2);
  for (const [type, route] of Object.entries(parts.commands ?? {}))
    serveCommand(Generated, type, route, kind, { before: parts.before?.[type], adds: parts.adds?.[type] });
  for (const reader of parts.gets ?? [])
    serve(Generated, reader.route, function (this: Generated, { params }, caller) {
      return reader.one(this.db, String(Object.values(params)[0]), caller, this.settings.timeZone);
    });
  for (const list of (parts.lists ?? []) as readonly RecordList[])
    serve(Generated, list.route, function (this: Generated, { query }, caller) {
      return list.page(this.db, query, caller, this.settings.timeZone);
    });
  Controller()(Generated);
  return Generated;
}

type Serve<Self> = (this: Self, input: InputOf<RouteContract>, caller: CallerIdentity | undefined) => unknown;

function serve<Self>(target: Type<Self>, route: RouteContract, body: Serve<Self>): void {
  defineMethod(target, route.name, body, parameter(Input(), 0), parameter(Caller(), 1), (prototype, name, descriptor) =>
    Serves(route)(prototype, name, descriptor as TypedPropertyDescriptor<never>),
  );
}

interface Self {
  readonly commands: Commands;
  readonly db: DataSource;
  readonly settings: Settings;
}

function serveCommand(
  target: Type,
  type: string,
  route: CommandRoute,
  kind: RecordKind<never, never, never, never>,
  { before, adds }: { readonly before: Check | undefined; readonly adds: ((settings: Settings) => object) | undefined },
): void {
  const makes = !route.path.includes(':');
  async function serveIt(this: Self, { params, body }: InputOf<CommandRoute>, cause: Cause) {
    const named: unknown = Object.values(params)[0];
    const id = makes ? derivedId(new Date().toISOString(), cause.by, cause.key) : String(named);
    const command = { ...(body as object | undefined), ...adds?.(this.settings), type };
    if (before) {
      if (!makes) await mustBeTheirs(this.db, kind, id, type, cause);
      await before(command as never, { id, db: this.db, caller: cause.caller });
    }
    return this.commands.handle(id, command, cause, { mustExist: !makes });
  }
  defineMethod(
    target,
    route.name,
    serveIt,
    parameter(Input(), 0),
    parameter(AskedBy(), 1),
    (prototype, name, descriptor) => Serves(route)(prototype, name, descriptor as TypedPropertyDescriptor<never>),
  );
}

/** What is not for the caller to know of is answered like what is not there, before anything else is looked at. */
async function mustBeTheirs(
  db: DataSource,
  { store, access }: RecordKind<never, never, never, never>,
  id: string,
  type: string,
  { caller }: Cause,
): Promise<void> {
  const { text, values, read } = store.load(id);
  const present = read(await db.query<unknown[]>(text, [...values]));
  if (!present || (caller && access && !access(present.state, caller, type))) throw new NotFound();
}

function reactionController(
  kind: RecordKind<never, never, never, never> | undefined,
  reactions: readonly DeclaredReaction[],
  name = kind?.record ?? 'replicas',
): Type {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- its methods are defined below, where Nest looks for them
  class Generated {}
  Object.defineProperty(Generated, 'name', { value: `${name}-reactions` });
  for (const reaction of reactions) {
    // What a declared reaction does is said by its plan, and done by the consumer.
    defineMethod(
      Generated,
      reaction.name,
      () => Promise.resolve(),
      (prototype, method, descriptor) => {
        const { contract, name: remembered } = reaction;
        On(contract, remembered, planFor(kind, reaction))(
          prototype,
          method,
          descriptor as TypedPropertyDescriptor<never>,
        );
      },
    );
  }
  Controller()(Generated);
  return Generated;
}
