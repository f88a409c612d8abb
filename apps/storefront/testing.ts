import type { Cart, Product, ProductCard } from './api.ts';
import { formatMoney } from '#platform/money.ts';
import type { Money } from '#platform/money.ts';
import type { ShopContext } from './shop.ts';
import type { Visit } from './visit/visit.ts';

/** A visit for tests of single pages: everything a page reads, and no data behind it. */
export function visitTo(path: string, changes: Partial<Visit> = {}): Visit {
  const shop: ShopContext['storefront'] = { id: 's', workspaceId: 'w', name: 'Harbour & Stone', currency: 'AUD', locale: 'en-AU' };
  const url = new URL(path, 'https://shop.example');
  const basePath = changes.basePath ?? '';
  const href = (inShop: string): string => (inShop === '/' ? basePath || '/' : basePath + inShop);
  const noData = (): never => {
    throw new Error('this page asks for no data');
  };
  return {
    shop, basePath, url, path: url.pathname, origin: url.origin, assets: { css: '/styles.css', script: '/client.js', worker: '/worker.js', scripts: ['/client.js'] },
    cartId: undefined, cartCount: 0, checkoutId: undefined, signedIn: false, preview: false, wishlistId: undefined, wished: new Set(),
    href, address: (inShop) => url.origin + href(inShop), money: (value) => formatMoney(value, shop.locale), ask: noData, tell: noData, ...changes,
  };
}

export const dollars = (amount: number): Money => ({ amount: amount * 100, currency: 'AUD' });

export const ring: Product = {
  id: 'p1', slug: 'sapphire-ring', title: 'Sapphire ring', descriptionHtml: '<p>A calm blue.</p>', brand: 'Harbour', images: [
    { url: '/files/w/1/ring.png', alt: 'The ring', width: 1600, height: 1200 },
    { url: 'https://elsewhere.example/side.jpg', alt: '', width: null, height: null },
  ],
  moving: [],
  options: [{ name: 'Metal', values: ['Silver', 'Gold'] }, { name: 'Size', values: ['S', 'M'] }],
  variants: [
    { id: 'v1', sku: 'R-S-S', title: 'Silver / S', options: { Metal: 'Silver', Size: 'S' }, price: dollars(120), compareAt: dollars(150), available: true, stock: 12, low: false },
    { id: 'v2', sku: 'R-S-M', title: 'Silver / M', options: { Metal: 'Silver', Size: 'M' }, price: dollars(120), compareAt: null, available: true, stock: 2, low: true },
    { id: 'v3', sku: 'R-G-S', title: 'Gold / S', options: { Metal: 'Gold', Size: 'S' }, price: dollars(520), compareAt: null, available: false, stock: 0, low: false },
  ],
  categories: [{ id: 'c1', slug: 'rings', name: 'Rings' }], customFields: [{ key: 'carat', says: 'Weight', value: 1.2, unit: 'ct' }, { key: 'heated', says: 'Heated', value: false }],
  seo: { title: '', description: '' },
};

export const ringCard: ProductCard = {
  id: 'p1', slug: 'sapphire-ring', title: 'Sapphire ring', image: ring.images[0]!, price: dollars(120), priceMax: dollars(520), compareAt: null, available: true, variantCount: 3,
};

export const smallCart: Cart = {
  id: 'cart', currency: 'AUD', note: '', subtotal: dollars(240), discount: dollars(0), discounts: [], codes: [], total: dollars(240), freeDelivery: null, itemCount: 2, problems: [], lines: [{
    id: 'l1', variantId: 'v1', productId: 'p1', slug: 'sapphire-ring', title: 'Sapphire ring', variantTitle: 'Silver / S', image: null,
    quantity: 2, unitPrice: dollars(120), total: dollars(240), discount: dollars(0), kind: 'goods', plan: null, available: true, problem: null,
  }],
};
