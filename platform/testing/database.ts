import pg from 'pg';
import { inject } from 'vitest';
import { house } from '#connectors/house.ts';
import { newId } from '../ids.ts';
import { registry } from '../registry.ts';
import { closePools, useDatabase } from '../db/pools.ts';
import { openContext, type Context } from '../tenancy/context.ts';
import type { Actor } from '../tenancy/actor.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { onWorkspaceCreated } from '../tenancy/workspace-life.ts';

/** A workspace in a test, and contexts of people in it. */
export interface TestWorkspace {
  workspaceId: string;
  slug: string;
  /** An owner: every capability. */
  ctx: Context;
  /** A member with exactly these capabilities. */
  as(capabilities: string[]): Context;
  /** A shopper at the workspace's storefront, signed in when a customer is given. */
  storefront(customerId?: string, storefrontId?: string): Context;
}

export interface TestHouse {
  url: string;
  newWorkspace(options?: { currency?: string; country?: string; tier?: string }): Promise<TestWorkspace>;
  close(): Promise<void>;
}

const STOREFRONT = ['storefront:products', 'storefront:cart', 'storefront:checkout', 'storefront:orders', 'storefront:customers'];

/** A fresh migrated database for this test file; the pools of this process point at it. */
export async function openTestDatabase(): Promise<TestHouse> {
  registry.load(house);
  const server = inject('postgres');
  const name = `t_${newId().replaceAll('-', '')}`;
  await asAdmin(server, `create database ${name} template ${inject('template')} strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await useDatabase(url.href);
  return {
    url: url.href,
    newWorkspace: (options = {}) => newWorkspace(options),
    close: async () => {
      await closePools();
      await asAdmin(server, `drop database ${name} with (force)`);
    },
  };
}

async function newWorkspace(options: { currency?: string; country?: string; tier?: string }): Promise<TestWorkspace> {
  const workspaceId = newId();
  const slug = `shop-${workspaceId.slice(-12)}`;
  await platformTransaction('workspace-life', async (q) => {
    await q.sql`insert into workspaces (id, slug, name, tier) values (${workspaceId}, ${slug}, ${'Test shop'}, ${options.tier ?? 'unlimited'})`;
  });
  const owner: Actor = { kind: 'member', userId: newId(), name: 'Olive Owner', email: 'olive@example.test' };
  const ctx = openContext({ workspaceId, actor: owner, capabilities: 'all' });
  await ctx.transaction((tx) => onWorkspaceCreated.run(tx, { currency: options.currency ?? 'AUD', country: options.country ?? 'AU' }));
  return {
    workspaceId,
    slug,
    ctx,
    as: (capabilities) => openContext({ workspaceId, actor: owner, capabilities }),
    storefront: (customerId, storefrontId = newId()) =>
      openContext({ workspaceId, actor: { kind: 'storefront', storefrontId, ...(customerId && { customerId }) }, capabilities: STOREFRONT }),
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
