import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the readiness probe writes. */
export class Readiness1700000000002 implements MigrationInterface {
  readonly name = 'Readiness1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table readiness (service text primary key, at timestamptz not null)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table readiness');
  }
}
