import type { User } from '@pledge/contracts/http';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';

const columns = `person_id as "personId", username, name, role, department, customer_id as "customerId"`;

/** Who can sign in. */
export class People {
  constructor(private readonly db: DataSource) {}

  async withPassword(username: string): Promise<{ personId: string; passwordHash: string } | undefined> {
    const rows: { personId: string; passwordHash: string }[] = await this.db.query(
      `select person_id as "personId", password_hash as "passwordHash" from person
       where lower(username) = lower($1) and password_hash is not null and active`,
      [username],
    );
    return rows[0];
  }

  async demoPeople(): Promise<User[]> {
    return this.db.query(`select ${columns} from person where demo and active order by person_id`);
  }

  /** The first demo person of the role, or the one that is named. */
  async demoPerson(role: string, personId: string | undefined): Promise<User | undefined> {
    const rows: User[] = await this.db.query(
      `select ${columns} from person where demo and active and role = $1 and ($2::uuid is null or person_id = $2)
       order by person_id limit 1`,
      [role, personId ?? null],
    );
    return rows[0];
  }

  async addDemoPeople(people: readonly User[]): Promise<void> {
    await this.db.query(
      `insert into person (person_id, username, name, role, department, customer_id, demo)
       select "personId", username, name, role, department, "customerId", true
       from jsonb_to_recordset($1::jsonb) as p ("personId" uuid, username text, name text, role text, department text,
         "customerId" uuid)
       on conflict (person_id) do update set username = excluded.username, name = excluded.name, role = excluded.role,
         department = excluded.department, customer_id = excluded.customer_id where person.demo`,
      [JSON.stringify(people)],
    );
  }

  async hasAdministrator(): Promise<boolean> {
    const rows: unknown[] = await this.db.query(
      `select 1 from person where role = 'administrator' and password_hash is not null and active limit 1`,
    );
    return rows.length > 0;
  }

  async addAdministrator(username: string, passwordHash: string): Promise<void> {
    await this.db.query(
      `insert into person (person_id, username, name, role, password_hash) values ($1, $2, $2, 'administrator', $3)
       on conflict do nothing`,
      [v7(), username, passwordHash],
    );
  }
}
