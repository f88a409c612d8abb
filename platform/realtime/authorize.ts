import { Refusal } from '../refusal.ts';
import { parseChannelName, type ChannelName } from './channel-name.ts';
import type { RealtimeUser } from './protocol.ts';
import { type App, authString, channelToSign, userToSign } from './signatures.ts';

/** Who may hear what, and the application that signs for them. */
export interface Authority {
  app: App;
  /** Whether this person may join the channel. `channel.workspaceId` is the part behind the last `@`. */
  mayJoin(request: { channel: ChannelName; user: RealtimeUser }): boolean | Promise<boolean>;
}

/** The proof a browser shows to join a private or presence channel; refuses with `forbidden` or `invalid`. */
export async function authorizeChannel(
  { app, mayJoin }: Authority,
  request: { socketId: string; channel: string; user: RealtimeUser },
): Promise<{ auth: string; channel_data?: string }> {
  const channel = parseChannelName(request.channel);
  mustBeSocketId(request.socketId);
  if (channel?.kind !== 'private' && channel?.kind !== 'presence') throw new Refusal('invalid', 'This is not a private or presence channel.');
  if (!(await mayJoin({ channel, user: request.user }))) throw new Refusal('forbidden', 'You may not listen to this channel.');
  if (channel.kind === 'private') return { auth: authString(app, channelToSign(request.socketId, channel.name)) };
  const channelData = JSON.stringify({ user_id: request.user.id, user_info: request.user.info ?? {} });
  return { auth: authString(app, channelToSign(request.socketId, channel.name, channelData)), channel_data: channelData };
}

/** The proof a browser shows to sign its socket in as this person. */
export function authorizeUser(app: App, socketId: string, user: RealtimeUser): { auth: string; user_data: string } {
  mustBeSocketId(socketId);
  const userData = JSON.stringify({ id: user.id, user_info: user.info ?? {} });
  return { auth: authString(app, userToSign(socketId, userData)), user_data: userData };
}

function mustBeSocketId(socketId: string): void {
  if (!/^\d+\.\d+$/.test(socketId)) throw new Refusal('invalid', 'The socket id is not valid.');
}
