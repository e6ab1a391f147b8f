import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each mailbox was read, and what was read of it. */
export class Mailboxes1764000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mailbox (
        mailbox text primary key,
        validity text not null,
        up_to bigint not null
      );
      create table mailbox_mail (
        mailbox text not null,
        validity text not null,
        number bigint not null,
        envelope_id uuid not null references envelope,
        stored_at timestamptz(3) not null default clock_timestamp(),
        primary key (mailbox, validity, number)
      );
      alter table envelope add column quoted text;
      create index envelope_of_sender on envelope ((sender ->> 'email'), stored_at) where channel = 'email';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index envelope_of_sender;
      alter table envelope drop column quoted;
      drop table mailbox_mail, mailbox;
    `);
  }
}
