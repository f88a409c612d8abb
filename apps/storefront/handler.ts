import { pathToFileURL } from 'node:url';
import type { View } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { assetNames, assetServer, outFolder, type AssetNames } from './assets.ts';
import type { StorefrontApi } from './api.ts';
import type { ShopContext } from './shop.ts';

export { cookieName, customerTokenOf } from './shop.ts';
export type { ShopContext, Theme } from './shop.ts';

type Storefront = (request: Request, shop: ShopContext) => Promise<Response>;
type Assets = (request: Request, path: string) => Response | null;

/** The built pages' entry, as server.tsx exports it. */
interface BuiltPages {
  createStorefront(api: StorefrontApi, assets: AssetNames): Storefront;
}

/**
 * Answers every request of a shop: pages, forms, sitemap and, under /assets/storefront/, the built files.
 * The build is read at the first request, so a server can start before it exists.
 */
export function storefrontHandler(): Storefront {
  let ready: Promise<Storefront> | undefined;
  return async (request, shop) => (await (ready ??= open(registryApi, outFolder)))(request, shop);
}

/** The built files without a shop: null when the address is not below /assets/storefront/. */
export function storefrontAssets(): (request: Request) => Response | null {
  let serve: Assets | undefined;
  return (request) => (serve ??= assetServer(outFolder))(request, new URL(request.url).pathname);
}

/** Opens a build over any door to the data; tests and previews give their own. */
export async function open(api: StorefrontApi, folder: string): Promise<Storefront> {
  const built = (await import(pathToFileURL(`${folder}server.js`).href)) as BuiltPages;
  const serve = assetServer(folder);
  const pages = built.createStorefront(api, assetNames(folder));
  return async (request, shop) => serve(request, new URL(request.url).pathname) ?? pages(request, shop);
}

/** Hears which views a visit asks; how the server knows what a page it keeps depends on. */
export function noteAsked(context: Context, note: (view: View) => void): void {
  notes.set(context, note);
}

const notes = new WeakMap<Context, (view: View) => void>();

const registryApi: StorefrontApi = {
  ask(name, context, input) {
    const view = registry.view(name);
    notes.get(context)?.(view);
    return view.call(context, input) as never;
  },
  tell: (name, context, input, options) => registry.operation(name).call(context, input, options) as never,
};
