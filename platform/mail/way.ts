import { config } from '../config.ts';
import type { Context } from '../tenancy/context.ts';
import { mailTransport, type MailTransport } from './transport.ts';

/** How a mail leaves: by what, from whom, and where answers go. Without a transport it stays in the development mailbox. */
export interface MailWay {
  /** 'installation' or the name of the workspace's own carrier. */
  name: string;
  transport: MailTransport | undefined;
  from: string;
  replyTo?: string;
}

type WorkspaceWay = (ctx: Context, usual: MailWay) => Promise<MailWay>;
let ofWorkspace: WorkspaceWay = async (_ctx, usual) => usual;

/** The module that keeps a workspace's mail settings says which way its mails go; once, at load. */
export function useWorkspaceMail(way: WorkspaceWay): void {
  ofWorkspace = way;
}

/** The installation's own way: SMTP_URL, or the development mailbox. */
export function usualWay(): MailWay {
  return { name: 'installation', transport: mailTransport(), from: config().MAIL_FROM };
}

export function wayOf(ctx: Context): Promise<MailWay> {
  return ofWorkspace(ctx, usualWay());
}
