import { module } from '#platform/module.ts';
import { followProducts } from '#modules/catalog/index.ts';
import { storefrontCategoryList } from './category-list.ts';
import { storefrontProductList } from './list-products.ts';
import { storefrontProductGet } from './product-page.ts';
import { countWords, remakeListings } from './learn-words.ts';
import { reactions } from './reactions.ts';
import { refreshListings } from './refresh-listings.ts';
import { forgetSearch, recordSearch, recordSearchClick, searchList, tidySearches } from './search-log.ts';
import { storefrontSuggestions } from './suggestions.ts';
import { addSynonym, removeSynonym, synonymList, synonymsChanged, updateSynonym } from './synonyms.ts';
import * as tables from './tables.ts';

/**
 * What shoppers find. Words: a listing is one visible product in one currency, ready to be shown; a facet is something a list can be
 * narrowed by, with counts; a wish is one thing of a search, with the words that mean the same. Listings are a projection: everything in them comes from the catalogue and the stock and can be made again.
 * Invariants: a listing changes in the same transaction as its product; totals equal the number of listings; a search never
 * leaves its workspace.
 */
export const discovery = module({
  name: 'discovery',
  uses: ['accounts', 'storefronts', 'catalog', 'inventory'],
  tables,
  operations: [addSynonym, updateSynonym, removeSynonym, recordSearch, recordSearchClick, forgetSearch],
  views: [storefrontProductList, storefrontProductGet, storefrontCategoryList, storefrontSuggestions, synonymList, searchList],
  events: [synonymsChanged],
  reactions,
  schedules: [countWords, remakeListings, tidySearches],
});

followProducts(refreshListings);

export { refreshListings };
export { learnWords } from './learn-words.ts';
export { followRatings, recordRating, type Rating } from './ratings.ts';
export { recordPopularity, type Popularity } from './popularity.ts';
export { storefrontCategoryList, storefrontProductGet, storefrontProductList, storefrontSuggestions };
export { addSynonym, removeSynonym, synonymList, updateSynonym } from './synonyms.ts';
export { forgetSearch, recordSearch, recordSearchClick, searchList } from './search-log.ts';
export { ProductCard, type Facet, type ProductPage } from './cards.ts';
export { currencyFor } from './currency.ts';
export { type ProductDetail } from './product-page.ts';
