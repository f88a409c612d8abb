import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { conversationChanged } from './events.ts';
import { isUnread, lockConversation, type Conversation } from './read-conversation.ts';
import { CONVERSATION_STATES } from './tables.ts';

const needs = 'conversations:write';
const One = z.object({ id: z.uuid() });
const Stands = One.extend({ state: z.enum(CONVERSATION_STATES) });

/** Nothing more is to be answered; the next message opens it again. */
export const closeConversation = operation({
  name: 'conversations.close',
  route: 'POST /conversations/:id/closing',
  says: 'Close a conversation',
  needs,
  input: One,
  output: Stands,
  run: (tx, { id }) => move(tx, id, 'closed'),
});

export const reopenConversation = operation({
  name: 'conversations.reopen',
  route: 'POST /conversations/:id/reopening',
  says: 'Open a conversation again',
  needs,
  input: One,
  output: Stands,
  run: (tx, { id }) => move(tx, id, 'open'),
});

async function move(tx: Tx, id: string, state: Conversation['state']): Promise<z.infer<typeof Stands>> {
  const before = await lockConversation(tx, id);
  if (before.state === state) return { id, state };
  await tx.sql`update conversations set state = ${state} where id = ${id}`;
  tx.changed({ record: 'conversation', id, before: { state: before.state }, after: { state } });
  tx.tell(conversationChanged, { conversationId: id, change: state === 'closed' ? 'closed' : 'reopened' });
  return { id, state };
}

/** Somebody of the shop has seen what was written. */
export const markReadByShop = operation({
  name: 'conversations.mark-read',
  route: 'POST /conversations/:id/reading',
  says: 'Mark a conversation as read by the shop',
  needs,
  audit: 'none',
  input: One,
  output: One,
  async run(tx, { id }) {
    const conversation = await lockConversation(tx, id);
    if (!isUnread(conversation, 'shop')) return { id };
    await tx.sql`update conversations set shop_read_at = ${tx.now} where id = ${id}`;
    tx.tell(conversationChanged, { conversationId: id, change: 'read' });
    return { id };
  },
});
