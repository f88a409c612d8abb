import nodemailer from 'nodemailer';
import { config } from '../config.ts';

/** A mail ready to leave. `messageId` stays the same when the attempt is repeated, so that a receiver can tell a repetition. */
export interface OutgoingMail {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  replyTo?: string;
}

/** Thrown by a transport when the receiving side refuses this recipient for good: another attempt would not help. */
export class RecipientRefused extends Error {
  override name = 'RecipientRefused';
}

/** Thrown when the other side asked for a pause: not before so many seconds. */
export class NotBefore extends Error {
  override name = 'NotBefore';
  readonly seconds: number;

  constructor(message: string, seconds: number) {
    super(message);
    this.seconds = seconds;
  }
}

export interface MailTransport {
  deliver(mail: OutgoingMail): Promise<void>;
  close(): void;
}

let chosen: MailTransport | 'none' | undefined;

/** Sets how mail leaves the building; 'none' keeps it in the development mailbox. */
export function useMailTransport(transport: MailTransport | 'none'): void {
  chosen = transport;
}

/** The transport in use: the one set, or SMTP when SMTP_URL is configured, or none. */
export function mailTransport(): MailTransport | undefined {
  const url = config().SMTP_URL;
  chosen ??= url === undefined ? 'none' : smtpTransport(url);
  return chosen === 'none' ? undefined : chosen;
}

/** Submission by SMTP with pooled connections; TLS by the address (smtps://) or STARTTLS when the server offers it. */
export function smtpTransport(to: string | SmtpAccount): MailTransport & { verify(): Promise<void> } {
  const patience = { pool: true, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const smtp = typeof to === 'string' ? nodemailer.createTransport(to, patience as object) : nodemailer.createTransport({ ...patience, ...to } as object);
  return {
    async deliver({ messageId, from, to: recipient, subject, html, text, headers, replyTo }) {
      await smtp.sendMail({ messageId, from, to: recipient, subject, html, text, headers, ...(replyTo && { replyTo }), disableFileAccess: true, disableUrlAccess: true }).catch(explain);
    },
    verify: async () => void (await smtp.verify()),
    close: () => smtp.close(),
  };
}

/** `secure`: TLS from the first byte (465); otherwise STARTTLS, which `requireTLS` insists on. */
export interface SmtpAccount {
  host: string;
  port: number;
  secure: boolean;
  requireTLS?: boolean;
  auth?: { user: string; pass: string };
}

function explain(error: Error & { command?: string; responseCode?: number }): never {
  const forGood = error.command === 'RCPT TO' && error.responseCode !== undefined && error.responseCode >= 500;
  throw forGood ? new RecipientRefused(error.message) : error;
}
