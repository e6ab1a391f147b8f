import type { CustomerCard } from '@pledge/contracts/http';
import type { ReportValues } from './draft.js';

/** Whether what was typed into the search is a number one can call back. */
export const looksLikePhone = (text: string): boolean => /^\+?[\d ()-]{5,}$/u.test(text.trim());

/** What the tab of a call says: the customer and who speaks for them, as far as it is known. */
export function titleOf(
  { customerId, reportedBy }: ReportValues,
  card: Pick<CustomerCard, 'customerId' | 'name'> | undefined,
): string {
  const customer = card && card.customerId === customerId ? card.name : '';
  return [customer, reportedBy?.name || reportedBy?.phone].filter(Boolean).join(' · ').slice(0, 200);
}
