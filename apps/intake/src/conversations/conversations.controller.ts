import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import {
  addNote,
  addUserWord,
  answerClarification,
  askClarification,
  getConversation,
  keepTold,
  listCallBacks,
  tellCaller,
  writeReply,
} from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { mayAttach } from '../attachments/attachments.query.js';
import { Calendar } from '../calendar.js';
import { requestOf } from '../requests/requests.query.js';
import { Conversations } from './conversations.commands.js';
import { callBacksDue, conversationOf } from './conversations.query.js';

/** What the desk and the user say to each other about a request. */
@Controller()
export class ConversationsController {
  constructor(
    private readonly conversations: Conversations,
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Serves(getConversation)
  async one(@Input() { params: { requestId } }: InputOf<typeof getConversation>, @Caller() caller: CallerIdentity) {
    await this.known(requestId, caller);
    return conversationOf(this.db.manager, requestId);
  }

  @Serves(writeReply)
  async reply(
    @Input() { params: { requestId }, body }: InputOf<typeof writeReply>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller, body.attachmentIds);
    return this.conversations.handle(requestId, { type: 'reply', requestId, entryId: newId(), by, ...body }, cause);
  }

  @Serves(addNote)
  async note(
    @Input() { params: { requestId }, body }: InputOf<typeof addNote>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller, body.attachmentIds);
    return this.conversations.handle(requestId, { type: 'note', requestId, entryId: newId(), by, ...body }, cause);
  }

  @Serves(addUserWord)
  async userWord(
    @Input() { params: { requestId }, body }: InputOf<typeof addUserWord>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const recordedBy = await this.known(requestId, caller, body.attachmentIds);
    return this.conversations.handle(
      requestId,
      { type: 'user-word', requestId, entryId: newId(), recordedBy, ...body },
      cause,
    );
  }

  @Serves(askClarification)
  async ask(
    @Input() { params: { requestId }, body }: InputOf<typeof askClarification>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller);
    return this.conversations.handle(
      requestId,
      { type: 'ask', requestId, clarificationId: newId(), by, ...body },
      cause,
    );
  }

  @Serves(answerClarification)
  async clarify(
    @Input()
    { params: { requestId, clarificationId }, body: { answer } }: InputOf<typeof answerClarification>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    await this.known(requestId, caller);
    return this.conversations.handle(
      requestId,
      { type: 'clarify', requestId, clarificationId, by: null, answer },
      cause,
    );
  }

  @Serves(tellCaller)
  async tell(
    @Input() { params: { requestId }, body: { what, by: dueAt } }: InputOf<typeof tellCaller>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller);
    const calendar = this.calendar.work;
    return this.conversations.handle(
      requestId,
      { type: 'tell', requestId, promiseId: newId(), by, what, dueAt, calendar },
      cause,
    );
  }

  @Serves(keepTold)
  async keep(
    @Input() { params: { requestId, promiseId } }: InputOf<typeof keepTold>,
    @AskedBy() cause: Cause,
    @Caller() caller: CallerIdentity,
  ) {
    const by = await this.known(requestId, caller);
    return this.conversations.handle(requestId, { type: 'keep', requestId, promiseId, by }, cause);
  }

  @Serves(listCallBacks)
  callBacks(@Input() { query }: InputOf<typeof listCallBacks>, @Caller() caller: CallerIdentity) {
    return callBacksDue(this.db.manager, query, caller);
  }

  /** Who acts on a request that they may see, with files that they may add. */
  private async known(
    requestId: string,
    caller: CallerIdentity,
    attachmentIds: readonly string[] = [],
  ): Promise<Person> {
    await requestOf(this.db.manager, requestId, caller);
    await mayAttach(this.db.manager, attachmentIds, caller);
    return { personId: caller.personId, name: caller.name };
  }
}
