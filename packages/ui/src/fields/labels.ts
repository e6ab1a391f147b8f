import type { RouteContract } from '@pledge/contracts';
import type { Field } from './schema.js';
import { fieldsOf } from './schema.js';

/** Where the label of a field is looked up: the command's own word for it, else the one that all share. */
export const labelKeys = (words: string, field: string): readonly [string, string] => [
  `command.${words}.fields.${field}`,
  `field.${field}`,
];

/** Where a word of a command is looked up: `title` is what `do` says unless it is said otherwise. */
export const commandKeys = (words: string, part: 'title' | 'do' | 'done' | 'sure'): readonly string[] =>
  part === 'title' ? [`command.${words}.title`, `command.${words}.do`] : [`command.${words}.${part}`];

/** The words of the options that a field offers. */
export const optionKeys = ({ kind, words }: Pick<Field, 'kind' | 'words'>): readonly string[] => {
  if (kind.type === 'choice') return kind.options.map((option) => `${words}.${option}`);
  return kind.type === 'checklist' ? kind.items.map((item) => `${words}.${item}`) : [];
};

/**
 * The keys of all words that a form for this route shows, each with those it falls back to: one of each must exist.
 * @param words the names below `command.` that the screen uses for it
 */
export const wordsOfCommand = (
  route: RouteContract,
  words: readonly string[] = [route.name],
): readonly (readonly string[])[] =>
  words.flatMap((name) => [
    commandKeys(name, 'title'),
    commandKeys(name, 'do'),
    commandKeys(name, 'done'),
    ...fieldsOf(route).flatMap((field) => [labelKeys(name, field.name), ...optionKeys(field).map((key) => [key])]),
  ]);
