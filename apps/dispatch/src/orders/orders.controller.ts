import { Controller } from '@nestjs/common';
import type { CallerIdentity, InputOf } from '@pledge/contracts';
import type { Order } from '@pledge/contracts/http';
import {
  acceptOrder,
  arriveOnSite,
  askSupport,
  assignOrder,
  closeOrder,
  departForSite,
  exceptRelease,
  getOrder,
  getOrderForm,
  listOrders,
  recordMeasures,
  signOrder,
} from '@pledge/contracts/http';
import { canDraw, dispatchOrderForm } from '@pledge/forms';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import { StaleVersion } from '@pledge/messaging';
import { AskedBy, Caller, Input, maskedPhone, NotFound, Serves } from '@pledge/service-host';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { seesPhones } from '../eyes.js';
import { isDrawing } from './drawing.js';
import { isSignature } from './ink.query.js';
import type { OrderStep, StepOf } from './order-commands.js';
import { DispatchOrders, FormSettings, OrderQuestions } from './orders.commands.js';
import { isSettled } from './parts-standing.js';

type Step = { [Type in OrderStep['type']]: Omit<StepOf<Type>, 'orderId' | 'by' | 'known'> }[OrderStep['type']];

/** How long leaving waits for the news from parts, which takes milliseconds while both are up. */
const patience = { forMs: 3_000, everyMs: 50 } as const;

@Controller()
export class OrdersController {
  constructor(
    private readonly orders: DispatchOrders,
    private readonly questions: OrderQuestions,
    private readonly form: FormSettings,
  ) {}

  @Serves(listOrders)
  async list(@Input() { query }: InputOf<typeof listOrders>, @Caller() caller: CallerIdentity) {
    const page = await this.questions.page(query, caller);
    return { ...page, items: page.items.map((order) => forEyesOf(caller, order)) };
  }

  @Serves(getOrder)
  async one(@Input() { params }: InputOf<typeof getOrder>, @Caller() caller: CallerIdentity): Promise<Order> {
    return forEyesOf(caller, await this.seen(params.orderId, caller));
  }

  @Serves(getOrderForm)
  async pdf(
    @Input() { params, query }: InputOf<typeof getOrderForm>,
    @Caller() caller: CallerIdentity,
  ): Promise<Uint8Array> {
    const order = forEyesOf(caller, await this.seen(params.orderId, caller));
    const { baseUrl, timeZone } = this.form;
    const drawing = order.signature ? await this.questions.signature(order.id) : null;
    return dispatchOrderForm({ ...order, drawing }, { language: query.lang, baseUrl, timeZone });
  }

  @Serves(assignOrder)
  assign(
    @Input() { params, body }: InputOf<typeof assignOrder>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    return this.take(params.orderId, { type: 'assign', ...body }, caller, cause);
  }

  @Serves(acceptOrder)
  accept(
    @Input() { params, body }: InputOf<typeof acceptOrder>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    return this.take(params.orderId, { type: 'accept', ...body }, caller, cause);
  }

  @Serves(exceptRelease)
  exceptRelease(
    @Input() { params, body }: InputOf<typeof exceptRelease>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    return this.take(params.orderId, { type: 'except-release', ...body }, caller, cause);
  }

  @Serves(departForSite)
  async depart(
    @Input() { params, body }: InputOf<typeof departForSite>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    await this.untilPartsAnswered(params.orderId, caller);
    return this.take(params.orderId, { type: 'depart', ...body }, caller, cause);
  }

  @Serves(arriveOnSite)
  arrive(
    @Input() { params, body }: InputOf<typeof arriveOnSite>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    return this.take(params.orderId, { type: 'arrive', ...body }, caller, cause);
  }

  @Serves(recordMeasures)
  record(
    @Input() { params, body }: InputOf<typeof recordMeasures>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    return this.take(params.orderId, { type: 'record-measures', ...body }, caller, cause);
  }

  @Serves(signOrder)
  async sign(
    @Input() { params, body }: InputOf<typeof signOrder>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    await this.mustBeTheirs(params.orderId, caller);
    const { signature } = body;
    if (!isDrawing(signature) || !canDraw(signature)) throw new Refusal('signature-not-an-image', {}, '/signature');
    if (!(await isSignature(signature))) throw new Refusal('signature-has-no-ink', {}, '/signature');
    return this.take(params.orderId, { type: 'sign', ...body }, caller, cause);
  }

  @Serves(closeOrder)
  close(
    @Input() { params }: InputOf<typeof closeOrder>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    return this.take(params.orderId, { type: 'close', handOffId: v7() }, caller, cause);
  }

  @Serves(askSupport)
  askSupport(
    @Input() { params, body }: InputOf<typeof askSupport>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ): Promise<Order> {
    const ids = { supportRequestId: v7(), handOffId: v7() };
    return this.take(params.orderId, { type: 'ask-support', ...body, ...ids }, caller, cause);
  }

  private async take(orderId: string, step: Step, caller: CallerIdentity, cause: Cause): Promise<Order> {
    await this.mustBeTheirs(orderId, caller);
    const { personId, name, role, customerId } = caller;
    const command: OrderStep = { ...step, orderId, by: { personId, name, role, customerId } };
    try {
      const { view } = await this.orders.handle(orderId, command, cause);
      return forEyesOf(caller, view);
    } catch (failure) {
      if (failure instanceof Refusal && failure.code === 'order-out-of-sight') throw new NotFound();
      if (!(failure instanceof StaleVersion) || failure.view === undefined) throw failure;
      throw new StaleVersion(failure.expected, failure.version, forEyesOf(caller, failure.view as Order));
    }
  }

  private async seen(orderId: string, caller: CallerIdentity): Promise<Order> {
    await this.mustBeTheirs(orderId, caller);
    const order = await this.questions.one(orderId);
    if (!order) throw new NotFound();
    return order;
  }

  /** Out of sight is answered like absent, and before anything else is: also a stale version would tell of the order. */
  private async mustBeTheirs(orderId: string, caller: CallerIdentity): Promise<void> {
    const concerned = await this.questions.concerned(orderId);
    if (!concerned) throw new NotFound();
    const isTheirs =
      caller.role === 'engineer'
        ? concerned.engineerId === caller.personId
        : caller.role !== 'customer-contact' || concerned.customerId === caller.customerId;
    if (!isTheirs) throw new NotFound();
  }

  private async untilPartsAnswered(orderId: string, caller: CallerIdentity): Promise<void> {
    await this.mustBeTheirs(orderId, caller);
    const until = performance.now() + patience.forMs;
    while (performance.now() < until) {
      const order = await this.questions.one(orderId);
      if (order?.status !== 'accepted' || order.releaseException || isSettled(order.parts)) return;
      await pause(patience.everyMs);
    }
  }
}

function forEyesOf({ role }: CallerIdentity, order: Order): Order {
  if (seesPhones(role)) return order;
  const { reportedBy, engineer } = order;
  return {
    ...order,
    reportedBy: { ...reportedBy, phone: reportedBy.phone && maskedPhone(reportedBy.phone) },
    engineer: engineer && { ...engineer, phone: maskedPhone(engineer.phone) },
  };
}
