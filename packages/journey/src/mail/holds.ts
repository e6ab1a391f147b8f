import { eventually } from '@pledge/testing/eventually';
import pg from 'pg';
import type { MailStack } from './mail-stack.js';
import type { Sign } from './wire.js';

/** Intake is made to stand still at a moment from outside; it knows nothing of it. */
export interface Hold {
  /** Until it stands there. */
  reached(): Promise<unknown>;
  /** Whatever was under way without intake goes on, or is lost, as the hold says. */
  release(): Promise<unknown>;
}
export type Holding = (at: MailStack) => Promise<Hold>;

const patience = { within: 60_000 };

/** The connection to the mailbox is stuck where somebody says it. */
export const onTheWire =
  (from: Sign['from'], text: RegExp): Holding =>
  ({ wire }) => {
    const { isStuck, release } = wire.stickAt({ from, text });
    return Promise.resolve({
      reached: () => eventually(isStuck, patience),
      release() {
        release();
        return Promise.resolve();
      },
    });
  };

interface Ask {
  (statement: string, values?: readonly unknown[]): Promise<readonly unknown[]>;
}
async function session({ stack }: MailStack): Promise<{ ask: Ask; end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: stack.databaseUrl('intake') });
  await client.connect();
  return {
    ask: async (statement, values = []) => (await client.query(statement, [...values])).rows,
    end: () => client.end(),
  };
}

/**
 * A statement that needs the table waits for somebody else who has locked it. It is carried out when the lock is gone, though
 * nobody hears of it; a transaction is not committed.
 */
export const atTheTable =
  (table: string, mode: 'exclusive' | 'access exclusive' = 'exclusive'): Holding =>
  (at) =>
    locked(at, `lock table ${table} in ${mode} mode`);

async function locked(at: MailStack, lock: string): Promise<Hold & { readonly holder: unknown }> {
  const [holding, looking] = [await session(at), await session(at)];
  const [{ holder }] = (await holding.ask('select pg_backend_pid() as holder')) as [{ holder: unknown }];
  await holding.ask('begin');
  await holding.ask(lock);
  let held = true;
  return {
    holder,
    reached: () => eventually(async () => (await looking.ask(`select ${waitingFor}`, [holder])).length > 0, patience),
    async release() {
      if (!held) return;
      held = false;
      await holding.ask('rollback');
      await Promise.all([holding.end(), looking.end()]);
    },
  };
}
const waitingFor = `pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))`;

/** What writes the table is committed, and nobody is told: the database waits for a standby that does not exist. */
export const afterCommitOf =
  (table: string): Holding =>
  async (at) => {
    const writing = await atTheTable(table)(at);
    const { ask, end } = await session(at);
    const probe = await session(at);
    let probed: Promise<unknown> = Promise.resolve();
    let over = false;
    // The setting is taken up by another process, some time after it was told: until then a commit waits for nobody.
    const untilCommitsWait = async () => {
      const [{ pid }] = (await probe.ask('select pg_backend_pid() as pid')) as [{ pid: unknown }];
      probed = (async () => {
        while (!over) await probe.ask(`select pg_logical_emit_message(true, 'probe', '')`);
      })();
      await eventually(async () => (await ask(waitsSql, [pid])).length > 0, patience);
    };
    const standby = async (change: string) => {
      await ask(`alter system ${change}`);
      await ask('select pg_reload_conf()');
    };
    return {
      async reached() {
        await writing.reached();
        await standby(`set synchronous_standby_names = 'nobody'`);
        await untilCommitsWait();
        await writing.release();
        await eventually(async () => (await ask(committedSql, [table])).length > 0, patience);
      },
      async release() {
        over = true;
        await standby('reset synchronous_standby_names');
        await writing.release();
        await probed;
        await Promise.all([end(), probe.end()]);
      },
    };
  };
const waitsSql = `select 1 from pg_stat_activity where pid = $1 and wait_event = 'SyncRep'`;
const committedSql = `select 1 from pg_stat_activity join pg_locks using (pid)
  where wait_event = 'SyncRep' and relation = $1::regclass and mode = 'RowExclusiveLock'`;

const owedSql = 'select 1 from outbox where published_at is null';

/** The bus stands still: the mails are seen, and what is committed waits to be said. */
export const beforeItIsSaid: Holding = async (at) => {
  const { ask, end } = await session(at);
  const nats = at.stack.pids().nats!;
  process.kill(nats, 'SIGSTOP');
  return {
    reached: () =>
      eventually(async () => (await at.imap.counts()).unseen === 0 && (await ask(owedSql)).length > 0, patience),
    async release() {
      process.kill(nats, 'SIGCONT');
      await end();
    },
  };
};

/** The bus has taken it, and intake has not noted that it did. */
export const afterItIsSaid: Holding = async (at) => {
  const stopped = await beforeItIsSaid(at);
  const { ask, end } = await session(at);
  let noting: Awaited<ReturnType<typeof locked>> | undefined;
  return {
    async reached() {
      await stopped.reached();
      noting = await locked(at, `${owedSql} for update`);
      await stopped.release();
      await noting.reached();
    },
    async release() {
      if (noting) await ask(`select pg_terminate_backend(pid) from (select ${waitingFor}) as noting`, [noting.holder]);
      await (noting ?? stopped).release();
      await end();
    },
  };
};
