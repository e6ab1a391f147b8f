import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface DrawerProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Over the page, which rests meanwhile: the focus stays inside, Escape closes, and the focus goes back. */
export function Drawer({ label, onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const keepInside = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return;
    const stops = [...(dialog.current?.querySelectorAll<HTMLElement>('button, input, a[href]') ?? [])];
    if (document.activeElement !== stops.at(event.shiftKey ? 0 : -1)) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0)?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label={label}
      onKeyDown={keepInside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="drawer-body">{children}</div>
    </dialog>
  );
}
