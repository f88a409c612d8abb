/** An endpoint as its page knows it. */
export interface Endpoint {
  id: string;
  url: string;
  description: string;
  events: string[];
  state: 'active' | 'paused' | 'disabled';
  reason: string;
  failures: number;
  restUntil: string | null;
  oldSecretUntil: string | null;
  lastDeliveredAt: string | null;
  lastError: string;
  lastErrorAt: string | null;
  createdAt: string;
  waiting: number;
  failed: number;
}

/** One thing that can be heard. */
export interface EventWord {
  name: string;
  says: string;
}

export type May = Record<string, boolean>;

export const CHANGES = ['webhooks.create-endpoint', 'webhooks.update-endpoint', 'webhooks.rotate-secret', 'webhooks.delete-endpoint', 'webhooks.test-endpoint', 'webhooks.resend', 'webhooks.resend-failed'];

/** What people know an address by. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

export function eventsInWords(events: readonly string[]): string {
  if (events.length === 0) return 'Everything';
  return events.length === 1 ? events[0]! : `${events.length} events`;
}
