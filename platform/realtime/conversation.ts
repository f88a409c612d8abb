import { type ChannelName, parseChannelName } from './channel-name.ts';
import type { Connection } from './connection.ts';
import type { House } from './house.ts';
import { asText, byteLength, CLOSE, errorMessage, LIMIT, type Member, parseObject, protocolMessage, type RealtimeUser } from './protocol.ts';
import { type App, authString, channelToSign, sameText, userToSign } from './signatures.ts';

/** Answers what browsers say on their sockets. */
export class Conversation {
  readonly #house: House;
  readonly #app: App;

  constructor(house: House, app: App) {
    this.#house = house;
    this.#app = app;
  }

  hear(connection: Connection, text: string): void {
    connection.heard();
    const message = parseObject(text);
    if (typeof message?.event !== 'string') return connection.send(errorMessage(null, 'The message is not a JSON object with an event'));
    const data = typeof message.data === 'string' ? (parseObject(message.data) ?? {}) : { ...(message.data as object) };
    if (message.event === 'pusher:ping') connection.send({ event: 'pusher:pong', data: '{}' });
    else if (message.event === 'pusher:subscribe') this.#subscribe(connection, data);
    else if (message.event === 'pusher:unsubscribe') this.#house.leave(connection, String(data.channel));
    else if (message.event === 'pusher:signin') this.#signIn(connection, data);
    else if (message.event.startsWith('client-')) this.#whisper(connection, message);
  }

  #subscribe(connection: Connection, data: Record<string, unknown>): void {
    const channel = parseChannelName(data.channel);
    if (!channel) return refuseChannel(connection, String(data.channel), 'InvalidChannel', 'The channel name is not allowed', 400);
    if (connection.channels.has(channel.name)) return connection.send(errorMessage(null, `Existing subscription to channel ${channel.name}`));
    if (!this.#isAuthorised(connection, channel, data)) {
      return refuseChannel(connection, channel.name, 'AuthError', 'The authorisation of the subscription is not valid', 401);
    }
    if (channel.kind === 'presence') this.#subscribeAsMember(connection, channel, data);
    else this.#accept(connection, channel, undefined);
  }

  #isAuthorised(connection: Connection, channel: ChannelName, data: Record<string, unknown>): boolean {
    if (channel.kind === 'public') return true;
    if (channel.kind === 'user') return connection.user?.id === channel.userId;
    const channelData = typeof data.channel_data === 'string' ? data.channel_data : undefined;
    return sameText(data.auth, authString(this.#app, channelToSign(connection.id, channel.name, channelData)));
  }

  #subscribeAsMember(connection: Connection, channel: ChannelName, data: Record<string, unknown>): void {
    const member = data.channel_data === undefined ? memberOf(connection.user) : readMember(data.channel_data);
    if (!member) return refuseChannel(connection, channel.name, 'InvalidMember', 'channel_data needs a user_id of 1-128 characters and at most 1 KB', 400);
    const { roster } = this.#house;
    if (!roster.has(channel.name, member.user_id) && roster.members(channel.name).size >= LIMIT.presenceMembers) {
      return refuseChannel(connection, channel.name, 'LimitReached', `The channel already has ${LIMIT.presenceMembers} members`, 4004);
    }
    this.#accept(connection, channel, member);
  }

  #accept(connection: Connection, channel: ChannelName, member: Member | undefined): void {
    this.#house.join(connection, channel, member);
    const data = member ? { presence: this.#presenceOf(channel.name) } : {};
    connection.send(protocolMessage('pusher_internal:subscription_succeeded', data, channel.name));
    if (channel.cached) this.#sendLast(connection, channel.name);
  }

  #presenceOf(channel: string): { ids: string[]; hash: Record<string, unknown>; count: number } {
    const members = [...this.#house.roster.members(channel).values()];
    const hash = Object.fromEntries(members.map((member) => [member.user_id, member.user_info ?? null]));
    return { ids: members.map((member) => member.user_id), hash, count: members.length };
  }

  #sendLast(connection: Connection, channel: string): void {
    const last = this.#house.local.lastOf(channel);
    if (last) connection.send({ event: last.delivery.event, channel, data: last.delivery.data });
    else connection.send({ event: 'pusher:cache_miss', channel, data: '{}' });
  }

  #signIn(connection: Connection, data: Record<string, unknown>): void {
    const userData = typeof data.user_data === 'string' ? data.user_data : '';
    const user = readUser(userData);
    if (!user || !sameText(data.auth, authString(this.#app, userToSign(connection.id, userData)))) {
      return connection.refuse(CLOSE.unauthorised, 'The sign-in is not valid');
    }
    if (connection.user) this.#house.hub.signOut(connection.user.id, connection);
    connection.user = user;
    this.#house.hub.signIn(user.id, connection);
    connection.send(protocolMessage('pusher:signin_success', { user_data: userData }));
  }

  #whisper(connection: Connection, message: Record<string, unknown>): void {
    const event = String(message.event);
    const channel = parseChannelName(message.channel);
    const reason = whyWhisperIsRefused(connection, channel, event, message.data);
    if (reason || !channel) return connection.send(errorMessage(CLOSE.clientEventRefused, reason ?? 'No such channel'));
    const member = connection.channels.get(channel.name);
    const from = member ? { user_id: member.user_id } : {};
    this.#house.publish({ channel: channel.name, event, data: message.data ?? {}, except: connection.id, ...from });
  }
}

function whyWhisperIsRefused(connection: Connection, channel: ChannelName | undefined, event: string, data: unknown): string | undefined {
  if (channel?.kind !== 'private' && channel?.kind !== 'presence') return 'Client events are for private and presence channels only';
  if (channel.encrypted) return 'Client events are not for encrypted channels';
  if (!connection.channels.has(channel.name)) return 'Client events need a subscription to the channel';
  if (event.length > LIMIT.eventNameLength) return `An event name has at most ${LIMIT.eventNameLength} characters`;
  if (byteLength(asText(data)) > LIMIT.eventBytes) return `An event has at most ${LIMIT.eventBytes} bytes`;
  if (!connection.mayWhisper()) return `At most ${LIMIT.clientEventsPerSecond} client events per second`;
  return undefined;
}

function refuseChannel(connection: Connection, channel: string, type: string, error: string, status: number): void {
  connection.send({ event: 'pusher:subscription_error', channel, data: { type, error, status } });
}

function readMember(channelData: unknown): Member | undefined {
  if (typeof channelData !== 'string' || byteLength(channelData) > LIMIT.presenceUserBytes) return undefined;
  const data = parseObject(channelData);
  const userId = readUserId(data?.user_id);
  return data && userId ? { user_id: userId, user_info: data.user_info } : undefined;
}

function readUser(userData: string): RealtimeUser | undefined {
  const data = parseObject(userData);
  const id = readUserId(data?.id);
  return data && id ? { id, info: data.user_info } : undefined;
}

function readUserId(id: unknown): string | undefined {
  const text = typeof id === 'number' ? String(id) : id;
  return typeof text === 'string' && text !== '' && text.length <= LIMIT.userIdLength ? text : undefined;
}

function memberOf(user: RealtimeUser | undefined): Member | undefined {
  return user && { user_id: user.id, user_info: user.info };
}
