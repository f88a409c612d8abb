/**
 * What members are told. A kind is a fact worth somebody's attention, declared by the module it belongs to with `notice()`;
 * a notification is one such fact told to one person; it reaches them in the bell and, as they choose per kind, by push and
 * mail. Invariants: one notification per fact, kind and person; nobody is told what their role, or their limits to some
 * storefronts and locations, keep from them; unread is a count of rows; a notification read before its push or mail was due
 * is not sent; a browser that is signed out gets no push.
 */
import { module } from '#platform/module.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import { noticeChannels } from './channel.ts';
import { channelChoices, chooseChannels } from './channel-choices.ts';
import { chooseMedia, choicesView, setHabits } from './choices.ts';
import { channelMessagesDue, deliveriesDue, notificationsArrived, notificationsChanged } from './events.ts';
import { deliverAtOnce, deliverEachMinute } from './deliver.ts';
import { addDevice, deviceList, removeDevice } from './devices.ts';
import { forgetThePerson } from './forget-person.ts';
import { bellView, notificationList } from './inbox.ts';
import { markNotifications, snoozeNotifications } from './mark.ts';
import { notifyMembers } from './notify-members.ts';
import { sendAtOnce, sendEachMinute, sendToChannels, tellChannels } from './tell-channels.ts';
import * as tables from './tables.ts';
import { wakeEachMinute } from './wake.ts';

personalLogs.add('notifications', { text: ['title', 'body'] });

export const notifications = module({
  name: 'notifications',
  uses: ['accounts'],
  tables,
  operations: [markNotifications, snoozeNotifications, chooseMedia, setHabits, addDevice, removeDevice, chooseChannels],
  views: [bellView, notificationList, choicesView, deviceList, channelChoices],
  events: [notificationsArrived, notificationsChanged, deliveriesDue, channelMessagesDue],
  reactions: [notifyMembers, deliverAtOnce, forgetThePerson, tellChannels, sendAtOnce],
  schedules: [wakeEachMinute, deliverEachMinute, sendEachMinute],
  ports: [noticeChannels],
  capabilities: { 'own:notifications': 'Have notifications' },
});

export { ChannelBusy, noticeChannels, type ChannelWords, type NoticeChannel } from './channel.ts';
export { channelChoices, chooseChannels, sendToChannels };
export { unsubscribeHandler } from './unsubscribe-link.ts';
export { addDevice, deviceList, removeDevice };
export { bellView, chooseMedia, choicesView, markNotifications, notificationList, setHabits, snoozeNotifications };
