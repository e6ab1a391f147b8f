import type { CallerIdentity } from '@pledge/contracts';

export const by = { personId: 'agent-1', name: '林小雨' };

/** An agent of the desk, as the gateway says who is calling. */
export const agent: CallerIdentity = {
  ...by,
  role: 'agent',
  roles: ['agent'],
  department: 'intake',
  customerId: null,
  language: 'zh',
};
