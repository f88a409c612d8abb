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

/** What `tasks.choices` answers. */
export interface Choices {
  me: string | null;
  people: { userId: string; name: string }[];
  kinds: { kind: string; says: string }[];
}
