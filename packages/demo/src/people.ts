import type { Department, Role } from '@pledge/contracts';
import { demoCustomers } from './customers.js';
import { demoEngineers } from './engineers.js';
import { demoId } from './ids.js';

/** Somebody who can sign in; an engineer's person id is the engineer id, a contact's is the contact id. */
export interface DemoPerson {
  readonly personId: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly department: Department | null;
  readonly customerId: string | null;
}

type Row = readonly [role: Role, department: Department | null, name: string, username: string];

const office: readonly Row[] = [
  ['agent', 'intake', '林小雨', 'linxiaoyu'],
  ['agent', 'intake', '许婷婷', 'xutingting'],
  ['agent', 'intake', '郑阳', 'zhengyang'],
  ['seat-supervisor', 'intake', '谢雅琴', 'xieyaqin'],
  ['information-manager', 'intake', '唐文静', 'tangwenjing'],
  ['dispatcher', 'dispatch', '冯立军', 'fenglijun'],
  ['dispatcher', 'dispatch', '董佳慧', 'dongjiahui'],
  ['storekeeper', 'parts', '程大勇', 'chengdayong'],
  ['storekeeper', 'parts', '魏红', 'weihong'],
  ['buyer', 'parts', '苏倩', 'suqian'],
  ['materials-manager', 'parts', '吕国栋', 'lvguodong'],
  ['appraiser', 'parts', '任建平', 'renjianping'],
  ['appraiser', 'parts', '姜子明', 'jiangziming'],
  ['appraiser', 'parts', '崔莉', 'cuili'],
  ['archivist', 'archives', '秦书兰', 'qinshulan'],
  ['project-engineer', 'archives', '史伟', 'shiwei'],
  ['support-engineer', 'support', '侯博文', 'houbowen'],
  ['support-engineer', 'support', '龙思远', 'longsiyuan'],
  ['trainer', 'support', '万晓晨', 'wanxiaochen'],
  ['quality-supervisor', 'supervision', '段正平', 'duanzhengping'],
  ['customer-specialist', 'supervision', '雷晓燕', 'leixiaoyan'],
  ['manager', 'dispatch', '汤建业', 'tangjianye'],
  ['manager', 'intake', '尹丽萍', 'yinliping'],
  ['inspector', null, '黎明远', 'limingyuan'],
  ['administrator', null, '常青', 'changqing'],
];

const contacts: readonly DemoPerson[] = demoCustomers.flatMap(({ customerId, contacts: [first] }) =>
  first
    ? [
        {
          personId: first.contactId,
          username: first.email?.split('@')[0] ?? first.contactId,
          name: first.name,
          role: 'customer-contact' as const,
          department: null,
          customerId,
        },
      ]
    : [],
);

const engineers: readonly DemoPerson[] = demoEngineers.map(({ engineerId, username, name }) => ({
  personId: engineerId,
  username,
  name,
  role: 'engineer',
  department: 'dispatch',
  customerId: null,
}));

export const demoPeople: readonly DemoPerson[] = [
  ...office.map(([role, department, name, username], index): DemoPerson => ({
    personId: demoId('person', index + 1),
    username,
    name,
    role,
    department,
    customerId: null,
  })),
  ...engineers,
  ...contacts,
];
