import type { FieldError } from '@pledge/client';
import type { z } from 'zod';

/** What is wrong with one field: in the kit's words, the first of `words` that exists, or as the server said it. */
export type Flaw =
  | { readonly field: string; readonly words: readonly string[]; readonly values?: Readonly<Record<string, number>> }
  | { readonly field: string; readonly said: string };

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

type Worded = Pick<Extract<Flaw, { words: unknown }>, 'words' | 'values'>;

function wordsFor(issue: z.core.$ZodIssue): Worded {
  switch (issue.code) {
    case 'too_big': {
      const word = issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large';
      return { words: [`form.${word}`], values: { max: Number(issue.maximum) } };
    }
    case 'too_small': {
      const word = issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small';
      return { words: [`form.${word}`], values: { min: Number(issue.minimum) } };
    }
    case 'invalid_format':
      return { words: [`form.format-${issue.format}`, 'form.format'] };
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return { words: [...(typeof code === 'string' ? [`flaw.${code}`] : []), 'form.invalid'] };
    }
    default:
      return { words: ['form.invalid'] };
  }
}

/** What the schema found, worded by its code and its limits; one flaw a field. */
export function flawsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  values: Readonly<Record<string, unknown>>,
): readonly Flaw[] {
  const flaws = new Map<string, Flaw>();
  for (const issue of issues) {
    const field = String(issue.path[0] ?? '');
    if (flaws.has(field)) continue;
    const blank = typeof values[field] === 'string' && issue.code === 'too_small' && issue.minimum === 1;
    const missing = issue.path.length === 1 && (isEmpty(values[field]) || blank);
    flaws.set(field, missing ? { field, words: ['form.required'] } : { field, ...wordsFor(issue) });
  }
  return [...flaws.values()];
}

/** What the server found. `/partsToCarry/0/quantity` goes to the field that has a label: below a name without one it is lost. */
export const flawsOfProblem = (errors: readonly FieldError[]): readonly Flaw[] =>
  errors.map(({ pointer, detail }) => ({ field: pointer.split('/')[1] ?? '', said: detail }));
