import type { Conversation as View } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { attachToEntry } from '../attachments/attachments.query.js';
import { conversation } from './conversation.js';
import { conversationOf } from './conversations.query.js';
import { aboutOf, conversationStore } from './conversations.store.js';
import type { ConversationCommand, ConversationEvent } from './situation.js';

/** The one door into what is said about a request, of whatever kind. */
export abstract class Conversations {
  abstract readonly handle: CommandHandler<ConversationCommand, ConversationEvent, View>;
}

export const conversationsIn = (db: DataSource | EntityManager): Conversations => ({
  handle: commandHandler({
    db,
    record: 'conversation',
    rules: conversation,
    store: conversationStore,
    view: conversationOf,
    locks: (requestId) => [`request/${requestId}`],
    async inform(tx, requestId, command) {
      const about = await aboutOf(tx, requestId);
      if (!about) throw new Refusal('request-missing');
      if ('attachmentIds' in command) {
        const entryId = command.type === 'clarify' ? command.clarificationId : command.entryId;
        await attachToEntry(tx, command.attachmentIds ?? [], { requestId, entryId });
      }
      return { ...command, about };
    },
  }),
});
