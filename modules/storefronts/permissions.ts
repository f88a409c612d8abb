/** What a storefront's key may open, in the words the founding API uses. */
export const STOREFRONT_PERMISSIONS = {
  'storefront:products': 'Show products, categories and collections',
  'storefront:cart': 'Keep carts',
  'storefront:checkout': 'Check out and pay',
  'storefront:orders': 'Show a shopper their orders',
  'storefront:customers': 'Register and sign in customers; their wishlists, reviews and questions',
} as const;
export type StorefrontPermission = keyof typeof STOREFRONT_PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(STOREFRONT_PERMISSIONS) as StorefrontPermission[];
