import type { RouteContract } from '@pledge/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { queryOf } from '../fields/address.js';
import type { View } from './columns.js';
import { useSettled } from './use-settled.js';

type Query = Readonly<Record<string, string>>;

/**
 * Which view an address shows, and what the list is then asked for. A bare address shows the first view; one that filters without
 * naming a view shows all that it names.
 */
export function askedOf(route: RouteContract, views: readonly View[], address: URLSearchParams) {
  const given: Query = queryOf(route, address);
  const named = views.find(({ word }) => word === address.get('view'));
  const view = named ?? (Object.keys(given).length === 0 ? views[0] : undefined);
  return { view, query: { ...view?.query, ...given } };
}

/** What a list shows stands in its address; what is typed gets there once it has rested. */
export function useListAddress(route: RouteContract, views: readonly View[]) {
  const [address, setAddress] = useSearchParams();
  const { view, query } = askedOf(route, views, address);
  const viewWord = view?.word;
  const write = useCallback(
    (values: Readonly<Record<string, string | null>>) =>
      setAddress(
        (before) => {
          const next = new URLSearchParams(before);
          // A filter is set within the view that is shown.
          if (viewWord !== undefined) next.set('view', viewWord);
          for (const [name, value] of Object.entries(values)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setAddress, viewWord],
  );
  const toView = ({ word }: View) => {
    const next = new URLSearchParams({ view: word });
    const q = address.get('q');
    if (q) next.set('q', q);
    return `?${next.toString()}`;
  };

  const there = address.get('q') ?? '';
  const [typed, setTyped] = useState(there);
  const settled = useSettled(typed.trim());
  const written = useRef(there);
  useEffect(() => {
    if (there !== written.current) {
      // Somebody followed a link: the address is right, and what was typed is not.
      written.current = there;
      setTyped(there);
    } else if (settled !== there && settled === typed.trim()) {
      written.current = settled;
      write({ q: settled });
    }
  }, [there, settled, typed, write]);
  return { view, query, write, toView, typed, setTyped };
}
