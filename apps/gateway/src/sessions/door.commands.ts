import type { Service } from '@pledge/contracts';
import { identityHeader, services } from '@pledge/contracts';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from '@pledge/messaging';
import type { FrontSettings } from '../front-settings.query.js';
import { answerProblem } from '../problems.controller.js';
import { crossSiteFault, isUnsafe } from './cross-site.js';
import { isPublicAsk, labelAsked } from './public-asks.js';
import type { SignIdentity } from './identity-token.commands.js';
import { isSecure, isSessionToken, sessionCookie } from './session-cookie.js';
import type { SessionCookie } from './session-cookie.js';
import type { Session, Sessions } from './sessions.store.js';

export interface Visit {
  readonly token: string;
  readonly session: Session;
}

const signingIn = new Set(['/api/session', '/api/session/demo']);
/** Pages of strangers ask for their progress again and again; each of them is far from a post. */
const publicAsksForAPost = 5;
const visits = new WeakMap<FastifyRequest, Visit>();

/** The session a request came with; none for a stranger. */
export const visitOf = (request: FastifyRequest): Visit | undefined => visits.get(request);

/** Derived from the session's token, which no script and no other site can read. */
export const csrfTokenOf = (token: string): string => createHash('sha256').update(`csrf\0${token}`).digest('base64url');

export function cookieFor(request: FastifyRequest, { secureCookies }: FrontSettings): SessionCookie {
  const proto = request.headers['x-forwarded-proto'];
  return sessionCookie(isSecure(secureCookies, typeof proto === 'string' ? proto : undefined));
}

/** Who is asking: the caller's own address, or what a proxy of ours says it is. */
export function addressOf(request: FastifyRequest, { isTrustedProxy }: FrontSettings): string {
  const direct = request.socket.remoteAddress ?? '';
  const forwarded = request.headers['x-forwarded-for'];
  if (typeof forwarded !== 'string' || !isTrustedProxy(direct)) return direct;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops.findLast((hop) => !isTrustedProxy(hop)) ?? direct;
}

export interface Door {
  readonly settings: FrontSettings;
  readonly sessions: Sessions;
  readonly sign: SignIdentity;
  readonly log: Logger;
}

/**
 * Stands before every route below `/api`: finds the session, refuses what another site may have sent, slows strangers down, and
 * puts our word about the caller in place of anything that came under that name.
 */
export function keepDoor(server: FastifyInstance, { settings, sessions, sign, log }: Door): void {
  const strangerPosts = server.createRateLimit({
    max: settings.anonymousPostsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => addressOf(request, settings),
  });

  const strangerAsks = server.createRateLimit({
    max: settings.anonymousPostsPerMinute * publicAsksForAPost,
    timeWindow: 60_000,
    keyGenerator: (request) => `asks ${addressOf(request, settings)}`,
  });
  const labelAsks = server.createRateLimit({
    max: settings.anonymousPostsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => `label ${labelAsked(request.url) ?? ''}`,
  });
  /** Seconds to wait before a stranger may ask again; 0 for go on. */
  async function waitOf(request: FastifyRequest, beginning: boolean): Promise<number> {
    const limits = [
      ...(isUnsafe(request.method) && !beginning ? [strangerPosts] : []),
      ...(isPublicAsk(request.url) ? [strangerAsks] : []),
      ...(labelAsked(request.url) === undefined ? [] : [labelAsks]),
    ];
    for (const limit of limits) {
      const asked = await limit(request);
      if (!asked.isAllowed && asked.isExceeded) return Math.max(1, asked.ttlInSeconds);
    }
    return 0;
  }

  async function visit(request: FastifyRequest): Promise<Visit | undefined> {
    const { cookie } = request.headers;
    if (cookie === undefined) return undefined;
    const token = server.parseCookie(cookie)[cookieFor(request, settings).name];
    if (!isSessionToken(token)) return undefined;
    const session = await sessions.find(token);
    return session && { token, session };
  }

  server.addHook('onRequest', async (request, reply) => {
    request.headers[identityHeader] = undefined;
    const { url } = request.routeOptions;
    if (!url?.startsWith('/api/')) return undefined;
    let visiting: Visit | undefined;
    try {
      visiting = await visit(request);
    } catch (err) {
      log.error({ err }, 'a session could not be read');
      return answerProblem(request, reply, 'unavailable', { retryAfterSeconds: 2 });
    }
    const beginning = request.method === 'POST' && signingIn.has(url);
    const sentToken = request.headers['x-csrf-token'];
    const fault = crossSiteFault({
      method: request.method,
      host: request.headers.host,
      origin: request.headers.origin,
      publicOrigin: settings.publicOrigin,
      expectedToken: visiting && !beginning ? csrfTokenOf(visiting.token) : undefined,
      sentToken: typeof sentToken === 'string' ? sentToken : undefined,
      same,
    });
    if (fault) return answerProblem(request, reply, fault);
    if (visiting) {
      visits.set(request, visiting);
      request.headers[identityHeader] = await sign(visiting.session.user, answering(url));
    } else {
      const retryAfterSeconds = await waitOf(request, beginning);
      if (retryAfterSeconds > 0) return answerProblem(request, reply, 'too-many-requests', { retryAfterSeconds });
    }
    return undefined;
  });
}

/** The service that answers a route of the door's: the department it passes on to, else the gateway itself. */
const answering = (url: string): Service => services.find((service) => url.split('/')[2] === service) ?? 'gateway';

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
