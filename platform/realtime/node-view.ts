import type { Member } from './protocol.ts';

/** `member: null` means the last socket of that person left. */
export interface MemberChange {
  channel: string;
  userId: string;
  member: Member | null;
}

/** What is known of one process: its members and socket counts by channel. */
export interface NodeView {
  v: number;
  seenAt: number;
  members: Map<string, Map<string, Member>>;
  counts: Map<string, number>;
}

export function emptyView(): NodeView {
  return { v: 0, seenAt: Date.now(), members: new Map(), counts: new Map() };
}

export function changesOf(view: NodeView): MemberChange[] {
  return [...view.members].flatMap(([channel, members]) => [...members].map(([userId, member]) => ({ channel, userId, member })));
}

export function place(view: NodeView, channel: string, userId: string, member: Member | null): void {
  const members = view.members.get(channel) ?? new Map<string, Member>();
  if (member) members.set(userId, member);
  else members.delete(userId);
  if (members.size > 0) view.members.set(channel, members);
  else view.members.delete(channel);
}

export function setOrDelete(counts: Map<string, number>, key: string, value: number): void {
  if (value > 0) counts.set(key, value);
  else counts.delete(key);
}
