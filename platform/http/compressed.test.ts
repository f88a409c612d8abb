import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compressed.ts';

const asking = (accept: string, method = 'GET') => new Request('http://shop.test/', { method, headers: { 'accept-encoding': accept } });
const page = (body: string | ReadableStream | null = '<p>ring</p>'.repeat(500), headers: Record<string, string> = {}) =>
  new Response(body, { status: 201, headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=1', ...headers } });

test('a page arrives gzipped and whole, with its status and headers', async () => {
  const answer = compressed(asking('br, gzip'), page());
  expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('vary'), answer.headers.get('set-cookie')]).toEqual([201, 'gzip', 'accept-encoding', 'a=1']);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(500);
  expect(gunzipSync(bytes).toString()).toBe('<p>ring</p>'.repeat(500));
});

test('who cannot read it, pictures, packed answers and empty ones get them as they are', () => {
  for (const [request, answer] of [
    [asking('identity'), page()],
    [asking('gzip', 'HEAD'), page()],
    [asking('gzip'), page(null)],
    [asking('gzip'), page('x', { 'content-type': 'image/webp' })],
    [asking('gzip'), page('x', { 'content-encoding': 'br' })],
  ] as const)
    expect(compressed(request, answer)).toBe(answer);
});

test('the first part of a page is sent before the last is written', async () => {
  let finish: () => void = () => {};
  const slow = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from('<header>'.repeat(100)));
      finish = () => {
        controller.enqueue(Buffer.from('</header>'));
        controller.close();
      };
    },
  });
  const reader = compressed(asking('gzip'), page(slow)).body!.getReader();
  const first = await reader.read();
  expect(first.value!.length).toBeGreaterThan(0);
  finish();
  const parts = [first.value!];
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  expect(gunzipSync(Buffer.concat(parts)).toString()).toBe(`${'<header>'.repeat(100)}</header>`);
});
