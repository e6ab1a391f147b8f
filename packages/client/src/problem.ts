export interface FieldError {
  /** A JSON pointer into the body, e.g. `/reportedBy/phone`. */
  readonly pointer: string;
  readonly detail: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);

function fieldErrorsOf(value: unknown): readonly FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((one) => ({
    pointer: textOr(one['pointer'], '').replace(/^#/u, ''),
    detail: textOr(one['detail'], textOr(one['message'], '')),
  }));
}

/** The server said no, in the words of RFC 9457. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** Which rule refused, e.g. `order-not-signed`. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** The record as it is now, where the answer carries it (412, 409). */
  readonly current: unknown;
  /** Everything the answer said, for what is particular to one route. */
  readonly document: Readonly<Record<string, unknown>>;

  constructor(status: number, body: unknown) {
    const document = isObject(body) ? body : {};
    const title = textOr(document['title'], `HTTP ${status}`);
    const detail = textOr(document['detail'], '');
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.code = textOr(document['code'], textOr(document['type'], '').split(/[/:#]/u).at(-1) ?? '');
    this.errors = fieldErrorsOf(document['errors']);
    this.current = document['current'] ?? null;
    this.document = document;
  }
}

/** No answer came: whether the command was done is not known, so the same intent is to be sent again with the same key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
