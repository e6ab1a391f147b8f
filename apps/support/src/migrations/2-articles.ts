import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Articles1764100000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table article (
        article_id uuid primary key,
        state text not null check (state in ('published', 'withdrawn')),
        edition int not null check (edition > 0),
        category text not null,
        text jsonb not null,
        owner text not null,
        question_id uuid,
        review_by date not null,
        published_at timestamptz not null,
        withdrawn jsonb,
        -- One width, one case: what a search compares.
        search text not null,
        version int not null,
        check ((state = 'withdrawn') = (withdrawn is not null))
      );
      create index article_newest on article (published_at desc, article_id);
      create index article_of_category on article (category, published_at desc, article_id);
      create unique index article_of_question on article (question_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table article;');
  }
}
