/**
 * A workspace's mails: who they are from, by which carrier they leave, and what became of each. A carrier is the
 * workspace's own mail server or mail company; without one, or until it has been seen to work, mails leave by the
 * installation's. Invariants: a carrier's secret lies sealed and is never shown; a mail is written down before it is
 * handed over and tried again for three days; the text of a mail that holds a personal link is never shown.
 */
import { schedule } from '#platform/events/reaction.ts';
import { useBrandLook } from '#platform/mail/brand.ts';
import { sendWaitingMails } from '#platform/mail/mail-round.ts';
import { useWorkspaceMail } from '#platform/mail/way.ts';
import { module } from '#platform/module.ts';
import { brandLook } from './brand-look.ts';
import { mailCarriers } from './carrier.ts';
import { mailList, mailMessage, mailResendAsked, resendMail, sendAsked } from './log.ts';
import { mailSettingsView, tryMailSettings, updateMailSettings } from './settings.ts';
import { mailSuppressed, recordMailFate, releaseAddress, suppressAddress, suppressionList } from './suppression.ts';
import * as tables from './tables.ts';
import { workspaceWay } from './workspace-way.ts';

useWorkspaceMail(workspaceWay);
useBrandLook(brandLook);

const mailRound = schedule({ name: 'mail.send-waiting', everySeconds: 30, runForAll: sendWaitingMails });

export const mail = module({
  name: 'mail',
  uses: ['accounts'],
  tables,
  operations: [updateMailSettings, tryMailSettings, resendMail, suppressAddress, releaseAddress],
  views: [mailSettingsView, suppressionList, mailList, mailMessage],
  events: [mailResendAsked, mailSuppressed],
  reactions: [sendAsked],
  schedules: [mailRound],
  ports: [mailCarriers],
  capabilities: { 'mail:read': 'See the mails that were sent', 'mail:write': 'Send a mail once more' },
});

export { mailCarriers, type CarrierAccount, type MailCarrier } from './carrier.ts';
export { recordMailFate, releaseAddress, suppressAddress, suppressionList };
export type { MailFate } from './suppression.ts';
export { mailList, mailMessage, mailSettingsView, resendMail, tryMailSettings, updateMailSettings };
