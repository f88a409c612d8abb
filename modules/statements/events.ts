import * as z from 'zod';
import { event } from '#platform/events/event.ts';

export const statementRead = event({
  name: 'statement.read',
  says: 'The book of an account outside was read',
  data: z.object({ sourceId: z.uuid(), added: z.int(), problem: z.string().meta({ description: 'why it stopped; empty when it came to its end' }) }),
  about: 'sourceId',
  live: { channel: 'statements', as: 'statement:read' },
});
