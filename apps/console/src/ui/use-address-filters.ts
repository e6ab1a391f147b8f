import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSettled } from './use-settled.js';

/** A list's filters are its address; what is typed gets there once it has rested. */
export function useAddressFilters() {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const q = useSettled(typed.trim());
  const set = (name: string, value: string | null | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  useEffect(() => {
    if (q !== (params.get('q') ?? '')) set('q', q);
  });
  return { params, set, q, typed, setTyped };
}

export const oneOf = <Value extends string>(
  values: readonly Value[],
  text: string | null | undefined,
): Value | undefined => values.find((value) => value === text);
