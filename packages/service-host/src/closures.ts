import { z } from 'zod';

const closure = z
  .object({ from: z.iso.date(), to: z.iso.date(), name: z.string() })
  .refine(({ from, to }) => from <= to);

/** Days on which the company itself is closed; both ends included. */
export type Closure = Readonly<z.infer<typeof closure>>;

const line = /^(?<from>\S+?)(?:\.\.(?<to>\S+))?\s+(?<name>\S.*)$/u;
const wanted = 'must be days and a name each, such as "2026-12-31 Stocktaking; 2027-05-04..2027-05-05 Company outing"';

/** The company's own closures, as `COMPANY_CLOSURES` has them: a day or two with `..` between them, a name, `;`, the next. */
export const closures = z.string().transform((told, context): Closure[] => {
  const parts = told.split(';').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const said = line.exec(part)?.groups;
    const read = closure.safeParse({ ...said, to: said?.to ?? said?.from });
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: `${wanted}, not ${JSON.stringify(part)}` });
    return z.NEVER;
  });
});
