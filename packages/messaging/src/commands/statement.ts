/** One statement as it is sent: a constant text with `$1`, `$2`…, which is prepared once a connection, and its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement that asks, and how its rows are read. */
export interface Question<Answer> extends Statement {
  readonly read: (rows: readonly unknown[]) => Answer;
}

/** @param text a constant: each text stays with the connection for as long as that lives */
export const question = <Row, Answer>(
  text: string,
  values: readonly unknown[],
  read: (rows: readonly Row[]) => Answer,
): Question<Answer> => ({ text, values, read: (rows) => read(rows as readonly Row[]) });

/** The rows as they come. */
export const rowsOf = <Row>(text: string, values: readonly unknown[]): Question<readonly Row[]> =>
  question(text, values, (rows: readonly Row[]) => rows);

/** The first row, where there is one. */
export const firstOf = <Row>(text: string, values: readonly unknown[]): Question<Row | undefined> =>
  question(text, values, ([row]: readonly Row[]) => row);
