import type { FieldError } from '@pledge/client';

export interface FormField {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/** `/reportedBy/phone` is the field `['reportedBy', 'phone']`; what no field of the form has is left to the notice. */
export function fieldsOf(errors: readonly FieldError[], known: readonly string[]): FormField[] {
  const fields = new Map<string, FormField>();
  for (const { pointer, detail } of errors) {
    const name = pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
    const first = name[0];
    if (typeof first !== 'string' || !known.includes(first)) continue;
    const field = fields.get(pointer) ?? { name, errors: [] };
    field.errors.push(detail);
    fields.set(pointer, field);
  }
  return [...fields.values()];
}
