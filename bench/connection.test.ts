import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { Connection, readAnswer, request } from './connection.ts';

test('an answer that arrives in pieces is one answer', () => {
  const whole = Buffer.from('HTTP/1.1 201 Created\r\ncontent-length: 5\r\n\r\nhello');
  for (let cut = 1; cut < whole.length; cut++) expect(readAnswer(whole.subarray(0, cut))).toBeUndefined();
  const found = readAnswer(Buffer.concat([whole, Buffer.from('HTTP/1.1')]))!;
  expect([found.answer.status, found.answer.text(), found.length]).toEqual([201, 'hello', whole.length]);
});

test('a page sent in chunks is put together', () => {
  const bytes = Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n<p>\r\n5\r\nhello\r\n0\r\n\r\n');
  expect(readAnswer(bytes)!.answer.text()).toBe('<p>hello');
  expect(readAnswer(bytes.subarray(0, -1))).toBeUndefined();
});

test('a server that hangs up is told to the visitor', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connection = await Connection.open((server.address() as AddressInfo).port);
  await expect(connection.ask(request('GET', '/', {}))).rejects.toThrow();
  server.close();
});
