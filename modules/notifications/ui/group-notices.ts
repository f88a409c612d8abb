export interface Notice {
  id: string;
  kind: string;
  says: string;
  urgency: 'quiet' | 'normal' | 'urgent';
  title: string;
  body: string;
  link: string;
  at: string;
  read: boolean;
  archived: boolean;
  snoozedUntil: string | null;
}

export interface KindCount {
  kind: string;
  says: string;
  many: string;
  unread: number;
}

export type Entry = { group: KindCount; title: string; newest: Notice } | { group?: undefined; notice: Notice };

const MANY = 4;

/** Many unread ones of a kind become one line at the place of the newest: "12 new orders". Urgent ones always stand alone. */
export function groupNotices(notices: readonly Notice[], kinds: readonly KindCount[]): Entry[] {
  const many = new Map(kinds.filter((kind) => kind.unread >= MANY).map((kind) => [kind.kind, kind]));
  const placed = new Set<string>();
  return notices.flatMap((notice): Entry[] => {
    const group = notice.read || notice.urgency === 'urgent' ? undefined : many.get(notice.kind);
    if (!group) return [{ notice }];
    if (placed.has(group.kind)) return [];
    placed.add(group.kind);
    return [{ group, title: group.many.replace('#', String(group.unread)), newest: notice }];
  });
}
