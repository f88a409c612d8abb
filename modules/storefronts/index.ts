/**
 * Shop fronts and their keys. A storefront has a slug (its address at /shops/:slug), perhaps a domain, a key for programs
 * (header X-Storefront-Key) and permissions, which are the capabilities of everybody who comes in through it.
 * Invariants: slug, domain and key are unique over the installation and say nothing of their owner to others; the key is
 * kept as a hash for finding and sealed in the vault for showing; a replaced key stops at once. A shop's own server may have a
 * secret beside it, shown once; a storefront can ask for both. Its look (theme) is changed as a draft and then published;
 * no colour is stored that some people could not read. It has text pages of its own.
 */
import { module } from '#platform/module.ts';
import { createStorefront } from './create-storefront.ts';
import { deleteStorefront, regenerateStorefrontKey, revealStorefrontKey, updateStorefront } from './change-storefront.ts';
import { pageChanged, storefrontChanged } from './events.ts';
import { createPage, deletePage, storefrontPages, updatePage } from './pages.ts';
import { shopPageGet, shopPageList, shopView } from './storefront-api.ts';
import { discardThemeDraft, publishTheme, saveThemeDraft, storefrontTheme } from './theme-draft.ts';
import { STOREFRONT_PERMISSIONS } from './permissions.ts';
import { storefrontPages as storefrontPageTable, storefronts as storefrontTable } from './tables.ts';
import { storefrontGet, storefrontList } from './views.ts';
import { regenerateStorefrontSecret } from './server-secret.ts';
import { checkDomain } from './check-domain.ts';
import { storefrontConsequences } from './consequences.ts';

export const storefronts = module({
  name: 'storefronts',
  uses: ['tiers', 'accounts'],
  tables: { storefronts: storefrontTable, storefrontPages: storefrontPageTable },
  operations: [createStorefront, updateStorefront, regenerateStorefrontKey, revealStorefrontKey, regenerateStorefrontSecret, deleteStorefront, ...[saveThemeDraft, publishTheme, discardThemeDraft, createPage, updatePage, deletePage]],
  views: [storefrontList, storefrontGet, storefrontConsequences, checkDomain, storefrontTheme, storefrontPages, ...[shopView, shopPageList, shopPageGet]],
  events: [storefrontChanged, pageChanged],
  capabilities: {
    'storefronts:read': 'See storefronts',
    'storefronts:write': 'Create and change storefronts, see their keys',
    ...STOREFRONT_PERMISSIONS,
  },
});

export {
  contextForStorefront,
  firstStorefront,
  forgetStorefronts,
  storefrontByHost,
  storefrontByKey,
  storefrontBySlug,
  type FoundStorefront,
} from './find-storefront.ts';
export { createStorefront, deleteStorefront, regenerateStorefrontKey, revealStorefrontKey, storefrontChanged, storefrontGet, storefrontList, updateStorefront };
export { regenerateStorefrontSecret, requireServerSecret } from './server-secret.ts';
export { STOREFRONT_PERMISSIONS };
export { storefrontTable };
export { saveThemeDraft, publishTheme, discardThemeDraft, storefrontTheme, createPage, updatePage, deletePage, storefrontPages, pageChanged, shopView, shopPageGet, shopPageList };
export { Section, Theme } from './theme.ts';
export { DAY, NIGHT, unreadableColours } from './theme-contrast.ts';
export { draftTheme, opensPreview, previewToken } from './theme-preview.ts';
export { shopBrand } from './shop-brand.ts';
export { storefrontAddress } from './storefront-address.ts';
