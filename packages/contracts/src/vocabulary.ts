import { z } from 'zod';
import { typedText } from './typed-text.js';

/** The service names; each is a department but the last two. */
export const departments = ['intake', 'dispatch', 'parts', 'archives', 'support', 'supervision'] as const;
export const services = [...departments, 'notifier', 'gateway'] as const;
export type Service = (typeof services)[number];

export const holders = [...departments, 'superior'] as const;
export const department = z.enum(holders);
export type Department = z.output<typeof department>;

export const channel = z.enum([
  'hotline',
  'night-hotline',
  'portal',
  'qr',
  'email',
  'api',
  'fax',
  'letter',
  'on-site',
  'suggestion-box',
]);
export type Channel = z.output<typeof channel>;

export const requestKind = z.enum([
  'fault',
  'consultation',
  'complaint',
  'suggestion',
  'performance',
  'how-to',
  'status',
  'upgrade',
]);
export type RequestKind = z.output<typeof requestKind>;

/** The kinds that no engineer is sent for: answered by the hotline, or by a department it asks. */
export const enquiryKind = requestKind.exclude(['fault']);
export type EnquiryKind = z.output<typeof enquiryKind>;

/** The lines of service (S-09): a fault is repair, any other request is response unless somebody says which it belongs to. */
export const serviceLine = z.enum(['response', 'repair', 'maintenance', 'spares', 'training']);
export const enquiryLine = serviceLine.exclude(['repair']);
export type ServiceLine = z.output<typeof serviceLine>;

/** The languages in which people are told something. */
export const language = z.enum(['zh', 'en']);
export type Language = z.output<typeof language>;

export const nature = z.enum([
  'equipment',
  'software',
  'line',
  'configuration',
  'operation',
  'environment',
  'external',
  'unknown',
]);
export type Nature = z.output<typeof nature>;

export const category = z.enum([
  'access-control',
  'video-surveillance',
  'fire-alarm',
  'building-automation',
  'intrusion-alarm',
  'network',
  'parking',
  'public-address',
  'data-centre',
  'cabling',
  'other',
]);
export type Category = z.output<typeof category>;

export const impact = z.enum(['none', 'partial', 'major', 'total', 'safety']);
export type Impact = z.output<typeof impact>;

export const warrantyState = z.enum(['in-warranty', 'extended', 'out-of-warranty', 'not-started']);
export type WarrantyState = z.output<typeof warrantyState>;

export const promiseName = z.enum([
  'respond',
  'arrive',
  'resolve',
  'answer-question',
  'settle-complaint',
  'settle-transferred',
  'settle-escalated',
  'reply-suggestion',
  'accept-handoff',
  'notify-product-change',
  'warranty-notice',
  'return-loan',
  'supply-part',
  'told-caller',
  'follow-up',
]);
export type PromiseName = z.output<typeof promiseName>;

export const roles = [
  'customer-contact',
  'agent',
  'seat-supervisor',
  'information-manager',
  'dispatcher',
  'engineer',
  'storekeeper',
  'buyer',
  'materials-manager',
  'appraiser',
  'archivist',
  'project-engineer',
  'support-engineer',
  'trainer',
  'quality-supervisor',
  'customer-specialist',
  'manager',
  'inspector',
  'administrator',
] as const;
export const role = z.enum(roles);
export type Role = z.output<typeof role>;

/** An instant on the wire: RFC 3339 with offset or `Z`. */
export const instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339 with offset' });
/** A calendar day in the company's time zone. */
export const day = z.iso.date();
export const id = z.uuid();
/** Text a person typed, as `typedText` keeps it: not empty to the eye, no control characters but line breaks and tabs. */
export const text = (max: number) =>
  z
    .string()
    .overwrite(typedText)
    .min(1)
    .max(max)
    // eslint-disable-next-line no-control-regex -- PostgreSQL cannot store NUL, and the other controls are never typed
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/u, 'contains control characters');
/** The name of whoever signs or is named: one line that one can see. */
export const personName = (max: number) => text(max).regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'is more than one line');
/** What is typed to search by, or told by a machine; may be empty. */
export const typedLine = (max: number) => z.string().overwrite(typedText).max(max);
export const quantity = z.int().min(1).max(10_000);
