import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { storefrontChanged } from './events.ts';
import { storefrontRow } from './stored-storefront.ts';
import { shown, StorefrontView } from './storefront-view.ts';
import { storefronts } from './tables.ts';

export const storefrontList = listView({
  name: 'storefronts.list',
  route: 'GET /storefronts',
  says: 'Storefronts',
  needs: 'storefronts:read',
  opens: '/storefronts/:id',
  from: storefronts,
  columns: {
    name: column(storefronts.name, { says: 'Name', search: true, sort: 'a to z' }),
    slug: column(storefronts.slug, { says: 'Short name', search: true }),
    domain: column(storefronts.domain, { says: 'Domain', search: true, sort: true }),
    keyPrefix: column(storefronts.keyPrefix, { says: 'Key starts with' }),
    secretPrefix: column(storefronts.secretPrefix, { says: 'Secret starts with' }),
    needsSecret: column(storefronts.needsSecret, { says: 'Needs the secret', filter: 'yes or no' }),
    permissions: column(storefronts.permissions, { says: 'Permissions', type: 'json' }),
    active: column(storefronts.active, { says: 'Active', filter: 'yes or no', sort: true }),
    currency: column(storefronts.currency, { says: 'Currency', filter: 'any of' }),
    createdAt: column(storefronts.createdAt, { says: 'Created', filter: 'dates', sort: true }),
  },
  changesWith: [storefrontChanged],
});

export const storefrontGet = view({
  name: 'storefronts.get',
  route: 'GET /storefronts/:id',
  says: 'A storefront',
  needs: 'storefronts:read',
  input: z.object({ id: z.uuid() }),
  output: StorefrontView,
  changesWith: [storefrontChanged],
  read: async (r, { id }) => shown(await storefrontRow(r, id)),
});
