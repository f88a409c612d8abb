import { now } from '#platform/time.ts';
import { authHandler, createWorkspace, personOf, sessionOf, setAccountMailer, contextForMember, type Session } from './index.ts';
import type { Context } from '#platform/tenancy/context.ts';

interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** Catches the mails of the installation instead of sending them. */
export function catchMails(): Mail[] {
  const mails: Mail[] = [];
  setAccountMailer(async (mail) => void mails.push(mail));
  return mails;
}

export const PASSWORD = 'a long enough password';

/** A browser in a test: keeps its cookie and talks to the sign-in routes. */
export class Browser {
  cookie = '';
  readonly address: string;

  constructor(address = `10.0.0.${Math.ceil(Math.random() * 250)}`) {
    this.address = address;
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
      if (pair.includes('session_token')) this.cookie = /max-age=0/i.test(cookie) ? '' : pair;
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
