import { Buffer } from 'node:buffer';
import { reaction } from '#platform/events/reaction.ts';
import { workspaceCreated } from '#modules/accounts/index.ts';
import { importProducts } from './import-products.ts';

/** A few things to click on in an empty shop, in the format any merchant could have brought along. */
const SAMPLE = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Requires Shipping,Variant Taxable,Status
sample-stoneware-mug,Stoneware mug,"<p>Thrown by hand, glazed in two colours. Holds 300 ml and stays warm while you answer the door.</p>",Sample Goods,Tableware,sample,true,Colour,Sea,SAMPLE-MUG-SEA,420,shopify,24,deny,28.00,true,true,active
sample-stoneware-mug,,,,,,,,Sand,SAMPLE-MUG-SAND,420,shopify,18,deny,28.00,true,true,
sample-linen-tea-towel,Linen tea towel,"<p>Washed linen that dries glasses without a trace. Gets softer for years.</p>",Sample Goods,Textiles,sample,true,Title,Default Title,SAMPLE-TOWEL,140,shopify,40,deny,19.50,true,true,active
sample-beeswax-candle,Beeswax candle,"<p>Pure beeswax, burns for forty hours and smells of nothing but honey.</p>",Sample Goods,Candles,sample,true,Size,Small,SAMPLE-CANDLE-S,180,shopify,30,deny,16.00,true,true,active
sample-beeswax-candle,,,,,,,,Large,SAMPLE-CANDLE-L,520,shopify,12,deny,34.00,true,true,
sample-notebook,Dot-grid notebook,"<p>160 pages that lie flat, in a cover that takes a beating.</p>",Sample Goods,Paper,sample,true,Title,Default Title,SAMPLE-NOTE,260,shopify,3,deny,22.00,true,true,active
`;

/** Somebody opened a workspace and asked for sample products. Running twice changes nothing: products are found by their handle. */
export const addSampleProducts = reaction({
  name: 'catalog-transfer.sample-products',
  on: workspaceCreated,
  async run(ctx, { sampleProducts }) {
    if (sampleProducts) await importProducts(ctx, { bytes: [Buffer.from(SAMPLE)] });
  },
});
