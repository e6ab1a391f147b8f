import type { RefObject } from 'react';
import { useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'));

/** `j` and `k` move the focus to the next and the last row, Enter opens it as every link, `x` ticks it. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
      if (isComposing || ctrlKey || metaKey || altKey || isTyping(target)) return;
      if (document.querySelector('dialog[open], [role=dialog]')) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('.k-row') ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (key === 'x') {
        rows[at]?.querySelector<HTMLInputElement>('.k-tick input')?.click();
        return;
      }
      if (key !== 'j' && key !== 'k') return;
      const next = rows[key === 'j' ? at + 1 : Math.max(at - 1, 0)];
      const stop = next?.querySelector<HTMLElement>('.row-link');
      if (!stop) return;
      event.preventDefault();
      stop.focus();
      stop.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [list]);
}
