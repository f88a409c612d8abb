import { createServer } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

/** What a server costs that does nothing, and one that asks the database one small thing: `baselines.ts hello|select <port> [url]`. */
const [which, port, url] = process.argv.slice(2);

function hello(): void {
  createServer((_, response) => {
    response.setHeader('content-type', 'text/plain');
    response.setHeader('content-length', 5);
    response.end('hello');
  }).listen(Number(port), '127.0.0.1');
}

async function select(): Promise<void> {
  const pool = new pg.Pool({ connectionString: url!, max: 16 });
  const { rows } = await pool.query<{ id: string }>(`select workspace_id as id from products limit 1`);
  const workspaceId = rows[0]!.id;
  const text = 'select id, slug, title, brand from products where workspace_id = $1 and slug = $2';
  const app = new Hono();
  app.get('/:slug', async (c) => c.json((await pool.query({ name: 'one', text, values: [workspaceId, c.req.param('slug')] })).rows[0]));
  serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
}

if (which === 'hello') hello();
else await select();
