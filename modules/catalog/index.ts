import { module } from '#platform/module.ts';
import * as tables from './tables.ts';
import * as events from './events.ts';
import { bundleView, setBundle, setProductKind } from './bundles.ts';
import { categoryList, createCategory, deleteCategory, moveCategory, updateCategory } from './categories.ts';
import { addMedia, removeMedia, reorderMedia, updateMedia } from './change-media.ts';
import { addVariant, removeVariant, setPrices, updateVariants } from './change-variants.ts';
import { collectionGet, collectionList, createCollection, deleteCollection, setCollectionProducts, updateCollection } from './collections.ts';
import { collectionPreview, productBriefs } from './collection-products.ts';
import { createProduct } from './create-product.ts';
import { createCustomField, customFieldList, deleteCustomField, updateCustomField } from './custom-fields.ts';
import { archiveProduct, deleteProduct, duplicateProduct } from './end-product.ts';
import { productGet, productList } from './product-list.ts';
import { publishDue } from './publish-due.ts';
import { productHistory } from './product-history.ts';
import { tagProduct } from './tag-product.ts';
import { updateProduct } from './update-product.ts';
import { productUses } from './variant-uses.ts';

const operations = [
  createProduct, updateProduct, tagProduct, archiveProduct, deleteProduct, duplicateProduct,
  updateVariants, addVariant, removeVariant, setPrices, addMedia, reorderMedia, updateMedia, removeMedia,
  setBundle, setProductKind,
  createCategory, updateCategory, moveCategory, deleteCategory,
  createCollection, updateCollection, setCollectionProducts, deleteCollection,
  createCustomField, updateCustomField, deleteCustomField,
];

/**
 * The catalogue: what is for sale and at which price. Words: a product has options (Size) with values (Small); a variant is one
 * combination of them and is what people buy. Categories form one tree; collections are filled by hand or by rules. Custom fields
 * are defined per workspace.
 * Invariants: a slug leads to one product; one variant per combination; one price per variant and currency; every change of a
 * product raises its version and is told as product.updated; descriptions hold no markup that runs.
 */
export const catalog = module({
  name: 'catalog',
  uses: [],
  tables,
  operations,
  views: [productList, productGet, productUses, productHistory, categoryList, collectionList, collectionGet, collectionPreview, productBriefs, customFieldList, bundleView],
  schedules: [publishDue],
  events: Object.values(events),
  capabilities: { 'products:read': 'See products', 'products:write': 'Change products' },
});

export * from './tables.ts';
export * from './events.ts';
export { createProduct, updateProduct, tagProduct, archiveProduct, deleteProduct, duplicateProduct, productList, productGet, productUses, productHistory };
export { tellVariantUses, type VariantUse } from './variant-uses.ts';
export { updateVariants, addVariant, removeVariant, setPrices, addMedia, reorderMedia, updateMedia, removeMedia };
export { createCategory, updateCategory, moveCategory, deleteCategory, categoryList };
export { createCollection, updateCollection, setCollectionProducts, deleteCollection, collectionList, collectionGet, collectionPreview, productBriefs };
export { createCustomField, updateCustomField, deleteCustomField, customFieldList, publishDue };
export { bundleView, setBundle, setProductKind };
export { piecesOf, variantsForSale, type Component, type SellableVariant } from './variants-for-sale.ts';
export { followProducts, lockProducts, productsChanged } from './products-changed.ts';
export { type ProductView } from './product-view.ts';
export { foreseeProducts, saveProducts, type DraftVariant, type ProductDraft, type SavedProduct } from './save-products.ts';
export { slugOf } from './slug.ts';
export { optionKey } from './plan-variants.ts';
export { fieldDefinitions as customFieldsOf } from './field-values.ts';
