import type { Article, InputOf, listArticles } from '@pledge/contracts/http';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Edition } from './article.js';

interface ViewRow {
  readonly article_id: string;
  readonly state: Article['state'];
  readonly text: Edition;
  readonly stale: boolean;
  readonly version: number;
}

const columns = (zone: string) =>
  `article_id, state, text, review_by < (clock_timestamp() at time zone ${zone})::date as stale, version`;

function view({ article_id: id, state, text, stale, version }: ViewRow): Article {
  const { articleId: _articleId, ...edition } = text;
  return { id, ...edition, state, stale, version };
}

/** @throws {NotFound} */
export async function articleOf(tx: EntityManager, articleId: string, timeZone: string): Promise<Article> {
  const [row] = await tx.query<ViewRow[]>(`select ${columns('$2')} from article where article_id = $1`, [
    articleId,
    timeZone,
  ]);
  if (!row) throw new NotFound();
  return view(row);
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** The newest edition first; every word that is asked for stands somewhere in the article. */
export async function pageOfArticles(
  db: EntityManager,
  query: InputOf<typeof listArticles>['query'],
  timeZone: string,
) {
  const values: unknown[] = [timeZone];
  const where = ['true'];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  for (const word of wordsOf(query.q ?? '')) where.push(`search like ${at(`%${escaped(word)}%`)}`);
  if (query.category) where.push(`category = ${at(query.category)}`);
  if (query.state) where.push(`state = ${at(query.state)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) {
    const [moment, id] = [at(after[0]), at(after[1])];
    where.push(`(published_at < ${moment} or (published_at = ${moment} and article_id > ${id}))`);
  }
  const rows = await db.query<ViewRow[]>(
    `select ${columns('$1')} from article where ${where.join(' and ')}
     order by published_at desc, article_id limit ${at(query.limit + 1)}`,
    values,
  );
  return pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.text.publishedAt, row.article_id],
    itemOf: view,
  });
}

const wordsOf = (asked: string): string[] =>
  asked
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\0]+/u)
    .filter((word) => word !== '');

const escaped = (word: string) => word.replaceAll(/[\\%_]/gu, String.raw`\$&`);
