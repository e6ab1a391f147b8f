import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '@pledge/kernel';
import type { SignInAttempts } from './attempts.store.js';
import type { People } from './people.store.js';
import type { Session, Sessions } from './sessions.store.js';

export interface Begun {
  readonly token: string;
  readonly session: Session;
}

export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-attempts');
  }
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** How a session begins and ends. */
export class SignIn {
  /** Compared with where nobody has the name, so that the answer takes as long. */
  readonly #nobody = hash('nobody has this password');

  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws {Refusal} sign-in-failed @throws {TooManyAttempts} */
  async withPassword({ username, password }: Credentials, address: string): Promise<Begun> {
    const wait = await this.attempts.count(username, address);
    if (wait > 0) throw new TooManyAttempts(wait);
    const found = await this.people.withPassword(username);
    const right = await verify(found?.passwordHash ?? (await this.#nobody), password);
    if (!found || !right) throw new Refusal('sign-in-failed');
    await this.attempts.forget(username);
    return this.#begin(found.personId, false);
  }

  /** @throws {Refusal} demo-person-unknown */
  async asDemo(role: string, personId: string | undefined): Promise<Begun> {
    const found = await this.people.demoPerson(role, personId);
    if (!found) throw new Refusal('demo-person-unknown');
    return this.#begin(found.personId, true);
  }

  demoPeople() {
    return this.people.demoPeople();
  }

  signOut(token: string): Promise<void> {
    return this.sessions.end(token);
  }

  /** Makes the first administrator where there is none. @returns whether somebody can sign in with a password */
  async provideAdministrator(given: Credentials | undefined): Promise<boolean> {
    if (await this.people.hasAdministrator()) return true;
    if (!given) return false;
    await this.people.addAdministrator(given.username, await hash(given.password));
    return true;
  }

  async #begin(personId: string, demo: boolean): Promise<Begun> {
    const token = await this.sessions.begin(personId, demo);
    const session = await this.sessions.find(token);
    if (!session) throw new Refusal('sign-in-failed');
    return { token, session };
  }
}
