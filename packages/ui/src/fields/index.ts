export { queryOf } from './address.js';
export { flawsOfIssues, flawsOfProblem } from './flaws.js';
export type { Flaw } from './flaws.js';
export { commandKeys, labelKeys, optionKeys, wordsOfCommand } from './labels.js';
export { bodyShapeOf, fieldOf, fieldsOf, filtersOf, opened } from './schema.js';
export type { Field, FieldKind, FieldMeta } from './schema.js';
