import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints and suggestions are supervision's, faults dispatch's; whoever asks how and why asks technical support. */
const first = {
  fault: 'dispatch',
  consultation: 'support',
  complaint: 'supervision',
  suggestion: 'supervision',
  performance: 'support',
  'how-to': 'support',
  status: 'dispatch',
  upgrade: 'support',
};

export class Routing1764000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table routing_edition (
        version int primary key check (version > 0),
        lines jsonb not null check (jsonb_array_length(lines) > 0),
        by jsonb,
        reason text,
        at timestamptz(3) not null
      );
      create index request_open_enquiry on request (kind, category, received_at)
        where kind <> 'fault' and status in ('received', 'responded');
    `);
    const lines = Object.entries(first).map(([kind, department]) => ({ kind, category: null, department }));
    await db.query('insert into routing_edition (version, lines, at) values (1, $1, now())', [JSON.stringify(lines)]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index request_open_enquiry; drop table routing_edition');
  }
}
