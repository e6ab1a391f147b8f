import type { Language } from '@pledge/contracts';
import type { ArticlePublished, EventOf } from '@pledge/contracts/events';
import type { ArticleHit, InputOf, searchArticles } from '@pledge/contracts/http';
import type { EntityManager } from 'typeorm';
import { gramQuery, within } from '../search/grams.js';
import type { Asked } from '../search/sentence.js';
import { askedOf } from '../search/sentence.js';

interface Row {
  readonly article_id: string;
  readonly data: EventOf<typeof ArticlePublished>['data'];
}
type Query = InputOf<typeof searchArticles>['query'];

const columns = 'article_id, data';
/** How many articles that share something with a whole sentence are looked at more closely. */
const closely = 100;
/** How much of a whole sentence must stand in an article; what joins two words of it rarely does. */
const enough = 0.4;

/** The best first: what stands in the title before what stands in the text, and all of it before much of it. */
export async function articlesFor(db: EntityManager, { q, category, limit }: Query): Promise<ArticleHit[]> {
  const only = category ?? null;
  const asked = askedOf(q ?? '');
  if (asked.words.length === 0) return (await newest(db, only, limit)).map(hit);
  const sure = await holdingAll(db, asked, only, limit);
  if (sure.length >= limit || asked.grams.length === 0) return sure.map(hit);
  const found = sure.map(({ article_id: id }) => id);
  const near = await holdingMuch(db, asked.grams, { only, found, limit: limit - sure.length });
  return [...sure, ...near].map(hit);
}

/** The articles with their titles, as an answer names them; what the copy does not hold is left out. */
export async function articlesNamed(
  db: EntityManager,
  articleIds: readonly string[],
  language: Language,
): Promise<{ articleId: string; title: string }[]> {
  if (articleIds.length === 0) return [];
  return db.query(
    `select article_id as "articleId", data #>> array['title', $2] as title from article_copy
     where not withdrawn and article_id = any($1::uuid[]) order by array_position($1::uuid[], article_id)`,
    [articleIds, language],
  );
}

function newest(db: EntityManager, only: string | null, limit: number): Promise<Row[]> {
  return db.query(
    `select ${columns} from article_copy where not withdrawn and ($1::text is null or category = $1)
     order by published_at desc, article_id limit $2`,
    [only, limit],
  );
}

function holdingAll(db: EntityManager, asked: Asked, only: string | null, limit: number): Promise<Row[]> {
  const values: unknown[] = [only, limit, asked.words.map(within)];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const query = gramQuery(asked.words);
  // What is too short for the index is looked for in what articles are known by, which is short too.
  const holds = query
    ? `grams @@ ${at(query)}::tsquery and search like all(${at(asked.unsure.map(within))}::text[])`
    : 'head_search like all($3::text[])';
  const ways = [holds, ...(asked.initials === null ? [] : [`initial_keys @@ ${at(`'${asked.initials}':*`)}::tsquery`])];
  return db.query(
    `select ${columns} from article_copy where not withdrawn and ($1::text is null or category = $1) and (${ways.map((way) => `(${way})`).join(' or ')})
     order by case when title_search like all($3::text[]) then 0 when head_search like all($3::text[]) then 1 else 2 end,
       char_length(title_search), article_id
     limit $2`,
    values,
  );
}

function holdingMuch(
  db: EntityManager,
  grams: readonly string[],
  { only, found, limit }: { readonly only: string | null; readonly found: readonly string[]; readonly limit: number },
): Promise<Row[]> {
  return db.query(
    `select ${columns} from (
       select *, length(grams) - length(ts_delete(grams, $1::text[])) as all_hits
       from (
         select ${columns}, grams, title_search, length(head_grams) - length(ts_delete(head_grams, $1::text[])) as head_hits
         from article_copy
         where not withdrawn and head_grams @@ $2::tsquery and ($3::text is null or category = $3) and not article_id = any($4::uuid[])
         order by head_hits desc, article_id limit ${String(closely)}
       ) as near
     ) as nearer
     where all_hits >= ${String(enough)} * cardinality($1::text[])
     order by 2 * head_hits + all_hits desc, char_length(title_search), article_id limit $5`,
    [grams, grams.map((gram) => `'${gram}'`).join(' | '), only, found, limit],
  );
}

function hit({ data }: Row): ArticleHit {
  const { articleId, edition, title, body, category, appliesTo, source, reviewBy, publishedAt } = data;
  return { articleId, edition, title, body, category, appliesTo, source, reviewBy, publishedAt };
}
