import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '#platform/config.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { HOUR, now } from '#platform/time.ts';
import type { Theme } from './theme.ts';

interface Previewed {
  id: string;
  workspaceId: string;
}

const LASTS = 12 * HOUR;

/** The word in an address that shows a storefront as its draft would make it. It opens nothing else and ends after half a day. */
export function previewToken(of: Previewed): string {
  const until = (Math.ceil(now().getTime() / HOUR) * HOUR + LASTS).toString(36);
  return `${until}-${sign(config().secret, of, until)}`;
}

export function opensPreview(of: Previewed, token: string): boolean {
  const [, until, signature] = /^([0-9a-z]{6,12})-([\w-]{43})$/.exec(token) ?? [];
  if (!until || !signature || Number.parseInt(until, 36) < now().getTime()) return false;
  return [config().secret, ...config().oldSecrets].some((secret) => same(sign(secret, of, until), signature));
}

function sign(secret: string, { id, workspaceId }: Previewed, until: string): string {
  return createHmac('sha256', secret).update(`theme-preview:${workspaceId}:${id}:${until}`).digest('base64url');
}

function same(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** The theme in the making, or the published one when nothing is being changed. */
export async function draftTheme(ctx: Context, storefrontId: string): Promise<Theme> {
  const [row] = await ctx.read((r) => r.sql<{ theme: Theme }>`select coalesce(theme_draft, theme) as theme from storefronts where id = ${storefrontId}`);
  return row?.theme ?? {};
}
