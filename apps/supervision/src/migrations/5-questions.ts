import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request may have several questions, and a caller may be told more than once by when; every other promise is given once. */
export class Questions1764100000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table promise drop constraint promise_request_id_promise_key;
      create unique index promise_once on promise (request_id, promise) where promise not in ('answer-question', 'told-caller');
      create index promise_of_request on promise (request_id, promise);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index promise_of_request, promise_once;
      alter table promise add constraint promise_request_id_promise_key unique (request_id, promise);
    `);
  }
}
