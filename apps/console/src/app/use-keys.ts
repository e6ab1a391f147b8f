import { useEffect, useState } from 'react';
import type { Asked } from './keys.js';
import { askedBy } from './keys.js';

const types = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Which of the two dialogs is open; keys open them from everywhere. */
export function useKeys() {
  const [open, setOpen] = useState<Asked | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = askedBy(event, types(event.target));
      if (!asked) return;
      event.preventDefault();
      setOpen(asked);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return { open, show: setOpen, close: () => setOpen(null) };
}
