import type { z } from 'zod';

export type EventType = `${string}.${string}.v${number}`;

export interface EventContract<Type extends EventType = EventType, Data extends z.ZodType = z.ZodType> {
  readonly type: Type;
  /** One sentence for the catalogue: what is true from now on. */
  readonly summary: string;
  readonly data: Data;
  /** The version before this one, where there is one. */
  readonly earlier?: Earlier;
  of(data: z.output<Data>): { readonly type: Type; readonly data: z.output<Data> };
}

/** An earlier version of an event, and how its data becomes that of the later one. */
export interface Earlier<Data = unknown> {
  readonly contract: EventContract;
  readonly upcast: (data: unknown) => Data;
}

/** What happened, as a rule returns it and the bus carries it. */
export type EventOf<Contract extends EventContract> = ReturnType<Contract['of']>;

/**
 * Defines an event once: its name with version, its meaning, its data.
 * Where `data` holds a `requestId`, facts of one request are heard in the order they were said.
 * @param earlier the version before, made by `upcastFrom`: whoever reacts to this version hears that one too, as this one
 */
export function defineEvent<const Type extends EventType, Data extends z.ZodType>(
  type: Type,
  summary: string,
  data: Data,
  earlier?: Earlier<z.output<Data>>,
): EventContract<Type, Data> {
  return { type, summary, data, of: (value) => ({ type, data: value }), ...(earlier && { earlier }) };
}

/** How the data of an earlier version of an event becomes that of the later one. */
export const upcastFrom = <Contract extends EventContract, Data>(
  contract: Contract,
  upcast: (data: z.output<Contract['data']>) => Data,
): Earlier<Data> => ({ contract, upcast: (data) => upcast(data as z.output<Contract['data']>) });

/** The types that a reaction to an event hears: its own, and the earlier versions that become it. */
export const versionsOf = ({ type, earlier }: EventContract): readonly EventType[] => [
  type,
  ...(earlier ? versionsOf(earlier.contract) : []),
];
