/**
 * Sizes: which one fits. Words: guide (a table of body measures), measure (chest), size row, fit (what reviews say: runs small),
 * recommendation (the size for a body). Invariants: lengths are whole millimetres; a product or category has one guide, and a
 * product's own is right before its categories'; what a shopper measures is never kept.
 */
import { module } from '#platform/module.ts';
import { sizeGuideChanged } from './events.ts';
import { sizeGuides, sizeGuideUses } from './tables.ts';
import { productSizing, sizeFor, sizeGuideGet, sizeGuideList } from './views.ts';
import { createSizeGuide, deleteSizeGuide, updateSizeGuide } from './write-guide.ts';

export const sizing = module({
  name: 'sizing',
  uses: ['catalog', 'reviews'],
  tables: { sizeGuides, sizeGuideUses },
  operations: [createSizeGuide, updateSizeGuide, deleteSizeGuide],
  views: [sizeGuideList, sizeGuideGet, productSizing, sizeFor],
  events: [sizeGuideChanged],
});

export { createSizeGuide, updateSizeGuide, deleteSizeGuide, sizeGuideList, sizeGuideGet, productSizing, sizeFor };
export { lengthText, toMillimetres } from './recommend-size.ts';
