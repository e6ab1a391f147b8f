import { z } from 'zod';

/** Days on which the company itself is closed; both ends included. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

const day = z.iso.date();
const line = /^(?<from>\S+?)(?:\.\.(?<to>\S+))?\s+(?<name>\S.*)$/u;
const wanted = 'must be days and a name each, such as "2026-12-31 Stocktaking; 2027-05-04..2027-05-05 Company outing"';

/** The company's own closures, as `COMPANY_CLOSURES` has them: a day or two with `..` between them, a name, `;`, the next. */
export const closures = z.string().transform((told, context): Closure[] => {
  const found: Closure[] = [];
  for (const part of told.split(';').map((one) => one.trim())) {
    if (part === '') continue;
    const { from, to = from, name } = line.exec(part)?.groups ?? {};
    if (!name || !day.safeParse(from).success || !day.safeParse(to).success || to! < from!) {
      context.addIssue({ code: 'custom', message: `${wanted}, not ${JSON.stringify(part)}` });
      return z.NEVER;
    }
    found.push({ from: from!, to: to!, name });
  }
  return found;
});
