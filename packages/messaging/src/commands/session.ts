import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { nameOf } from './prepared.js';
import type { Question, Statement } from './statement.js';

interface Result {
  readonly command: string;
  readonly rows: readonly unknown[];
}

/** What of a `pg` client is used: with `pipeline: true` everything of a flush is on its way before the first answer is back. */
interface Client {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
  query(config: { text: string; values?: readonly unknown[]; name?: string }): Promise<Result>;
}

const begin: Statement = { text: 'begin', values: [] };
const commit: Statement = { text: 'commit', values: [] };

/** One transaction on one connection, in as few round trips as there are flushes. */
export class Session {
  #begun = false;
  #ended = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: Client,
  ) {}

  /** Runs `work` in a transaction of its own, which `work` ends with `commit`; where it throws, everything is taken back. */
  static async run<T>(db: DataSource, work: (session: Session) => Promise<T>): Promise<T> {
    const runner = db.createQueryRunner();
    try {
      const session = new Session(runner, (await runner.connect()) as Client);
      try {
        return await work(session);
      } finally {
        await session.#rollBack();
      }
    } finally {
      await runner.release();
    }
  }

  /** A part of somebody else's transaction, which that one commits. */
  static async within(tx: EntityManager): Promise<Session> {
    const runner = tx.queryRunner;
    if (!runner) throw new Error('this entity manager is not in a transaction');
    const session = new Session(runner, (await runner.connect()) as Client);
    session.#begun = true;
    return session;
  }

  /** For what still asks by TypeORM: on the same connection, in the same transaction. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /**
   * Sends all of them before it waits for the first; the first flush begins the transaction.
   * @returns the rows of each
   * @throws the first failure; no answer is under way then
   */
  async flush(statements: readonly Statement[]): Promise<(readonly unknown[])[]> {
    const first = this.#begun ? [] : [begin];
    this.#begun = true;
    const results = await this.#send([...first, ...statements]);
    return results.slice(first.length).map(({ rows }) => rows);
  }

  /** Asks all of them in one flush. */
  async ask<Answers extends Readonly<Record<string, unknown>>>(questions: {
    readonly [Name in keyof Answers]: Question<Answers[Name]>;
  }): Promise<Answers> {
    const entries = Object.entries(questions) as [string, Question<unknown>][];
    const rows = await this.flush(entries.map(([, one]) => one));
    return Object.fromEntries(entries.map(([name, one], nth) => [name, one.read(rows[nth] ?? [])])) as Answers;
  }

  /** @throws also where the server answered with a roll-back, which it does without an error where a statement failed before */
  async commit(statements: readonly Statement[]): Promise<(readonly unknown[])[]> {
    const results = await this.#send([...(this.#begun ? [] : [begin]), ...statements, commit]);
    this.#ended = true;
    if (results.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return results.slice(results.length - 1 - statements.length, -1).map(({ rows }) => rows);
  }

  async #send(statements: readonly Statement[]): Promise<Result[]> {
    const { stream } = this.client.connection;
    stream.cork();
    const sent = statements.map(({ text, values }) =>
      this.client.query(values.length > 0 ? { name: nameOf(text), text, values } : { text }),
    );
    stream.uncork();
    const settled = await Promise.allSettled(sent);
    return settled.map((one) => {
      if (one.status === 'rejected') throw one.reason as Error;
      return one.value;
    });
  }

  async #rollBack(): Promise<void> {
    if (!this.#begun || this.#ended) return;
    // A connection that cannot roll back is broken, and taken out of the pool when it is released.
    await this.client.query({ text: 'rollback' }).catch(() => {});
  }
}
