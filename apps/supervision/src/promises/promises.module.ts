import { Controller } from '@nestjs/common';
import type { PromiseName } from '@pledge/contracts';
import {
  CallerTold,
  EngineerArrived,
  EnquiryJoined,
  EnquiryReceived,
  MeasuresRecorded,
  OrderAccepted,
  QuestionReferred,
  RequestJoined,
  RequestReceived,
  RequestResponded,
  ToldCallerKept,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, partOf } from '@pledge/messaging';
import { NotYetReceived } from '@pledge/kernel';
import { Promises } from './promises.commands.js';

/** What starts and stops the clocks. */
@Controller()
export class PromiseReactions {
  constructor(private readonly promises: Promises) {}

  @On(RequestReceived, 'supervision-starts-promises')
  received({ data }: Received<typeof RequestReceived>, cause: Cause) {
    return this.start(data, cause);
  }

  @On(RequestJoined, 'supervision-starts-promises-of-joined')
  joined({ data }: Received<typeof RequestJoined>, cause: Cause) {
    return this.start(data, cause);
  }

  @On(EnquiryReceived, 'supervision-starts-promises-of-enquiry')
  enquired({ data }: Received<typeof EnquiryReceived>, cause: Cause) {
    return this.start(data, cause);
  }

  @On(EnquiryJoined, 'supervision-starts-promises-of-joined-enquiry')
  askedAgain({ data }: Received<typeof EnquiryJoined>, cause: Cause) {
    return this.start(data, cause);
  }

  @On(QuestionReferred, 'supervision-starts-answer-question')
  referred({ data }: Received<typeof QuestionReferred>, cause: Cause) {
    return this.start({ ...data, promises: [data.promise] }, cause);
  }

  @On(CallerTold, 'supervision-starts-told-caller')
  told({ data }: Received<typeof CallerTold>, cause: Cause) {
    return this.start({ ...data, promises: [data.promise] }, cause);
  }

  @On(ToldCallerKept, 'supervision-stops-told-caller')
  toldKept({ data: { promiseId, doneAt } }: Received<typeof ToldCallerKept>, cause: Cause) {
    return this.promises.handle(promiseId, { type: 'done', doneAt }, cause);
  }

  @On(RequestResponded, 'supervision-stops-respond')
  responded({ data }: Received<typeof RequestResponded>, cause: Cause) {
    return this.done(data.requestId, 'respond', data.respondedAt, cause);
  }

  @On(OrderAccepted, 'supervision-stops-respond-at-diagnosis')
  takenUp({ data }: Received<typeof OrderAccepted>, cause: Cause) {
    return this.done(data.requestId, 'respond', data.acceptedAt, cause);
  }

  @On(EngineerArrived, 'supervision-stops-arrive')
  arrived({ data }: Received<typeof EngineerArrived>, cause: Cause) {
    return this.done(data.requestId, 'arrive', data.arrivedAt, cause);
  }

  @On(MeasuresRecorded, 'supervision-stops-resolve')
  restored({ data }: Received<typeof MeasuresRecorded>, cause: Cause) {
    return this.done(data.requestId, 'resolve', data.completedAt, cause);
  }

  private async start(
    request: Pick<Received<typeof RequestReceived>['data'], 'requestId' | 'number' | 'promises'>,
    cause: Cause,
  ) {
    const about = { requestId: request.requestId, requestNumber: request.number };
    for (const stamped of request.promises) {
      await this.promises.handle(stamped.promiseId, { type: 'start', about, stamped }, partOf(cause, stamped.promise));
    }
  }

  private async done(requestId: string, promise: PromiseName, doneAt: string, cause: Cause) {
    const promiseId = await this.promises.idOf(requestId, promise);
    if (promiseId === undefined) throw new NotYetReceived(`the promise ${promise} of request ${requestId}`, requestId);
    await this.promises.handle(promiseId, { type: 'done', doneAt }, cause);
  }
}
