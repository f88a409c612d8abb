/** Numbers and words of Pusher Channels protocol 7 (pusher/docs, 2025-06). */
export const PROTOCOL = 7;

export const LIMIT = {
  channelNameLength: 164,
  eventNameLength: 200,
  eventBytes: 10 * 1024,
  frameBytes: 64 * 1024,
  channelsPerTrigger: 100,
  eventsPerBatch: 10,
  presenceMembers: 100,
  presenceUserBytes: 1024,
  userIdLength: 128,
  clientEventsPerSecond: 10,
  bufferedBytes: 1024 * 1024,
  cacheMillis: 30 * 60_000,
} as const;

/** 4000-4099: do not reconnect. 4100-4199: wait, then reconnect. 4200-4299: reconnect at once. 43xx: only an error message. */
export const CLOSE = {
  appUnknown: 4001,
  path: 4005,
  protocolUnsupported: 4007,
  protocolMissing: 4008,
  unauthorised: 4009,
  overCapacity: 4100,
  reconnect: 4200,
  silent: 4201,
  clientEventRefused: 4301,
} as const;

export interface Message {
  event: string;
  channel?: string;
  data?: unknown;
  user_id?: string;
}

/** Protocol messages carry `data` as a JSON string inside the JSON frame. */
export function protocolMessage(event: string, data: unknown, channel?: string): Message {
  return { event, ...(channel === undefined ? {} : { channel }), data: JSON.stringify(data) };
}

export function errorMessage(code: number | null, message: string): Message {
  return { event: 'pusher:error', data: { code, message } };
}

/** The member shown on a presence channel. */
export interface Member {
  user_id: string;
  user_info?: unknown;
}

/** A signed-in person, as the authorising endpoint knows them. */
export interface RealtimeUser {
  id: string;
  info?: unknown;
}

export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** What a publisher hands over travels as text: strings as they are, anything else as JSON. */
export function asText(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data ?? {});
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
