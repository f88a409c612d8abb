export interface FieldShown {
  key: string;
  says: string;
  about?: string;
  secret?: boolean;
  optional?: boolean;
  choices?: string[];
}

export interface Summary {
  vendor: string;
  says: string;
  about: string;
  group: string;
  state: 'connected' | 'broken' | 'disconnected';
  label: string;
  lastVerifiedAt: string | null;
  lastError: string;
  lastErrorAt: string | null;
  byKey: boolean;
  bySignIn: boolean;
}

export interface Hook {
  address: string;
  how: string;
  refused: number;
  lastRefusal: string;
  lastRefusalAt: string | null;
}

export interface Integration extends Summary {
  keys: FieldShown[];
  settings: Record<string, string>;
  kept: string[];
  hook: Hook | null;
  backlog: { waiting: number; failed: number; oldest: string | null } | null;
  needsApp: boolean;
  leftToDo: string;
}

export type May = Record<string, boolean>;

export const CHANGES = ['integrations.connect', 'integrations.begin', 'integrations.check', 'integrations.disconnect', 'integrations.replay-failed'] as const;

export const plural = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n.toLocaleString('en-AU')} ${many}`);
