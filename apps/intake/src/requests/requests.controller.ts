import { randomBytes } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { EnquiryBody, InputOf } from '@pledge/contracts/http';
import {
  getProgress,
  getRequest,
  getTimeline,
  listRequests,
  releaseRequest,
  reportRequest,
  respondToRequest,
  takeRequest,
} from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import type { CallerIdentity } from '@pledge/contracts';
import { AskedBy, Caller, Input, NotFound, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { mayAttach } from '../attachments/attachments.query.js';
import { Calendar } from '../calendar.js';
import { articlesNamed } from '../knowledge/search-articles.query.js';
import { mayBackdate } from '../desk/may-backdate.js';
import { placeOfLabel } from '../copies/places.query.js';
import { progressOf } from '../timeline/progress.query.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { Enquiries } from '../enquiries/enquiries.commands.js';
import type { Asked } from '../enquiries/situation.js';
import type { PlaceAsked } from './situation.js';
import { Requests } from './requests.commands.js';
import { pageOfRequests, requestOf } from './requests.query.js';

@Controller()
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly enquiries: Enquiries,
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Serves(reportRequest)
  async report(
    @Input() { body }: InputOf<typeof reportRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity | undefined,
  ) {
    await mayAttach(this.db.manager, body.attachmentIds ?? [], caller);
    if (body.twin && caller?.customerId !== null) throw new Refusal('desk-decides', {}, '/twin');
    if (body.kind !== 'fault') return this.enquire(body, caller, cause);
    const place = await this.placeAsked(body, caller);
    const requestId = newId();
    return this.requests.handle(
      requestId,
      {
        type: 'receive',
        requestId,
        report: caller ? body : { ...body, channel: 'qr' },
        reportedBy: body.reportedBy,
        ...recordedBy(caller),
        place,
        ids: {
          promiseIds: [newId(), newId(), newId()],
          handOffId: newId(),
          publicToken: randomBytes(24).toString('base64url'),
          envelopeId: body.envelopeId ?? newId(),
        },
        calendar: this.calendar.work,
      },
      cause,
    );
  }

  @Serves(respondToRequest)
  async respond(
    @Input() { params: { requestId }, body: { text, via, sources } }: InputOf<typeof respondToRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const { by, door } = await this.known(requestId, caller);
    const named = await articlesNamed(this.db.manager, sources ?? [], caller.language);
    const unknown = (sources ?? []).filter((id) => !named.some(({ articleId }) => articleId === id));
    if (unknown.length > 0) throw new Refusal('article-unknown', { articles: unknown }, '/sources');
    const restsOn = named.length > 0 ? { sources: named } : {};
    return door.handle(requestId, { type: 'respond', requestId, by, text, via, ...restsOn }, cause);
  }

  @Serves(takeRequest)
  async take(
    @Input() { params: { requestId } }: InputOf<typeof takeRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const { by, door } = await this.known(requestId, caller);
    return door.handle(requestId, { type: 'take', requestId, by }, cause);
  }

  @Serves(releaseRequest)
  async release(
    @Input() { params: { requestId } }: InputOf<typeof releaseRequest>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const { by, door } = await this.known(requestId, caller);
    return door.handle(requestId, { type: 'release', requestId, by }, cause);
  }

  @Serves(listRequests)
  list(@Input() { query }: InputOf<typeof listRequests>, @Caller() caller: CallerIdentity) {
    return pageOfRequests(this.db.manager, query, caller);
  }

  @Serves(getRequest)
  one(@Input() { params }: InputOf<typeof getRequest>, @Caller() caller: CallerIdentity) {
    return requestOf(this.db.manager, params.requestId, caller);
  }

  @Serves(getTimeline)
  async timeline(@Input() { params }: InputOf<typeof getTimeline>, @Caller() caller: CallerIdentity) {
    const request = await requestOf(this.db.manager, params.requestId, caller);
    return { items: await timelineOf(this.db.manager, request) };
  }

  @Serves(getProgress)
  progress(@Input() { params }: InputOf<typeof getProgress>) {
    return progressOf(this.db.manager, params.publicToken);
  }

  /** Who acts on a request that they may see, and through which door. */
  private async known(requestId: string, caller: CallerIdentity) {
    const { kind } = await requestOf(this.db.manager, requestId, caller);
    const by = { personId: caller.personId, name: caller.name };
    return { by, door: kind === 'fault' ? this.requests : this.enquiries };
  }

  private async enquire(body: EnquiryBody, caller: CallerIdentity | undefined, cause: Cause) {
    const requestId = newId();
    return this.enquiries.handle(
      requestId,
      {
        type: 'receive',
        requestId,
        report: caller ? body : { ...body, channel: 'qr' },
        reportedBy: body.reportedBy,
        asked: await this.aboutAsked(body, caller),
        ...recordedBy(caller),
        ids: {
          promiseId: newId(),
          publicToken: randomBytes(24).toString('base64url'),
          envelopeId: body.envelopeId ?? newId(),
        },
        calendar: this.calendar.work,
      },
      cause,
    );
  }

  /** An enquiry may come from somebody we do not know, where one of us writes it down. */
  private async aboutAsked(body: EnquiryBody, caller: CallerIdentity | undefined): Promise<Asked> {
    if (body.qrToken !== undefined || !caller) return this.placeAsked(body, caller);
    const { customerId = caller.customerId, siteId, equipmentId } = body;
    if (caller.customerId !== null && caller.customerId !== customerId) throw new NotFound();
    return { customerId, siteId: siteId ?? null, equipmentId: equipmentId ?? null };
  }

  /** Who is not signed in shows the equipment's label; a customer's contact speaks for their own company only. */
  private async placeAsked(
    body: InputOf<typeof reportRequest>['body'],
    caller: CallerIdentity | undefined,
  ): Promise<PlaceAsked> {
    if (body.qrToken !== undefined) {
      const place = await placeOfLabel(this.db, body.qrToken);
      if (!place) throw new Refusal('qr-token-unknown', {}, '/qrToken');
      return place;
    }
    if (!caller) throw new Refusal('qr-token-required', {}, '/qrToken');
    const { customerId, siteId, equipmentId } = body;
    if (customerId === undefined) throw new Refusal('customer-required', {}, '/customerId');
    if (siteId === undefined) throw new Refusal('customer-required', {}, '/siteId');
    if (caller.customerId !== null && caller.customerId !== customerId) throw new NotFound();
    return { customerId, siteId, equipmentId: equipmentId ?? null };
  }
}

/** Who of us writes it down, and whether they may enter what lay about for long. */
const recordedBy = (caller: CallerIdentity | undefined) => ({
  recordedBy: caller?.customerId === null ? { personId: caller.personId, name: caller.name } : null,
  mayBackdate: mayBackdate(caller),
});
