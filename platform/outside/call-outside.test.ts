import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { useConfig } from '../config.ts';
import { isPublicAddress } from './addresses.ts';
import { callOutside, outsideUrl } from './call-outside.ts';

let server: Server;
let port: number;
let reached = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1;
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/endless') response.write('x'.repeat(100_000));
    else if (request.url !== '/silent') response.end(`${request.method} ${request.url}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => useConfig({ ALLOW_PRIVATE_TARGETS: false }));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  '127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
  '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'not an address', '',
])('%s is not a public address', (address) => expect(isPublicAddress(address)).toBe(false));

test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://localhost/', 'https://a.localhost/', 'https://127.1/',
])('%s is refused before anything is asked', (address) => {
  expect(() => outsideUrl(address)).toThrow(/private network/);
});

test.each(['http://example.com/', 'ftp://example.com/', 'https://user:pass@example.com/', 'example.com', 'javascript:alert(1)', ''])('%s is no address to call', (address) => {
  expect(() => outsideUrl(address)).toThrow(/address/);
});

test('a public name that stands for an address within is refused when the connection is made, and nobody is called', async () => {
  // Every machine's own name stands for an address of its own network or of itself.
  const { hostname } = await import('node:os');
  const before = reached;
  await expect(callOutside(`https://${hostname()}:${port}/`, { method: 'GET' })).rejects.toThrow(/private network|ENOTFOUND|EAI_AGAIN/);
  expect(reached).toBe(before);
});

test('an answer is heard with its status, and not more of it than wanted', async () => {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  expect(await callOutside(`http://127.0.0.1:${port}/hello`, { method: 'POST', body: '{}' })).toMatchObject({ status: 200, text: 'POST /hello' });
  expect((await callOutside(`http://127.0.0.1:${port}/endless`, { method: 'GET', mostBytes: 1_000 })).text).toHaveLength(1_000);
});

test('a redirect is an answer, not an order', async () => {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  const before = reached;
  expect(await callOutside(`http://127.0.0.1:${port}/moved`, { method: 'GET' })).toMatchObject({ status: 302 });
  expect(reached).toBe(before + 1);
});

test('who says nothing is left after the time agreed', async () => {
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  await expect(callOutside(`http://127.0.0.1:${port}/silent`, { method: 'GET', timeoutMillis: 50 })).rejects.toThrow('no answer in time');
});
