import * as z from 'zod';
import { event } from '#platform/events/event.ts';

/** Shown on `private-user-<id>@<workspace>` of each person who got it. */
export const notificationsArrived = event({
  name: 'notifications.arrived',
  says: 'Members have new notifications',
  data: z.object({ factId: z.uuid(), userIds: z.array(z.uuid()), title: z.string(), link: z.string(), notificationKind: z.string() }),
  about: 'factId',
  live: { channel: 'user', each: 'userIds', as: 'notification:new' },
});

/** Somebody read, archived or snoozed, on one of their devices; the others follow. */
export const notificationsChanged = event({
  name: 'notifications.changed',
  says: 'Somebody’s notifications were read, put away or came back',
  data: z.object({ userId: z.uuid(), userIds: z.array(z.uuid()) }),
  about: 'userId',
  live: { channel: 'user', each: 'userIds', as: 'notification:changed' },
});

/** Pushes or mails are due now; what is due later is found by the schedule. */
export const deliveriesDue = event({
  name: 'notifications.due',
  says: 'Notifications are to be pushed or mailed',
  data: z.object({ factId: z.uuid() }),
  about: 'factId',
});

/** Something is to be told in a channel outside. */
export const channelMessagesDue = event({
  name: 'notifications.channels-due',
  says: 'Something is to be told in Slack or Discord',
  data: z.object({ factId: z.uuid() }),
  about: 'factId',
});
