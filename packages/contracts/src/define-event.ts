import type { z } from 'zod';

export type EventType = `${string}.${string}.v${number}`;

export interface EventContract<Type extends EventType = EventType, Data extends z.ZodType = z.ZodType> {
  readonly type: Type;
  /** One sentence for the catalogue: what is true from now on. */
  readonly summary: string;
  readonly data: Data;
  of(data: z.output<Data>): { readonly type: Type; readonly data: z.output<Data> };
}

/** What happened, as a rule returns it and the bus carries it. */
export type Fact<Contract extends EventContract> = ReturnType<Contract['of']>;

/**
 * Defines an event once: its name with version, its meaning, its data.
 * Where `data` holds a `requestId`, facts of one request are heard in the order they were said.
 */
export function defineEvent<const Type extends EventType, Data extends z.ZodType>(
  type: Type,
  summary: string,
  data: Data,
): EventContract<Type, Data> {
  return { type, summary, data, of: (value) => ({ type, data: value }) };
}
