import type { MailTransport } from '#platform/mail/transport.ts';
import { port } from '#platform/port.ts';
import type { Secret } from '#platform/vault/secret.ts';

/** Account and secret of a workspace at a carrier. */
export interface CarrierAccount {
  /** What is no secret: host, port, user. */
  account: Record<string, string>;
  secret: Secret | undefined;
  /** The address mails will be from. */
  senderAddress: string;
}

/**
 * An outside company (or server) that takes mails. `check` answers with a sentence when it would take them and throws a
 * Refusal with the reason when not. The transport throws RecipientRefused for good, NotBefore when asked to wait, anything
 * else for "try again"; it uses the Message-ID so that a repetition is not a second mail where the carrier can tell.
 */
export interface MailCarrier {
  readonly says: string;
  /** What a person has to fill in. */
  readonly fields: readonly { key: string; says: string; usual?: string; secret?: true }[];
  check(account: CarrierAccount): Promise<string>;
  open(account: CarrierAccount): MailTransport;
}

export const mailCarriers = port<MailCarrier>({ name: 'mail.transport', says: 'The mail carrier' });
