import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { department, id, role, services } from '../vocabulary.js';

/** The gateway's own routes; unlike the departments' they stand right below `/api`. */
const route = routesOf('gateway');

export const user = z.object({
  personId: id,
  username: z.string(),
  name: z.string(),
  role,
  department: department.nullable(),
  customerId: id.nullable(),
});
export type User = z.output<typeof user>;
export const session = z.object({ user, csrfToken: z.string(), demo: z.boolean() });
export type Session = z.output<typeof session>;

export const signIn = route({
  name: 'signIn',
  method: 'POST',
  path: '/session',
  may: 'anyone',
  ownSession: true,
  summary: 'Sign in with a password.',
  body: z.object({ username: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }),
  reply: session,
  refusals: { 'sign-in-failed': 'Name or password is wrong.', 'too-many-attempts': 'Too many attempts; wait.' },
});
export const signInAsDemo = route({
  name: 'signInAsDemo',
  method: 'POST',
  path: '/session/demo',
  may: 'anyone',
  ownSession: true,
  summary: 'In demo mode, from this machine only: sign in as a demo person of a role.',
  body: z.object({ role, personId: id.optional() }),
  reply: session,
  refusals: {
    'demo-off': 'Demo sign-in is off, or the call came from another machine.',
    'demo-person-unknown': 'No demo person has this role.',
  },
});
export const listDemoPeople = route({
  name: 'listDemoPeople',
  method: 'GET',
  path: '/session/demo',
  may: 'anyone',
  summary: 'The demo people, to sign in with one click.',
  reply: z.object({ items: z.array(user) }),
});
export const getSession = route({
  name: 'getSession',
  method: 'GET',
  path: '/session',
  may: 'signed-in',
  summary: 'Who is signed in.',
  reply: session,
});
export const signOut = route({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  may: 'signed-in',
  ownSession: true,
  summary: 'Sign out.',
  reply: z.object({ signedOut: z.literal(true) }),
});
export const getHealth = route({
  name: 'getHealth',
  method: 'GET',
  path: '/health',
  may: 'anyone',
  summary: 'One answer for the whole house.',
  reply: z.object({
    ready: z.boolean(),
    services: z.record(z.enum(services), z.object({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) })),
  }),
});

/** What a live update says: enough to ask again, nothing personal. */
export const liveUpdate = z.object({
  type: z.string(),
  requestId: z.string().nullable(),
  about: z.string(),
  at: z.string(),
});
export type LiveUpdate = z.output<typeof liveUpdate>;
