import { contextForMember, sessionOf, type Session } from '#modules/accounts/index.ts';
import { jsonBody } from '#platform/http/request.ts';
import type { ChannelName } from '#platform/realtime/channel-name.ts';
import type { RealtimeUser } from '#platform/realtime/protocol.ts';
import type { Realtime } from '#platform/realtime/realtime.ts';
import { Refusal } from '#platform/refusal.ts';

/** What a person needs to hear each workspace channel. A channel that stands in neither list is heard by nobody. */
const NEEDS: Record<string, string> = {
  orders: 'orders:read',
  inventory: 'stock:read',
  products: 'products:read',
  customers: 'customers:read',
  discounts: 'discounts:read',
  analytics: 'orders:read',
  bulk: 'bulk:read',
  webhooks: 'webhooks:read',
  statements: 'statements:read',
  reviews: 'reviews:read',
  questions: 'questions:read',
  conversations: 'conversations:read',
  subscriptions: 'subscriptions:read',
  tasks: 'tasks:read',
};

/** Open to every member: who is in the dashboard, and how near the workspace is to its limits. */
const OPEN = new Set(['admin', 'workspace', 'limits']);

/** What a person needs to be seen on the page of one record: `presence-page-<type>-<id>`. */
const PAGES: Record<string, string> = { order: 'orders:read', draft: 'orders:read', product: 'products:read', customer: 'customers:read', subscription: 'subscriptions:read', storefront: 'storefronts:read' };

interface Visitor extends RealtimeUser {
  session: Session;
}

/** POST /api/realtime/auth: pusher-js asks here before it joins a private or presence channel. */
export async function authorizeRealtime(realtime: Realtime, request: Request): Promise<Response> {
  const session = await sessionOf(request);
  if (!session) throw new Refusal('unauthenticated', 'Please sign in first.');
  const { socket_id: socketId, channel_name: channel } = await fieldsOf(request);
  const user: Visitor = { id: session.behind?.userId ?? session.user.id, info: { name: session.behind?.name ?? session.user.name, image: session.behind ? null : session.user.image }, session };
  const answer = await realtime.authorizeChannel({ socketId: String(socketId), channel: String(channel), user });
  return Response.json(answer);
}

async function fieldsOf(request: Request): Promise<Record<string, unknown>> {
  const form = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  return form ? Object.fromEntries(new URLSearchParams(await request.text())) : jsonBody(request);
}

/** A member may join the channels of a workspace that is theirs, as far as their role reads the noun. */
export function mayJoinChannel({ channel, user }: { channel: ChannelName; user: RealtimeUser }): boolean {
  const { session } = user as Visitor;
  const { workspaceId } = channel;
  const membership = session.workspaces.find((w) => w.id === workspaceId && !w.suspended && !w.lacksSecondFactor);
  if (!workspaceId || !membership) return false;
  const noun = channel.name.slice(0, channel.name.lastIndexOf('@')).replace(/^(private|presence)-/, '');
  if (noun.startsWith('user-')) return noun === `user-${session.user.id}`;
  const needs = NEEDS[noun] ?? PAGES[/^page-([a-z]+)-/.exec(noun)?.[1] ?? ''];
  // Facts say nothing of storefront or location, so somebody limited to some of them hears none of these channels.
  if (needs === undefined) return OPEN.has(noun);
  return !membership.scope && contextForMember(session, workspaceId).can(needs);
}
