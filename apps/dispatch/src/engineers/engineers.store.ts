import type { Store } from '@pledge/messaging';
import type { Engineer } from './engineer.js';

type Profile = Extract<Engineer, { status: 'on-roster' }>['profile'];

const loadSql = `
select engineer_id as "engineerId", name, phone, email, skills, territories, home_place as "homePlace",
  to_char(joined_on, 'YYYY-MM-DD') as "joinedOn", version
from engineer where engineer_id = $1`;

const saveSql = `
insert into engineer (engineer_id, name, phone, email, skills, territories, home_place, joined_on, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (engineer_id) do update set name = excluded.name, phone = excluded.phone, email = excluded.email,
  skills = excluded.skills, territories = excluded.territories, home_place = excluded.home_place,
  joined_on = excluded.joined_on, version = excluded.version`;

export const engineerStore: Store<Engineer> = {
  async load(tx, engineerId) {
    const [row]: (Profile & { version: number })[] = await tx.query(loadSql, [engineerId]);
    if (!row) return undefined;
    const { version, ...profile } = row;
    return { state: { status: 'on-roster', profile }, version };
  },
  async save(tx, engineerId, engineer, version) {
    if (engineer.status === 'unknown') throw new Error(`engineer ${engineerId} has not been registered`);
    const { name, phone, email, skills, territories, homePlace, joinedOn } = engineer.profile;
    await tx.query(saveSql, [engineerId, name, phone, email, skills, territories, homePlace, joinedOn, version]);
  },
};
