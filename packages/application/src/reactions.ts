import type { EventContract } from '@pledge/contracts';
import type { Planned, Question, Received, ReplicaRow } from '@pledge/messaging';
import { replicaStatement } from '@pledge/messaging';
import type { RecordKind } from './aggregate.js';

/** Whom a command is for: the record's id, or what finds it. */
export type Addressee =
  | string
  | {
      readonly find: Question<string | undefined>;
      /** What is not known yet where it is not found, for a person to read; absent where there is nothing to do then. */
      readonly awaits?: string;
      /** The partition key of the event that brings it, where it is not that of the event itself. */
      readonly key?: string;
    };

export type Told<Command> = readonly [to: Addressee, command: Command];

/** What a department does when another one says something; said, and not done, so that events share a transaction. */
export interface DeclaredReaction<Command = unknown> {
  readonly contract: EventContract;
  readonly name: string;
  readonly tell: (received: Received) => {
    readonly commands: readonly Told<Command>[];
    readonly rows: Planned['writes'];
  };
}

/**
 * Gives a command to a record of this kind when an event is received; several are given in order.
 * @param name this reaction's memory in the inbox: renamed, it does everything again on a replay
 * @param does the record's id and the command, a list of these, or null where there is nothing to do
 */
export const on = <Contract extends EventContract, Command>(
  contract: Contract,
  name: string,
  does: (
    data: Received<Contract>['data'],
    received: Received<Contract>,
  ) => Told<Command> | readonly Told<Command>[] | null,
): DeclaredReaction<Command> => ({
  contract,
  name,
  tell(received) {
    const told = does(received.data, received as Received<Contract>);
    return { commands: told === null ? [] : isList(told) ? told : [told], rows: [] };
  },
});

const isList = <Command>(told: Told<Command> | readonly Told<Command>[]): told is readonly Told<Command>[] =>
  told.length === 0 || Array.isArray(told[0]);

type Data<Contract extends EventContract> = Received<Contract>['data'];
type Value = ReplicaRow['columns'][string];
type Columns<Contract extends EventContract> = Readonly<Record<string, (data: Data<Contract>) => Value>>;

/**
 * This department's copy of what another one says of a record, never taken back in time by an older event that is said again.
 * @param name kept by dead letters; the copy itself may be written again and again
 * @param row `key` and `columns` by name of the column; `guard` the column that holds the place of the event that wrote it last
 */
export const replica = <Contract extends EventContract>(
  contract: Contract,
  name: string,
  row: {
    readonly table: string;
    readonly key: Columns<Contract>;
    readonly columns: Columns<Contract>;
    readonly guard?: string;
  },
): DeclaredReaction => ({
  contract,
  name,
  tell({ data, sequence }) {
    const read = (columns: Columns<Contract>) =>
      Object.fromEntries(Object.entries(columns).map(([column, of]) => [column, of(data as Data<Contract>)]));
    const { table, guard } = row;
    const written = { table, key: read(row.key), columns: read(row.columns), ...(guard && { guard }) };
    return { commands: [], rows: [replicaStatement(written, sequence)] };
  },
});

/** What the consumer does with it. */
export const planFor =
  (kind: RecordKind<never, never, never, never> | undefined, { tell }: DeclaredReaction) =>
  (received: Received): Planned => {
    const { commands, rows } = tell(received);
    const units = commands.map(([to, command]) => {
      if (!kind) throw new Error('a reaction that gives commands belongs to a kind of record');
      const told = { aggregate: kind as never, command: command as { readonly type: string } };
      if (typeof to === 'string') return { ...told, id: to };
      const { find: id, awaits: what, key } = to;
      return what === undefined
        ? { ...told, id }
        : { ...told, id, awaits: { what, ...(key !== undefined && { key }) } };
    });
    return { units, writes: rows ?? [] };
  };
