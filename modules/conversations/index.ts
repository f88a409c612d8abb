/**
 * Conversations: what shoppers and the shop write to each other. Words: conversation (about an order, or begun in the account), message,
 * side (shopper or shop), unread (the other side wrote last and it was not read), unanswered (open, and the shopper wrote last).
 * Invariants: an order has one conversation; only who holds the order's link or placed it, the customer of a conversation, and members
 * with the permission read it; every message opens it again; the shopper is mailed each message of the shop once; what was written
 * is plain text, and pictures are private files that only those open; all of it goes with a customer who is erased.
 */
import { customerParts } from '#modules/customers/index.ts';
import { module } from '#platform/module.ts';
import { mailTheMessage } from './answer-mail.ts';
import { answerConversation, writeToBuyer } from './answer.ts';
import { closeConversation, markReadByShop, reopenConversation } from './close.ts';
import { conversationsOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { conversationNotices } from './notices.ts';
import { preparedAnswerList, removePreparedAnswer, savePreparedAnswer } from './prepared.ts';
import { markReadByShopper, startConversation, writeAboutOrder, writeFromAccount } from './storefront.ts';
import { ownConversation, ownConversations, shopperOrderConversation, unreadConversations } from './storefront-views.ts';
import { conversationMessages, conversations as conversationTable, preparedAnswers } from './tables.ts';
import { unansweredTask } from './unanswered-task.ts';
import { conversationGet, conversationList, orderConversation } from './views.ts';

export const conversations = module({
  name: 'conversations',
  uses: ['accounts', 'tasks', 'customers', 'orders'],
  tables: { conversations: conversationTable, conversationMessages, preparedAnswers },
  operations: [writeAboutOrder, startConversation, writeFromAccount, markReadByShopper, answerConversation, writeToBuyer, closeConversation, reopenConversation, markReadByShop, savePreparedAnswer, removePreparedAnswer],
  views: [shopperOrderConversation, ownConversation, ownConversations, unreadConversations, conversationList, conversationGet, orderConversation, preparedAnswerList],
  events: Object.values(events),
  notices: conversationNotices,
  reactions: [mailTheMessage, unansweredTask],
  capabilities: { 'conversations:read': 'Read what customers and the shop write to each other', 'conversations:write': 'Write to customers, close conversations' },
});

customerParts.add('conversations', conversationsOfCustomer);

export { answerConversation, orderConversation, writeAboutOrder };
export { readPictures } from './pictures.ts';
export { messagesAboutOrder, type Message } from './read-conversation.ts';
