import type { Department, Role } from '@pledge/contracts';

export type Duty = 'owner' | 'supervisor' | 'manager' | 'general-manager';

const onDuty: Readonly<Record<Department, readonly Role[]>> = {
  intake: ['agent', 'seat-supervisor'],
  dispatch: ['dispatcher'],
  parts: ['storekeeper', 'buyer'],
  archives: ['archivist'],
  support: ['support-engineer'],
  supervision: ['quality-supervisor'],
  superior: [],
};

/** Which roles are told, and of which department; the general manager is of none. */
export function rolesOf(
  duty: Duty,
  department: Department,
): { readonly roles: readonly string[]; readonly of: Department | null } {
  switch (duty) {
    case 'owner':
      return { roles: onDuty[department], of: department };
    case 'supervisor':
      return { roles: ['seat-supervisor'], of: department };
    case 'manager':
      return { roles: ['manager', 'materials-manager'], of: department };
    case 'general-manager':
      return { roles: ['general-manager'], of: null };
  }
}

const departmentNames: Readonly<Record<Department, string>> = {
  intake: '客服',
  dispatch: '维修',
  parts: '物资供应部',
  archives: '资料室',
  support: '技术支持组',
  supervision: '用户监督',
  superior: '上级单位',
};

/** The name a message is recorded to where nobody is known for the duty. */
export function nameOf(duty: Duty, department: Department): string {
  if (duty === 'general-manager') return '总经理';
  const name = departmentNames[department];
  if (duty === 'supervisor') return `${name}座席管理员`;
  return duty === 'manager' ? `${name}负责人` : name;
}
