import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Intake's copy of the knowledge base. `head` is what an article is known by: titles, keywords and models. */
export class Articles1764000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const title = `(data #>> '{title,zh}') || ' ' || (data #>> '{title,en}')`;
    const head = `${title} || ' ' || (data ->> 'keywords') || ' ' || (data ->> 'appliesTo')`;
    const whole = `${head} || ' ' || (data #>> '{body,zh}') || ' ' || (data #>> '{body,en}')`;
    await db.query(`
      create table article_copy (
        article_id uuid primary key,
        edition int not null,
        category text not null,
        published_at timestamptz not null,
        data jsonb not null,
        initial_keys tsvector not null,
        title_search text generated always as (search_text(${title})) stored,
        head_search text generated always as (search_text(${head})) stored,
        search text generated always as (search_text(${whole})) stored,
        head_grams tsvector generated always as (search_grams(${head})) stored,
        grams tsvector generated always as (search_grams(${whole})) stored
      );
      create index article_copy_newest on article_copy (published_at desc, article_id);
      create index article_copy_grams on article_copy using gin (grams);
      create index article_copy_head_grams on article_copy using gin (head_grams);
      create index article_copy_initials on article_copy using gin (initial_keys);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table article_copy;');
  }
}
