/** What integration tests stand on, told by the global set-up to every worker. */
export type TestEnvironment = 'containers' | 'standalone';

export function environment(): TestEnvironment {
  const told = process.env.PLEDGE_TEST_GROUND;
  if (told === 'containers' || told === 'standalone') return told;
  throw new Error('no test environment: run integration tests with `npm run test:int`, whose set-up starts PostgreSQL');
}

/** A superuser's URL of the server that tests clone their databases on. */
export function postgresUrl(): string {
  const url = process.env.PLEDGE_TEST_POSTGRES_URL;
  if (url === undefined)
    throw new Error('PLEDGE_TEST_POSTGRES_URL is not set: run integration tests with `npm run test:int`');
  return url;
}

/** Begins the name of every database this run makes, so that its end can drop them. */
export const runPrefix = (): string => `pledge_test_${process.env.PLEDGE_TEST_RUN ?? 'alone'}_`;

/** The server this run started for itself. */
export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** Nothing here has to survive the machine, so nothing waits for the disk. */
export const carelessSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
};
