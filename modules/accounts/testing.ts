import { createHmac } from 'node:crypto';
import { now } from '#platform/time.ts';
import { acceptInvitation, authHandler, createWorkspace, inviteMember, personOf, sessionOf, contextForMember, type Session } from './index.ts';
import { invitationToken } from './invitations.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { Context } from '#platform/tenancy/context.ts';

export { invitationToken };

/** The mails of the installation to an address, newest first. */
export function mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
  return platformRead('dev-mail', (q) => q.sql`select subject, text from account_mails where recipient = ${email} order by created_at desc, id desc`);
}

/** The token of the link in the newest mail to an address. */
export async function tokenMailedTo(email: string): Promise<string> {
  const [mail] = await mailsTo(email);
  return decodeURIComponent(/[?&]token=([^&\s]+)/.exec(mail?.text ?? '')?.[1] ?? '');
}

export const PASSWORD = 'a long enough password';

/** A browser in a test: keeps its cookies and talks to the sign-in routes. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  readonly address: string;

  constructor(address = `10.0.0.${Math.ceil(Math.random() * 250)}`) {
    this.address = address;
  }

  get cookie(): string {
    return [...this.cookies.values()].join('; ');
  }

  set cookie(text: string) {
    this.cookies.clear();
    for (const pair of text.split('; ').filter(Boolean)) this.cookies.set(pair.split('=')[0]!, pair);
  }

  async post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.take(await authHandler(this.request(path, { method: 'POST', body: JSON.stringify(body), headers }), this.address));
  }

  async get(path: string): Promise<Response> {
    return this.take(await authHandler(this.request(path, {}), this.address));
  }

  request(path: string, init: RequestInit): Request {
    const origin = 'http://localhost:3000';
    const headers = { 'content-type': 'application/json', origin, ...(this.cookie && { cookie: this.cookie }), ...(init.headers as Record<string, string>) };
    return new Request(`${origin}/api/auth${path}`, { ...init, headers });
  }

  session(headers: Record<string, string> = {}): Promise<Session | null> {
    return sessionOf(new Request('http://localhost:3000/', { headers: { cookie: this.cookie, ...headers } }));
  }

  private take(response: Response): Response {
    for (const cookie of response.headers.getSetCookie()) {
      const pair = cookie.split(';')[0]!;
      const name = pair.split('=')[0]!;
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, pair);
    }
    return response;
  }
}

let people = 0;

/** A person who has just signed up. */
export async function signUp(name: string, email = `${name.toLowerCase()}${++people}.${now().getTime()}@example.test`): Promise<Browser & { email: string }> {
  const browser = Object.assign(new Browser(), { email });
  const response = await browser.post('/sign-up/email', { name, email, password: PASSWORD });
  if (!response.ok) throw new Error(await response.text());
  return browser;
}

/** A person's own workspace. */
export async function ownShop(browser: Browser, name: string): Promise<{ workspaceId: string; slug: string; ctx: Context }> {
  const session = (await browser.session())!;
  const { id, slug } = await createWorkspace.call(personOf(session, 'test'), { name });
  return { workspaceId: id, slug, ctx: contextForMember((await browser.session())!, id) };
}

/** Somebody who has joined the workspace with that role, by an invitation. */
export async function joinAs(owner: Context, role: string, name = role): Promise<{ browser: Browser; memberId: string; ctx: Context }> {
  const browser = await signUp(name);
  // How many may join is the affair of the tests of tiers.
  await platformRead('sign-in', (q) => q.sql`update workspaces set tier = 'unlimited' where id = ${owner.workspaceId}`);
  const { id } = await inviteMember.call(owner, { email: browser.email, role });
  const token = invitationToken(owner.workspaceId, id);
  await acceptInvitation.call(personOf((await browser.session())!, 'test'), { token });
  const session = (await browser.session())!;
  const [row] = await owner.read((r) => r.sql<{ id: string }>`select id from members where user_id = ${session.user.id}`);
  return { browser, memberId: row!.id, ctx: contextForMember(session, owner.workspaceId) };
}

/** The six figures an authenticator app shows for this secret now (RFC 6238). */
export function codeOf(uri: string): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', fromBase32(new URL(uri).searchParams.get('secret')!)).update(counter).digest();
  const offset = hash.at(-1)! & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}

/** Somebody who has just set up an authenticator app. */
export async function withFactor(name: string): Promise<{ browser: Browser & { email: string }; uri: string; backupCodes: string[] }> {
  const browser = await signUp(name);
  const { totpURI, backupCodes } = (await (await browser.post('/two-factor/enable', { password: PASSWORD })).json()) as { totpURI: string; backupCodes: string[] };
  const answer = await browser.post('/two-factor/verify-totp', { code: codeOf(totpURI) });
  if (!answer.ok) throw new Error(await answer.text());
  return { browser, uri: totpURI, backupCodes };
}
