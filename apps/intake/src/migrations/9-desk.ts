import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Desk1764000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table draft (
        draft_id uuid primary key,
        person_id text not null,
        title text not null,
        envelope_id uuid,
        data jsonb not null,
        saved_at timestamptz not null,
        updated_at timestamptz not null,
        dropped_at timestamptz,
        version int not null
      );
      create index draft_of_person on draft (person_id, updated_at desc) where dropped_at is null;
      create index draft_dropped on draft (dropped_at) where dropped_at is not null;

      create table saved_filter (
        filter_id uuid primary key,
        person_id text not null,
        person_name text not null,
        name text not null,
        queue text not null,
        query text not null,
        shared boolean not null,
        unique (person_id, name)
      );
      create index saved_filter_shared on saved_filter (name) where shared;

      -- Said again every few seconds: a crash of the server may forget it.
      create unlogged table looking (
        subject text not null check (subject in ('request', 'envelope')),
        subject_id uuid not null,
        person_id text not null,
        person_name text not null,
        editing boolean not null,
        since timestamptz not null,
        seen_at timestamptz not null,
        primary key (subject, subject_id, person_id)
      );
      create index looking_longest on looking (seen_at);

      create table answer_template (
        template_id uuid primary key,
        status text not null check (status in ('written', 'deleted')),
        name text not null,
        kinds text[] not null,
        zh text not null,
        en text not null,
        version int not null
      );
      create index answer_template_by_name on answer_template (name, template_id) where status = 'written';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table answer_template, looking, saved_filter, draft');
  }
}
