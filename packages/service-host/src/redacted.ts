import type { HiddenPart, Role } from '@pledge/contracts';
import { redactions } from '@pledge/contracts';
import { z } from 'zod';
import { maskedPhone } from './masked-phone.js';

const masks: Readonly<Record<HiddenPart, (text: string) => string>> = {
  phone: maskedPhone,
  'progress-link': (text) => text.replaceAll(/\/p\/[\w-]+/gu, '/p/…'),
};

type Redact = (value: unknown, roles: readonly Role[]) => unknown;

const plans = new WeakMap<z.ZodType, Redact | null>();

/**
 * A value in which the fields that the caller does not see whole (`visibleTo` in its contract) are masked.
 * @param schema of the value
 */
export const redacted = (schema: z.ZodType, value: unknown, roles: readonly Role[]): unknown =>
  planOf(schema)?.(value, roles) ?? value;

/** What is to be masked in a value of this schema; null where nothing is. */
function planOf(schema: z.ZodType): Redact | null {
  const known = plans.get(schema);
  if (known !== undefined) return known;
  // A schema that contains itself has nothing of its own to mask there.
  plans.set(schema, null);
  const made = makePlan(schema);
  plans.set(schema, made);
  return made;
}

function makePlan(schema: z.ZodType): Redact | null {
  const redaction = redactions.get(schema);
  if (redaction) {
    return (value, roles) =>
      typeof value !== 'string' || roles.some((role) => redaction.roles.includes(role))
        ? value
        : masks[redaction.hidden](value);
  }
  if (schema instanceof z.ZodObject) return planOfObject(schema);
  if (schema instanceof z.ZodArray) {
    const item = planOf(schema.element as z.ZodType);
    return item && ((value, roles) => (Array.isArray(value) ? value.map((one) => item(one, roles)) : value));
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return planOf(schema.unwrap() as z.ZodType);
  return null;
}

function planOfObject(schema: z.ZodObject): Redact | null {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const plan = planOf(field as z.ZodType);
    return plan ? [[name, plan] as const] : [];
  });
  if (fields.length === 0) return null;
  return (value, roles) => {
    if (typeof value !== 'object' || value === null) return value;
    const own = value as Readonly<Record<string, unknown>>;
    return {
      ...own,
      ...Object.fromEntries(fields.flatMap(([name, plan]) => (name in own ? [[name, plan(own[name], roles)]] : []))),
    };
  };
}
