import { LIMIT } from './protocol.ts';

const ALLOWED = /^[A-Za-z0-9_\-=@,.;]+$/;
const TO_USER = '#server-to-user-';
const WORKSPACE = /@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export interface ChannelName {
  name: string;
  kind: 'public' | 'private' | 'presence' | 'user';
  /** Only relayed: the server has no key to read it. */
  encrypted: boolean;
  /** The last event is given to whoever subscribes later. */
  cached: boolean;
  /** The part after the last `@`, when it is a workspace id. */
  workspaceId: string | undefined;
  /** Set for `#server-to-user-<id>`. */
  userId: string | undefined;
}

/** Reads a channel name, or answers undefined when the protocol does not allow it. */
export function parseChannelName(name: unknown): ChannelName | undefined {
  if (typeof name !== 'string' || name.length > LIMIT.channelNameLength) return undefined;
  if (name.startsWith(TO_USER)) return userChannel(name);
  if (!ALLOWED.test(name)) return undefined;
  const kind = name.startsWith('private-') ? 'private' : name.startsWith('presence-') ? 'presence' : 'public';
  return {
    name,
    kind,
    encrypted: name.startsWith('private-encrypted-'),
    cached: /^(private-|private-encrypted-|presence-)?cache-/.test(name),
    workspaceId: WORKSPACE.exec(name)?.[1],
    userId: undefined,
  };
}

/** The channel that reaches every socket a person is signed in on. */
export function channelOfUser(userId: string): string {
  return TO_USER + userId;
}

function userChannel(name: string): ChannelName | undefined {
  const userId = name.slice(TO_USER.length);
  if (userId === '') return undefined;
  return { name, kind: 'user', encrypted: false, cached: false, workspaceId: undefined, userId };
}
