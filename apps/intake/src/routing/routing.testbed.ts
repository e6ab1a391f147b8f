import type { RoutingLine } from '@pledge/contracts/http';

/** The table that comes with the system. */
export const firstLines: readonly RoutingLine[] = [
  { kind: 'fault', category: null, department: 'dispatch' },
  { kind: 'consultation', category: null, department: 'support' },
  { kind: 'complaint', category: null, department: 'supervision' },
  { kind: 'suggestion', category: null, department: 'supervision' },
  { kind: 'performance', category: null, department: 'support' },
  { kind: 'how-to', category: null, department: 'support' },
  { kind: 'status', category: null, department: 'dispatch' },
  { kind: 'upgrade', category: null, department: 'support' },
];
