import { module } from '#platform/module.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { taxChanged } from './events.ts';
import { defaultTax, registerForTax, removeTaxRate, setTaxRate, setTaxSettings, taxRateList, unregisterFromTax } from './operations.ts';
import * as tables from './tables.ts';

/**
 * Sales taxes: which rate applies where, and what a sale owes. Words: rate (millionths), region (a state or province; its rates
 * replace the country's), registration (a place where the merchant collects tax), code (goods with a rate of their own),
 * inclusive (the price contains the tax).
 * Invariants: the parts of a tax sum to its total, and so do lines and shipping; no tax where there is no registration; a tax
 * contained in a price is never larger than the price.
 */
export const tax = module({
  name: 'tax',
  uses: ['accounts'],
  tables,
  operations: [setTaxSettings, setTaxRate, removeTaxRate, registerForTax, unregisterFromTax],
  views: [taxRateList],
  events: [taxChanged],
});

onWorkspaceCreated.add('tax', (tx, { country }) => defaultTax(tx, country));

export { taxFor, type TaxQuestion } from './tax-for.ts';
export { taxOf, type Sale, type Tax, type Tax as TaxAnswer, type TaxableLine } from './tax-rule.ts';
export { percentOf, rateOf, type TaxRate } from './rate.ts';
export { TAX_TABLE_VERSION, taxTable } from './tax-table.ts';
export { defaultTax, registerForTax, removeTaxRate, setTaxRate, setTaxSettings, taxRateList, unregisterFromTax };
export { taxChanged } from './events.ts';
