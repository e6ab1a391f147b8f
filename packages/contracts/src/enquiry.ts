import { z } from 'zod';
import { department, id, text, personName } from './vocabulary.js';

/** What a request of each kind says beyond subject and description; the kind is repeated so that one can be told from another. */
export const enquiryDetails = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consultation') }),
  /** 用户投诉及处理记录 (F-4): against whom, and what the user demands. */
  z.object({
    kind: z.literal('complaint'),
    againstDepartment: department.nullable().default(null),
    againstPerson: personName(60).nullable().default(null),
    demand: text(2000).nullable().default(null),
    aboutRequestId: id.nullable().default(null),
  }),
  /** 客户建议记录单 (F-7). */
  z.object({ kind: z.literal('suggestion'), forDepartment: department.nullable().default(null) }),
  z.object({
    kind: z.literal('performance'),
    /** How it performs, and how it should. */
    now: text(1000),
    wanted: text(1000),
  }),
  z.object({ kind: z.literal('how-to'), documentWanted: text(300).nullable().default(null) }),
  z.object({ kind: z.literal('status'), aboutRequestId: id.nullable().default(null) }),
  z.object({
    kind: z.literal('upgrade'),
    software: text(200),
    versionNow: text(60).nullable().default(null),
    versionWanted: text(60).nullable().default(null),
  }),
]);
export type EnquiryDetails = z.output<typeof enquiryDetails>;
