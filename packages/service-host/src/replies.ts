import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Role, RouteContract } from '@pledge/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { redacted } from './redacted.js';
import { contextOf } from './request-context.js';
import { SavedFile, sendFile } from './saved-file.js';
import { servedBy } from './serves.js';

export type ReplyComplaint = (route: RouteContract, complaint: Error) => void;

/** Sends what a handler returned in the shape its route promises, with an ETag where the record has a version. */
export class Replies implements NestInterceptor {
  /** @param complain hears of replies that break their contract where they are sent all the same, in production */
  constructor(
    private readonly strict: boolean,
    private readonly complain: ReplyComplaint,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = context.getType() === 'http' ? servedBy(context.getHandler()) : undefined;
    if (!route) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { caller } = contextOf(context.switchToHttp().getRequest<FastifyRequest>());
    return next.handle().pipe(map((answer) => this.send(route, answer, reply, caller?.roles ?? [])));
  }

  private send(route: RouteContract, answer: unknown, reply: FastifyReply, roles: readonly Role[]): unknown {
    if (answer instanceof SavedFile) return sendFile(answer, reply);
    if (answer instanceof Uint8Array || answer instanceof Readable) {
      void reply.header('content-type', route.produces);
      return answer instanceof Uint8Array ? Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength) : answer;
    }
    const value = redacted(route.reply, this.shaped(route, viewOf(answer)), roles);
    const etag = etagOf(value);
    if (etag !== undefined) void reply.header('etag', etag);
    // A view is made of more than its record: what others did changes it without a version of its own, so nobody keeps it.
    void reply.header('cache-control', 'no-store');
    return value;
  }

  /** Fields the contract does not know never leave the house. */
  private shaped(route: RouteContract, value: unknown): unknown {
    const parsed = route.reply.safeParse(value);
    if (parsed.success) return parsed.data;
    const complaint = new Error(`${route.service} ${route.name} breaks its contract: ${parsed.error.message}`);
    if (this.strict) throw complaint;
    this.complain(route, complaint);
    return value;
  }
}

/** A command handler's outcome stands for its view. */
const viewOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'view' in answer && 'version' in answer && 'events' in answer
    ? answer.view
    : answer;

const etagOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number'
    ? `"${value.version}"`
    : undefined;
