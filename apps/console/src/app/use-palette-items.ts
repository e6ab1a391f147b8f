import { findCaller, listDrafts, listEnvelopes, listRequests, takeEnvelope, takeRequest } from '@pledge/contracts/http';
import { useApiQuery, useSettled } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMay } from '../session/session.js';
import type { PaletteItem } from './palette-items.js';
import { matching, recordsOf, takeableAt } from './palette-items.js';
import { sections } from './sections.js';

/** Everything the palette offers for what was typed: actions and pages at once, records as they are found. */
export function usePaletteItems(typed: string) {
  const { t } = useTranslation();
  const may = useMay();
  const { pathname } = useLocation();
  const desk = may(listDrafts);
  const q = useSettled(typed.trim(), 150).slice(0, 100);
  const asks = (allowed: boolean) => ({ enabled: q !== '' && allowed, keep: true });
  const callers = useApiQuery('still', findCaller, { query: { q, limit: 8 } }, asks(may(findCaller)));
  const requests = useApiQuery('still', listRequests, { query: { q, limit: 5 } }, asks(may(listRequests)));
  const envelopes = useApiQuery('still', listEnvelopes, { query: { q, limit: 5 } }, asks(may(listEnvelopes)));
  const here = takeableAt(pathname);
  const mayTake = here !== null && may(here.type === 'request' ? takeRequest : takeEnvelope);
  const offered: readonly PaletteItem[] = [
    ...(desk
      ? [{ key: 'new-call', group: 'actions', title: t('palette.new-call'), leads: { to: '/desk?call=new' } } as const]
      : []),
    ...(mayTake ? [{ key: 'take', group: 'actions', title: t('palette.take'), leads: { does: 'take' } } as const] : []),
    ...(['language', 'help', 'sign-out'] as const).map(
      (does) => ({ key: does, group: 'actions', title: t(`palette.${does}`), leads: { does } }) as const,
    ),
    ...sections
      .filter(({ needs }) => may(needs))
      .map(({ to, word }) => ({ key: `page ${to}`, group: 'pages', title: t(word), leads: { to } }) as const),
  ];
  const found =
    q === ''
      ? []
      : recordsOf(
          { callers: callers.data?.items, requests: requests.data?.items, envelopes: envelopes.data?.items },
          desk,
        );
  const asked = [callers, requests, envelopes];
  return {
    items: [...matching(offered, typed), ...found],
    searching: typed.trim() !== q || asked.some(({ isFetching }) => isFetching),
    failed: q !== '' && asked.every(({ isError, isEnabled }) => isError || !isEnabled),
  };
}
