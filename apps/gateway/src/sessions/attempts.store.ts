import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

const windowSeconds = 15 * 60;
const mostForAccount = 10;
const mostFromAddress = 50;

/** Attempts to sign in, as rows: the limit holds over restarts and replicas. */
export class SignInAttempts {
  constructor(private readonly db: DataSource) {}

  /** Counts an attempt before it is made, so that many at once do not slip through. @returns seconds to wait, 0 for go on */
  async count(username: string, address: string): Promise<number> {
    const account = accountOf(username);
    await this.db.query(`delete from sign_in_attempt where at < clock_timestamp() - make_interval(secs => $1)`, [
      windowSeconds,
    ]);
    await this.db.query('insert into sign_in_attempt (account, address) values ($1, $2)', [account, address]);
    const rows: { ofAccount: number; ofAddress: number }[] = await this.db.query(
      `select (select count(*)::int from sign_in_attempt where account = $1 and at > clock_timestamp() - make_interval(secs => $3))
           as "ofAccount",
         (select count(*)::int from sign_in_attempt where address = $2 and at > clock_timestamp() - make_interval(secs => $3))
           as "ofAddress"`,
      [account, address, windowSeconds],
    );
    const [made] = rows;
    const tooMany = made && (made.ofAccount > mostForAccount || made.ofAddress > mostFromAddress);
    return tooMany ? windowSeconds : 0;
  }

  async forget(username: string): Promise<void> {
    await this.db.query('delete from sign_in_attempt where account = $1', [accountOf(username)]);
  }
}

const accountOf = (username: string): Buffer => createHash('sha256').update(username.toLowerCase()).digest();
