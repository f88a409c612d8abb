/** A page Lighthouse looks at. */
export interface Judged {
  name: string;
  of: 'admin' | 'shop';
  path(server: string, cookie: string): Promise<string>;
}

const shop = (name: string, path: string): Judged => ({ name, of: 'shop', path: async () => path });
const admin = (name: string, below: string): Judged => ({ name, of: 'admin', path: async (server, cookie) => (await workspaceOf(server, cookie)) + below });

export const PAGES: readonly Judged[] = [
  shop('shop: home', '/'),
  { name: 'shop: category', of: 'shop', path: (server) => linkOn(server, '/', /href="(\/categories\/[a-z0-9-]+)"/) },
  { name: 'shop: product', of: 'shop', path: (server) => linkOn(server, '/', /href="(\/products\/[a-z0-9-]+)"/) },
  shop('shop: cart', '/cart'),
  admin('dashboard: home', ''),
  admin('dashboard: orders', '/orders'),
  admin('dashboard: products', '/products'),
  { name: 'dashboard: an order', of: 'admin', path: (server, cookie) => firstRow(server, cookie, 'orders') },
  { name: 'dashboard: a product', of: 'admin', path: (server, cookie) => firstRow(server, cookie, 'products') },
];

async function linkOn(server: string, path: string, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await (await fetch(server + path)).text())?.[1];
  if (!found) throw new Error(`${path} has no link like ${String(pattern)}`);
  return found;
}

/** Where the dashboard's own address leads: the workspace of the person. */
export async function workspaceOf(server: string, cookie: string): Promise<string> {
  const answer = await fetch(`${server}/admin`, { headers: { cookie }, redirect: 'manual' });
  return new URL(answer.headers.get('location')!, server).pathname;
}

async function firstRow(server: string, cookie: string, noun: string): Promise<string> {
  const list = `${await workspaceOf(server, cookie)}/${noun}`;
  const page = await (await fetch(server + list, { headers: { cookie } })).text();
  const id = new RegExp(`${list}/([0-9a-f]{8}-[0-9a-f-]{27})`).exec(page)?.[1];
  if (!id) throw new Error(`${list} has no row`);
  return `${list}/${id}`;
}
