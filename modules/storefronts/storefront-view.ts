import * as z from 'zod';
import { Theme } from './theme.ts';
import { ALL_PERMISSIONS, type StorefrontPermission } from './permissions.ts';

export const Permission = z.enum(ALL_PERMISSIONS as [StorefrontPermission, ...StorefrontPermission[]]);

/** A storefront as its workspace sees it. Key and secret are shown by their own operations only. */
export const StorefrontView = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  domain: z.string().nullable(),
  keyPrefix: z.string(),
  secretPrefix: z.string().nullable(),
  needsSecret: z.boolean(),
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
  secretSealed: string | null;
}

export const STOREFRONT_COLUMNS = `id, name, slug, domain, key_prefix as "keyPrefix", key_sealed as "keySealed", secret_prefix as "secretPrefix", secret_sealed as "secretSealed", needs_secret as "needsSecret", permissions, active, theme,
  currency, locale, created_at as "createdAt"`;

export function shown({ keySealed: _key, secretSealed: _secret, ...row }: StorefrontRow): StorefrontView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
