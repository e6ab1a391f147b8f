import type { Guarded } from '@pledge/contracts';
import {
  countQueues,
  deadLetterRoutes,
  getBalance,
  getBoard,
  getRouting,
  listDrafts,
  listEnvelopes,
  listMatters,
  listOrders,
  listPromises,
  listQuestions,
  listRepairRecords,
  listRequests,
  listShifts,
  listStock,
  listSupportRequests,
  listTemplates,
  searchArticles,
} from '@pledge/contracts/http';

export interface Section {
  readonly to: string;
  readonly word: string;
  /** Shown to whom this route is open. */
  readonly needs: Guarded;
}

/** Where one can go, each place with the route it lives from. */
export const sections: readonly Section[] = [
  { to: '/', word: 'nav.board', needs: getBoard },
  { to: '/desk', word: 'nav.desk', needs: listDrafts },
  { to: '/queues', word: 'nav.queues', needs: countQueues },
  { to: '/envelopes', word: 'nav.envelopes', needs: listEnvelopes },
  { to: '/requests', word: 'nav.requests', needs: listRequests },
  { to: '/orders', word: 'nav.orders', needs: listOrders },
  { to: '/stock', word: 'nav.stock', needs: listStock },
  { to: '/support', word: 'nav.support', needs: listSupportRequests },
  { to: '/questions', word: 'nav.questions', needs: listQuestions },
  { to: '/matters', word: 'nav.matters', needs: listMatters },
  { to: '/knowledge', word: 'nav.knowledge', needs: searchArticles },
  { to: '/roster', word: 'nav.roster', needs: listShifts },
  { to: '/templates', word: 'nav.templates', needs: listTemplates },
  { to: '/routing', word: 'nav.routing', needs: getRouting },
  { to: '/promises', word: 'nav.promises', needs: listPromises },
  { to: '/repair-records', word: 'nav.repair-records', needs: listRepairRecords },
  { to: '/status', word: 'nav.status', needs: getBalance },
  { to: '/admin/dead-letters', word: 'nav.dead-letters', needs: deadLetterRoutes('intake').list },
];
