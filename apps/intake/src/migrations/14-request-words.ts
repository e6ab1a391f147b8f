import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What requests are found by, also by two Chinese characters, of which trigrams know nothing. The store writes the grams itself: a
 * generated column would cost every report half a millisecond.
 */
export class RequestWords1764000000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request add column grams tsvector not null default '';
      update request set grams = search_grams(search), search = search_text(search);
      drop index request_search;
      create index request_grams on request using gin (grams);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table request drop column grams;
      create index request_search on request using gin (search gin_trgm_ops);
    `);
  }
}
