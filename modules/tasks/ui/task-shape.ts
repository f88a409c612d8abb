/** What `tasks.get` answers, as the page shows it. */
export interface Task {
  id: string;
  title: string;
  note: string;
  kind: string;
  priority: string;
  state: string;
  dueAt: string | null;
  overdue: boolean;
  assignee: { userId: string; name: string } | null;
  about: { type: string; id: string; label: string; link: string } | null;
  createdBy: string;
  createdAt: string;
  finishedBy: string;
  finishedAt: string | null;
}

export interface Kind {
  kind: string;
  says: string;
  /** When such tasks come by themselves; null = only people make them. */
  comes: string | null;
  active: boolean;
  priority: string;
  dueHours: number | null;
  waitHours: number | null;
  routeId: string | null;
  people: string[];
  escalateHours: number;
}

/** What `tasks.choices` answers. */
export interface Choices {
  me: string | null;
  people: { userId: string; name: string }[];
  kinds: Kind[];
  /** Open tasks: of whoever looks, and of everybody. */
  mine: number;
  open: number;
}
