import type { ArticleBody, Question } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import type { QuestionCommand, QuestionEvent } from './question.js';
import { question } from './question.js';
import { questionOf } from './questions.query.js';
import { questionStore } from './questions.store.js';

/** The one door into questions, for the web and the bus alike. */
export abstract class Questions {
  abstract readonly handle: CommandHandler<QuestionCommand, QuestionEvent, Question>;
}

/** What is decided about the knowledge base, as it is asked for. */
export type Decision =
  | { readonly decision: 'new-article'; readonly article: ArticleBody }
  | { readonly decision: 'article-updated'; readonly articleId: string; readonly article: ArticleBody }
  | { readonly decision: 'already-known'; readonly articleId: string }
  | { readonly decision: 'not-general'; readonly note: string };

export const questionsIn = (db: DataSource, timeZone: string): Questions => ({
  handle: commandHandler({
    db,
    record: 'question',
    rules: question,
    store: questionStore,
    view: (tx, id) => questionOf(tx, id),
    inform: async (tx, id, command, now) =>
      command.type === 'register' && !(await isRegistered(tx, id))
        ? { ...command, number: await nextNumber(tx, now, timeZone) }
        : command,
  }),
});

async function isRegistered(tx: EntityManager, questionId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>('select 1 from question where question_id = $1', [questionId]);
  return rows.length > 0;
}

/** Without gaps: the number is drawn in the transaction that uses it. */
async function nextNumber(tx: EntityManager, now: string, timeZone: string): Promise<string> {
  const [row] = await tx.query<{ number: string }[]>(
    `insert into question_number as n (year, last) values (extract(year from $1::timestamptz at time zone $2)::int, 1)
     on conflict (year) do update set last = n.last + 1
     returning 'DQ-' || year || '-' || case when last < 10000 then lpad(last::text, 4, '0') else last::text end as number`,
    [now, timeZone],
  );
  if (!row) throw new Error('the table of question numbers gave none');
  return row.number;
}
