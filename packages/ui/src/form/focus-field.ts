const stops =
  'input:not([disabled]):not([type=hidden]), textarea:not([disabled]):not([aria-hidden]), select, button, [tabindex="0"]';

/** Puts the focus into a field of a form, whatever its widget is made of. */
export function focusField(form: HTMLElement | null, name: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  const checked = field?.querySelector<HTMLElement>('input:checked');
  const stop = checked ?? field?.querySelector<HTMLElement>(stops);
  stop?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}
