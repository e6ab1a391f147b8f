import { demoPeople } from '@pledge/demo';
import type { DataSource } from 'typeorm';

/** The demo's people of the departments; the engineers are known from dispatch. */
export async function seedRecipients(db: DataSource): Promise<void> {
  const people = demoPeople
    .filter(({ department, role }) => department !== null && role !== 'engineer')
    .map(({ personId, department, role, name, username }) => ({
      person_id: personId,
      department,
      role,
      name,
      email: `${username}@example.com`,
    }));
  await db.query(
    `insert into recipient (person_id, department, role, name, email)
     select person_id, department, role, name, email
     from jsonb_to_recordset($1::jsonb) as p (person_id text, department text, role text, name text, email text)
     on conflict (person_id) do nothing`,
    [JSON.stringify(people)],
  );
}
