import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hostedApp } from './hosted-app.ts';
import { createHostedRealtime } from './hosted.ts';
import { app, next, openRealtime, pause, type RealtimeRoom } from './open-realtime.ts';
import type { Realtime } from './realtime.ts';

/** Our own server stands in for the company: it speaks the same protocol and is checked with the official clients elsewhere. */
let company: RealtimeRoom;
let house: Realtime;
let fault: (path: string) => Response | undefined;
let asked: string[];

beforeAll(async () => {
  company = await openRealtime({
    instead: (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname);
      return fault(pathname);
    },
  });
  house = createHostedRealtime({
    app: hostedApp(`http://${app.key}:${app.secret}@127.0.0.1:${company.port}/apps/${app.id}`),
    mayJoin: ({ channel }) => !channel.name.includes('forbidden'),
    retryMillis: 5,
  });
});
beforeEach(() => {
  asked = [];
  fault = () => undefined;
});
afterAll(async () => {
  await house.close();
  await company.close();
});

const ready = (channel: { bind(event: string, listener: (data: unknown) => void): unknown }) => next(channel, 'pusher:subscription_succeeded');

async function listener(channelName: string) {
  const channel = company.browser('ana', house).subscribe(channelName);
  await ready(channel);
  const heard: unknown[] = [];
  channel.bind('told', (data: unknown) => heard.push(data));
  return { channel, heard };
}

test('the address Pusher hands out says where servers and browsers go', () => {
  expect(hostedApp('https://278d425bdf160c739803:7ad3773142a6692b25b8@api-eu.pusher.com/apps/3')).toEqual({
    id: '3', key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8', api: 'https://api-eu.pusher.com', sockets: 'wss://ws-eu.pusher.com',
  });
  expect(hostedApp('http://k:s@127.0.0.1:6001/apps/mine')).toMatchObject({ api: 'http://127.0.0.1:6001', sockets: 'ws://127.0.0.1:6001' });
});

test('a browser at the company hears what the house publishes, in order, in batches of ten', async () => {
  const { heard } = await listener('private-orders@ws');
  for (let n = 0; n < 25; n++) house.publish('private-orders@ws', 'told', { n });
  await expect.poll(() => heard.length).toBe(25);
  expect(heard).toEqual(Array.from({ length: 25 }, (_, n) => ({ n })));
  expect(asked).toEqual(Array.from({ length: 3 }, () => '/apps/test/batch_events'));
});

test('of events that replace each other only the newest is sent', async () => {
  const { heard } = await listener('private-figures@ws');
  for (let n = 0; n < 5; n++) house.publish('private-figures@ws', 'told', { n }, { coalesce: 'sales' });
  await expect.poll(() => heard).toEqual([{ n: 4 }]);
});

test('a channel opens only with our permission, though the company keeps the sockets', async () => {
  const refused = company.browser('ana', house).subscribe('private-forbidden@ws');
  expect(await next(refused, 'pusher:subscription_error')).toMatchObject({ error: 'You may not listen to this channel.' });
  const present = company.browser('ben', house).subscribe('presence-admin@ws');
  expect(await ready(present)).toMatchObject({ myID: 'ben', count: 1 });
});

test.each([429, 500, 503])('an answer of %i is tried again and loses no order', async (status) => {
  const { heard } = await listener(`private-after-${status}@ws`);
  let failures = 2;
  fault = (path) => (path.endsWith('batch_events') && failures-- > 0 ? new Response('no', { status }) : undefined);
  house.publish(`private-after-${status}@ws`, 'told', { n: 1 });
  await pause(30);
  house.publish(`private-after-${status}@ws`, 'told', { n: 2 });
  await expect.poll(() => heard).toEqual([{ n: 1 }, { n: 2 }]);
});

test('what the company refuses for good is let go, and the next event still gets through', async () => {
  const { heard } = await listener('private-refused@ws');
  let refusals = 1;
  fault = (path) => (path.endsWith('batch_events') && refusals-- > 0 ? new Response('no', { status: 400 }) : undefined);
  house.publish('private-refused@ws', 'told', { n: 1 });
  await expect.poll(() => asked.length).toBe(1);
  house.publish('private-refused@ws', 'told', 'x'.repeat(11_000));
  house.publish('private-refused@ws', 'told', { n: 2 });
  await expect.poll(() => heard).toEqual([{ n: 2 }]);
  expect(asked).toHaveLength(2);
});

test('a person whose sign-in was revoked is cut off at the company', async () => {
  const browser = company.browser('carl', house);
  browser.signin();
  await next(browser.connection, 'connected');
  await expect.poll(() => browser.user.user_data).toBeTruthy();
  const cut = next(browser.connection, 'disconnected');
  house.terminateUser('carl');
  await cut;
});
