import * as z from 'zod';
import { Theme } from './theme.ts';
import { ALL_PERMISSIONS, type StorefrontPermission } from './permissions.ts';

export const Permission = z.enum(ALL_PERMISSIONS as [StorefrontPermission, ...StorefrontPermission[]]);

/** A storefront as its workspace sees it. The key itself is shown by its own operation only. */
export const StorefrontView = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  domain: z.string().nullable(),
  keyPrefix: z.string(),
  permissions: z.array(Permission),
  active: z.boolean(),
  theme: Theme,
  currency: z.string(),
  locale: z.string(),
  createdAt: z.iso.datetime(),
});
export type StorefrontView = z.infer<typeof StorefrontView>;

export interface StorefrontRow extends Omit<StorefrontView, 'createdAt'> {
  createdAt: Date;
  keySealed: string;
}

export const STOREFRONT_COLUMNS = `id, name, slug, domain, key_prefix as "keyPrefix", key_sealed as "keySealed", permissions, active, theme,
  currency, locale, created_at as "createdAt"`;

export function shown({ keySealed: _sealed, ...row }: StorefrontRow): StorefrontView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
