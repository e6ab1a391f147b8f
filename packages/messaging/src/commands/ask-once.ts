import type { DataSource } from 'typeorm';
import { prepared } from './prepared.js';
import type { Question } from './statement.js';

/** Asks outside a transaction, by a statement that is prepared once a connection. */
export async function askOnce<Answer>(db: DataSource, { text, values, read }: Question<Answer>): Promise<Answer> {
  const runner = db.createQueryRunner();
  try {
    await runner.connect();
    return read(await prepared(runner.manager, text, values));
  } finally {
    await runner.release();
  }
}
