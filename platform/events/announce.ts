import type { Bus } from './bus.ts';

type Listener = (payload: never) => void;
const listeners = new Map<string, Set<Listener>>();
let bus: Bus | undefined;

/**
 * Tells every process of the installation that something they remember has changed. Heard here at once, elsewhere within
 * tens of milliseconds; a message can be lost with a connection, so whoever remembers also forgets by time.
 */
export function announce(topic: string, payload: unknown = null): void {
  hear(topic, payload);
  bus?.publish(`announced:${topic}`, payload);
}

export function onAnnounced<P>(topic: string, listener: (payload: P) => void): void {
  const all = listeners.get(topic) ?? new Set();
  listeners.set(topic, all.add(listener as Listener));
}

/** The engine's bus takes announcements to the other processes and brings theirs. */
export function carryAnnouncements(over: Bus): void {
  bus = over;
  for (const topic of listeners.keys()) over.subscribe(`announced:${topic}`, (payload) => hear(topic, payload));
}

function hear(topic: string, payload: unknown): void {
  for (const listener of listeners.get(topic) ?? []) listener(payload as never);
}
