import { createHash, randomBytes } from 'node:crypto';
import type { User } from '@pledge/contracts/http';
import type { DataSource } from 'typeorm';

export interface Session {
  readonly user: User;
  readonly demo: boolean;
}

interface Row extends User {
  readonly demo: boolean;
  readonly stale: boolean;
}

interface Known {
  readonly session: Promise<Session | undefined>;
  readonly until: number;
}

/** A session that ends somewhere else is noticed within this time. */
const knownForMs = 4_000;
const mostKnown = 10_000;
const lifetime = "interval '12 hours'";
const demoAllowed = '($2 or not s.demo)';

/** Sessions as rows: of the token, which only the browser has, a hash is kept. */
export class Sessions {
  readonly #known = new Map<string, Known>();

  constructor(
    private readonly db: DataSource,
    private readonly demo: boolean,
    private readonly complain: (failure: unknown) => void,
  ) {}

  /** @returns the token */
  async begin(personId: string, demo: boolean): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.db.query(`delete from session where expires_at < clock_timestamp() - interval '1 day'`);
    await this.db.query(
      `insert into session (token_hash, person_id, demo, expires_at)
       values ($1, $2, $3, clock_timestamp() + ${lifetime})`,
      [hashOf(token), personId, demo],
    );
    return token;
  }

  /** Whose session it is; remembered for a moment, so that a busy session costs no query a request. */
  find(token: string): Promise<Session | undefined> {
    const now = Date.now();
    const known = this.#known.get(token);
    if (known && known.until > now) return known.session;
    const session = this.#read(token);
    this.#known.delete(token);
    this.#known.set(token, { session, until: now + knownForMs });
    session.catch(() => this.#known.delete(token));
    const [oldest] = this.#known.keys();
    if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest);
    return session;
  }

  async end(token: string): Promise<void> {
    this.#known.delete(token);
    await this.db.query(
      'update session set revoked_at = clock_timestamp() where token_hash = $1 and revoked_at is null',
      [hashOf(token)],
    );
    this.#known.delete(token);
  }

  /** Those of the tokens whose session goes on. */
  async living(tokens: readonly string[]): Promise<ReadonlySet<string>> {
    const hashes = new Map(tokens.map((token) => [hashOf(token).toString('hex'), token]));
    const rows: { hash: string }[] = await this.db.query(
      `select encode(s.token_hash, 'hex') as hash from session s join person p using (person_id)
       where s.token_hash = any($1::bytea[]) and s.revoked_at is null and s.expires_at > clock_timestamp()
         and p.active and ${demoAllowed}`,
      [[...hashes.keys()].map((hash) => Buffer.from(hash, 'hex')), this.demo],
    );
    return new Set(rows.map(({ hash }) => hashes.get(hash) ?? ''));
  }

  async #read(token: string): Promise<Session | undefined> {
    const rows: Row[] = await this.db.query(
      `select p.person_id as "personId", p.username, p.name, p.role, p.department, p.customer_id as "customerId", s.demo,
         s.last_seen_at < clock_timestamp() - interval '1 minute' as stale
       from session s join person p using (person_id)
       where s.token_hash = $1 and s.revoked_at is null and s.expires_at > clock_timestamp() and p.active and ${demoAllowed}`,
      [hashOf(token), this.demo],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { demo, stale, ...user } = row;
    if (stale) this.#seen(token).catch(this.complain);
    return { user, demo };
  }

  async #seen(token: string): Promise<void> {
    await this.db.query(
      `update session set last_seen_at = clock_timestamp(), expires_at = clock_timestamp() + ${lifetime}
       where token_hash = $1 and last_seen_at < clock_timestamp() - interval '1 minute'`,
      [hashOf(token)],
    );
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
