import { setTimeout as rest } from 'node:timers/promises';
import type { Call } from '@pledge/client';
import { clientOf, Problem, Unreachable } from '@pledge/client';
import type { Role } from '@pledge/contracts';
import type { Session } from '@pledge/contracts/http';
import { randomUUID } from 'node:crypto';

/** Somebody who is signed in; each call is one intent, sent again under its key until the stack has answered. */
export interface Person {
  readonly session: Session;
  readonly cookie: string;
  readonly call: Call;
}

const attemptEveryMs = 100;

/** True where it is not known whether the stack did what it was told, or it asked to come again. */
const comeAgain = (failure: unknown) =>
  failure instanceof Unreachable || (failure instanceof Problem && (failure.status >= 500 || failure.status === 429));

/** Asks until there is an answer; for as long as a department may be away. */
export async function persistently<Answer>(ask: () => Promise<Answer>, patienceMs: number): Promise<Answer> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (failure) {
      if (!comeAgain(failure) || Date.now() > until) throw failure;
    }
    await rest(attemptEveryMs);
  }
}

/** Signs in as the demo person of a role. */
export async function signIn(url: string, role: Role, personId?: string, patienceMs = 10_000): Promise<Person> {
  const response = await persistently(async () => {
    const answer = await fetch(`${url}/api/session/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, ...(personId !== undefined && { personId }) }),
    }).catch((cause: unknown) => {
      throw new Unreachable('no answer', { cause });
    });
    if (!answer.ok) throw new Problem(answer.status, await answer.json());
    return answer;
  }, patienceMs);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const session = (await response.json()) as Session;
  const { send } = clientOf({ origin: url, csrfToken: () => session.csrfToken, headers: () => ({ cookie }) });
  const call: Call = (route, ...[input, options]) => {
    const idempotencyKey = options?.idempotencyKey ?? randomUUID();
    return persistently(
      () => send(route, (input ?? {}) as Parameters<typeof send>[1], { ...options, idempotencyKey }) as never,
      patienceMs,
    );
  };
  return { session, cookie, call };
}

/** Everybody the main job needs, signed in when first called for. */
export class People {
  private readonly known = new Map<string, Promise<Person>>();

  constructor(
    readonly url: string,
    private readonly patienceMs = 10_000,
  ) {}

  as(role: Role, personId?: string): Promise<Person> {
    const key = `${role}/${personId ?? ''}`;
    const person = this.known.get(key) ?? signIn(this.url, role, personId, this.patienceMs);
    this.known.set(key, person);
    return person;
  }
}
