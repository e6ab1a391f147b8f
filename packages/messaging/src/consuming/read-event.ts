import type { EventContract } from '@pledge/contracts/events';
import type { z } from 'zod';
import { NotYetUnderstood } from '../failures.js';

/**
 * What was said, in the shape of its contract; an earlier version of the event is brought up to it.
 * @throws {NotYetUnderstood} where only a later version of the contract may know a value that came
 * @throws {z.ZodError} where it is not what its contract says
 * @throws {SyntaxError} where it is no JSON
 */
export function readEvent(contract: EventContract, type: string, body: string): unknown {
  const { earlier } = contract;
  if (contract.type !== type && earlier)
    return contract.data.parse(earlier.upcast(readEvent(earlier.contract, type, body)));
  const read = contract.data.safeParse(JSON.parse(body), { reportInput: true });
  if (read.success) return read.data;
  if (read.error.issues.every(isUnknownValue))
    throw new NotYetUnderstood(`${type} holds what is not known yet: ${read.error.message}`);
  throw read.error;
}

/** A text where another of a list is expected; a missing value, or one of another kind, is a fault and stays one. */
function isUnknownValue(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_value') return typeof issue.input === 'string';
  if (issue.code !== 'invalid_union') return false;
  if (issue.discriminator !== undefined && issue.errors.length === 0) return hasText(issue.input, issue.discriminator);
  return issue.errors.some((option) => option.length > 0 && option.every(isUnknownValue));
}

const hasText = (value: unknown, field: string): boolean =>
  typeof value === 'object' && value !== null && typeof (value as Record<string, unknown>)[field] === 'string';
