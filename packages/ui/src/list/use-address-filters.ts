import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSettled } from './use-settled.js';

/** What a list shows stands in its address. */
export function useAddress() {
  const [params, setParams] = useSearchParams();
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
  return { params, set };
}

/** A list's filters are its address; what is typed gets there once it has rested. */
export function useAddressFilters() {
  const { params, set } = useAddress();
  const [typed, setTyped] = useState(params.get('q') ?? '');
  const q = useSettled(typed.trim());
  const written = useRef(params.get('q') ?? '');
  useEffect(() => {
    const there = params.get('q') ?? '';
    if (there !== written.current) {
      // Somebody followed a link: the address is right, and what was typed is not.
      written.current = there;
      setTyped(there);
    } else if (q !== there && q === typed.trim()) {
      written.current = q;
      set('q', q);
    }
  }, [params, q, typed, set]);
  return { params, set, q, typed, setTyped };
}

export const oneOf = <Value extends string>(
  values: readonly Value[],
  text: string | null | undefined,
): Value | undefined => values.find((value) => value === text);
