import { port } from '#platform/port.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { SchemeName } from './signatures/schemes.ts';

/** Something a person fills in. */
export interface ConnectorField {
  key: string;
  says: string;
  about?: string;
  secret?: true;
  optional?: true;
  /** One of these. */
  choices?: readonly string[];
}

/** The installation's registration at a vendor. */
export interface App {
  settings: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
}

/** An account at a vendor, opened for use. Never log it. */
export interface Account {
  connectionId: string;
  accountId: string | null;
  settings: Readonly<Record<string, string>>;
  secrets: Readonly<Record<string, string>>;
  app: App | undefined;
}

/** What became known while connecting or checking: the account's name, and what is to be kept. */
export interface Known {
  label: string;
  accountId?: string;
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
  /** Of an access token. */
  expiresInSeconds?: number;
}

/** Somebody who is back from the vendor's page. */
interface Return {
  code: string;
  redirect: string;
  verifier: string;
  /** What `consent` was given; only this sign-in has it. */
  challenge: string;
  /** What else stood in the address they came back to. Anybody can write there: it proves nothing. */
  answer: Readonly<Record<string, string>>;
}

/** Signing in at the vendor: OAuth 2.0 with a code, or a page of the vendor's own. State and PKCE are made and checked by the house. */
export interface OAuth {
  scopes: readonly string[];
  pkce: boolean;
  /** The vendor's page of consent, with what the house adds: state, redirect_uri, code_challenge. A vendor that makes one for each sign-in is asked for it. */
  consent(app: App, asked: { state: string; redirect: string; challenge: string }): string | Promise<string>;
  /** No code comes back: the vendor is asked what was agreed to. That can be done again, so nothing is lost while it is away or not ready (`not_reached`, `not_ready`). */
  withoutCode?: true;
  exchange(app: App, back: Return): Promise<Known>;
  /** Tokens that end are renewed before they do. Absent where they do not. */
  refresh?(account: Account): Promise<Known>;
}

/** A message that was checked. */
export interface InboundMessage {
  id: string;
  event: string;
  body: string;
}

export interface Hooks {
  scheme: SchemeName;
  /** What a person has to do at the vendor, in a sentence; the address stands beside it. */
  how: string;
  /** All that may have signed it. Checked in order; none means nothing is believed. */
  secrets(account: Account): readonly string[] | Promise<readonly string[]>;
  /** Further values that are signed. */
  values?(account: Account): Record<string, string>;
  /** A public key that the message names is fetched before the check. */
  keyFor?(headers: Headers): Promise<string>;
  /** The message's id and what it is about. Called on bytes that were checked. */
  read(body: string, headers: Headers): { id: string; event: string };
  /** For messages that come to the installation's own address: whose account it is about. */
  accountOf?(body: string): string | undefined;
  /** For those of them that name no account: whether it is about something this workspace has there. */
  isOurs?(ctx: Context, body: string): Promise<boolean>;
  /** Signing secrets of the installation's own address. */
  appSecrets?(app: App): readonly string[];
  /** Further values that are signed there. */
  appValues?(app: App): Record<string, string>;
  /** Does what is to be done. Runs at least once for a message. Throws to be tried again. */
  hear(ctx: Context, account: Account, message: InboundMessage): Promise<'done' | 'ignored'>;
}

interface Registration {
  fields: readonly ConnectorField[];
  verify?(app: App): Promise<string>;
  /** Registers the installation's own address at the vendor; answers which settings are to be kept. */
  subscribe?(app: App, address: string): Promise<Record<string, string>>;
}

/** How an outside company is connected: what a person fills in or consents to, how it is checked, and what it sends. */
export interface Connector {
  says: string;
  /** What it is good for, in a sentence. */
  about: string;
  group: 'Payments' | 'Banking' | 'Mail' | 'Messages' | 'Delivery' | 'Accounts';
  /** Filled in by the workspace. */
  keys?: readonly ConnectorField[];
  oauth?: OAuth;
  /** Filled in once for the installation, by a superadmin. */
  app?: Registration;
  /** Asks the vendor whether this account works; a Refusal says why not. */
  verify(account: Account): Promise<Known>;
  webhooks?: Hooks;
  /** Registers our address at the vendor; answers what is to be kept. */
  subscribe?(account: Account, address: string): Promise<Pick<Known, 'settings' | 'secrets'>>;
  /** Takes back at the vendor what we were given there: tokens, webhooks. */
  disconnect?(account: Account): Promise<void>;
  /** What only its owner can take back there, told to them in a sentence; empty when nothing is left to do. */
  leftToDo?(account: Account): string;
}

export const connectors = port<Connector>({ name: 'integrations.connector', says: 'The integration' });
