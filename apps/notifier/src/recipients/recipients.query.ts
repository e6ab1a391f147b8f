import type { Department } from '@pledge/contracts';
import type { EntityManager } from 'typeorm';
import type { Duty } from './duty.js';
import { nameOf, rolesOf } from './duty.js';

export interface Recipient {
  /** Tells the recipients of one audience apart, the same each time. */
  readonly key: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Who is told for a department; its name where nobody is known. */
export async function recipientsOf(db: EntityManager, duty: Duty, department: Department): Promise<Recipient[]> {
  const { roles, of } = rolesOf(duty, department);
  const people = await db.query<Recipient[]>(
    `select person_id as key, name, phone, email from recipient
     where role = any($1) and ($2::text is null or department = $2) order by person_id`,
    [roles, of],
  );
  return people.length > 0
    ? people
    : [{ key: `${duty}/${department}`, name: nameOf(duty, department), phone: null, email: null }];
}
