import type { CallInput } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts/http';
import type { ComponentType, ReactNode } from 'react';
import type { z } from 'zod';

/** What the body of a route takes, before it is parsed. */
export type BodyOf<R extends RouteContract> = NonNullable<z.input<R['body']>>;

/** What a form tells those who listen about a field; a widget hands it on to what can have the focus. */
interface Described {
  readonly 'aria-required'?: 'true' | 'false';
  readonly 'aria-invalid'?: 'true' | 'false';
  readonly 'aria-describedby'?: string;
}

/** What a widget of a screen's own gets: the value of its field, and the record that the command is about. */
export interface WidgetProps<Value, Row> extends Described {
  readonly id?: string;
  readonly value?: Readonly<Exclude<Value, undefined>>;
  // A method: a widget may keep more in its value than the body takes (name, model); parsing the body drops it.
  onChange?(this: void, value: Readonly<Exclude<Value, undefined>> | undefined): void;
  readonly record: Row;
}
type Widget<Value, Row> = { of(props: WidgetProps<Value, Row>): ReactNode }['of'];

/** Widgets by the field of the body they fill in. */
export type Widgets<R extends RouteContract, Row> = {
  readonly [Name in keyof BodyOf<R>]?: Widget<BodyOf<R>[Name], Row>;
};

/** What a screen says about a command beyond its route. */
export interface StepOptions<R extends RouteContract, Row> {
  /** The name below `command.` in the words; the route's own name unless told. */
  readonly words?: (record: Row) => string;
  /** Possible, but a button beside the title and not the next step. */
  readonly later?: (record: Row) => boolean;
  /** Asks once more before it is sent. */
  readonly confirm?: boolean;
  readonly widgets?: Widgets<R, Row>;
  /** What the fields hold at first; otherwise what the record holds under the same name. */
  readonly initial?: (record: Row) => Partial<BodyOf<R>>;
  /** Fields of the body that this screen does not ask for. */
  readonly hidden?: readonly (keyof BodyOf<R> & string)[];
  /** The field at which a refusal is shown, by its code. */
  readonly at?: Readonly<Partial<Record<string, keyof BodyOf<R> & string>>>;
  /** Shown above the fields: what one has to know to decide. */
  readonly above?: ComponentType<{ readonly record: Row }>;
}

type Erased = Readonly<Record<string, (props: WidgetProps<unknown, never>) => ReactNode>>;

/** A command on a record, whatever its route. */
export interface Step<Row> {
  readonly route: RouteContract;
  readonly words: (record: Row) => string;
  readonly later: (record: Row) => boolean;
  readonly confirm: boolean;
  readonly widgets: Erased;
  readonly initial: (record: Row) => Readonly<Record<string, unknown>>;
  readonly hidden: readonly string[];
  readonly at: Readonly<Partial<Record<string, string>>>;
  readonly above: ComponentType<{ readonly record: Row }> | null;
}

/** Curried, so that the record is said and the route is inferred: `const of = step<Order>(); of(closeOrder, { confirm: true })`. */
export const step =
  <Row>() =>
  <R extends RouteContract>(route: R, options: StepOptions<R, Row> = {}): Step<Row> => ({
    route,
    words: options.words ?? (() => route.name),
    later: options.later ?? (() => false),
    confirm: options.confirm ?? false,
    widgets: (options.widgets ?? {}) as Erased,
    initial: options.initial ?? (() => ({})),
    hidden: options.hidden ?? [],
    at: options.at ?? {},
    above: options.above ?? null,
  });

/** What `send` takes, of a route that is known only while the program runs. */
export const inputFor = (params: Readonly<Record<string, string>>, body: unknown): CallInput<RouteContract> => ({
  params,
  ...(body !== undefined && { body }),
});
