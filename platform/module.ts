import type { PgTable } from 'drizzle-orm/pg-core';
import type { Event } from './events/event.ts';
import type { Reaction, Schedule } from './events/reaction.ts';
import type { Notice } from './notices/notice.ts';
import type { AccountOperation } from './operations/account-operation.ts';
import type { SuperOperation, SuperView } from './operations/super-operation.ts';
import type { Operation } from './operations/operation.ts';
import type { View } from './operations/view.ts';
import type { Port } from './port.ts';

/** One noun of the business and everything it brings. `modules/modules.ts` lists them; the registry is built from that. */
export interface Module {
  readonly name: string;
  /** Modules whose door this one uses. Checked against the real imports. */
  readonly uses: readonly string[];
  readonly tables: Record<string, PgTable>;
  readonly operations: readonly Operation[];
  readonly accountOperations: readonly AccountOperation[];
  readonly views: readonly View[];
  /** Over the whole installation, for superadmins only; in no API. */
  readonly superOperations: readonly SuperOperation[];
  readonly superViews: readonly SuperView[];
  readonly events: readonly Event<unknown>[];
  readonly reactions: readonly Reaction[];
  readonly schedules: readonly Schedule[];
  readonly ports: readonly Port<never>[];
  /** Facts worth a person's attention. */
  readonly notices: readonly Notice[];
  /** Capability -> what it lets a person do. */
  readonly capabilities: Record<string, string>;
}

/** Lists accept the module's own typed declarations; the registry reads them through their common shape. */
interface Parts {
  name: string;
  uses?: readonly string[];
  tables?: Record<string, unknown>;
  operations?: readonly { kind: 'operation' }[];
  accountOperations?: readonly { kind: 'account-operation' }[];
  views?: readonly { kind: 'view' }[];
  superOperations?: readonly { kind: 'super-operation' }[];
  superViews?: readonly { kind: 'super-view' }[];
  events?: readonly { kind: 'event' }[];
  reactions?: readonly Reaction[];
  schedules?: readonly Schedule[];
  ports?: readonly { kind: 'port' }[];
  notices?: readonly Notice[];
  capabilities?: Record<string, string>;
}

export function module(parts: Parts): Module {
  const empty = { uses: [], tables: {}, operations: [], accountOperations: [], views: [], superOperations: [], superViews: [], events: [], reactions: [], schedules: [], ports: [], notices: [] };
  return { ...empty, capabilities: {}, ...parts } as unknown as Module;
}
