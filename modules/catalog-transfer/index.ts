import { addSampleProducts } from './sample-products.ts';
import { module } from '#platform/module.ts';
import { productExport } from './export-products.ts';
import { importProductsNow } from './import-products.ts';
import { importFinished, importNotice } from './import-finished.ts';
import { previewImport } from './preview-import.ts';

/**
 * Products in and out as files in Shopify's product format. Words: a carried cell is one this house has no field for; it is kept
 * with the product and given back by an export. Invariants: an import never deletes a variant; running it twice is running it
 * once; a file from an export imports to the same products; a cell a spreadsheet would run leaves with one apostrophe in front,
 * which the import takes back.
 */
export const catalogTransfer = module({
  name: 'catalog-transfer',
  uses: ['accounts', 'catalog', 'inventory'],
  operations: [previewImport, importProductsNow],
  views: [productExport],
  events: [importFinished],
  notices: [importNotice],
  reactions: [addSampleProducts],
});

export { previewImport, importProductsNow, productExport };
export { importProducts, type ImportReport, type ImportSource } from './import-products.ts';
export { formatOf, importFile, type ProductFile } from './import-file.ts';
export { previewProducts, type ImportPreview } from './preview-import.ts';
export { exportProducts, exportProductsAsJson, type ExportChoice } from './export-products.ts';
