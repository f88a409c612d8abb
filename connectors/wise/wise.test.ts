import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { connectByKey, integrationView } from '#modules/integrations/index.ts';
import { readBooks, sourceList, transactionList, transactionSums } from '#modules/statements/index.ts';
import { ledgerOf, readsTheWholeBook } from '#modules/statements/testing.ts';
import { CONTRACTS_ABSENT, contractsHere, contractText } from '#platform/testing/contract.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { DAY, later, now } from '#platform/time.ts';
import './index.ts';
import type { WiseLine } from './double.ts';
import { connectWise, openWise, tokenOf } from './testing.ts';

const RUNS = Number(process.env['LIVES'] ?? 6);
const FILE = 'wise/wise-platform-openapi.yml';

let house: TestHouse;
let wise: Awaited<ReturnType<typeof openWise>>;
beforeAll(async () => {
  house = await openTestDatabase();
  wise = await openWise();
});
afterAll(async () => {
  await wise.close();
  await house.close();
});

let numbers = 0;
function move(shop: TestWorkspace, { value, fee = 0, currency = 'EUR', at = now(), type = 'TRANSFER' }: { value: number; fee?: number; currency?: string; at?: Date; type?: string }): WiseLine {
  const line: WiseLine = {
    type: value < 0 ? 'DEBIT' : 'CREDIT', date: at.toISOString(), amount: { value, currency }, totalFees: { value: fee, currency }, details: { type, description: 'Received money from Blau GmbH', senderName: 'Blau GmbH', paymentReference: 'Invoice 7' },
    exchangeDetails: null, runningBalance: { value: 0, currency }, referenceNumber: `TRANSFER-${++numbers}`,
  };
  wise.double.balance(tokenOf(shop), currency).lines.push(line);
  return line;
}

test('a token is tried before it is kept, down to whether it may read statements', async () => {
  const shop = await house.newWorkspace();
  await expect(connectByKey.call(shop.ctx, { vendor: 'wise', settings: { mode: 'sandbox' }, secrets: { apiToken: 'wrong' } })).rejects.toMatchObject({ sentence: expect.stringContaining('does not accept') as string });
  move(shop, { value: 1 });
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  wise.double.signedBy = publicKey;
  await expect(connectWise(shop)).rejects.toMatchObject({ sentence: expect.stringContaining('signature') as string });
  await expect(connectWise(shop, { privateKey: 'no key' })).rejects.toMatchObject({ sentence: expect.stringContaining('private key') as string });
  // As a field of one line leaves it.
  await connectWise(shop, { privateKey: privateKey.replaceAll('\n', '') });
  expect(await integrationView.call(shop.ctx, { vendor: 'wise' })).toMatchObject({ state: 'connected', label: 'Corner Shop Pty Ltd', kept: ['apiToken', 'privateKey'] });
  await readBooks.run(shop.ctx);
  expect(await ledgerOf(shop)).toHaveLength(1);
  wise.double.signedBy = undefined;
});

test('each balance is an account of its own; fees are taken out of what it changed by', async () => {
  const shop = await house.newWorkspace();
  move(shop, { value: 99.95 });
  move(shop, { value: -7.76, fee: 0.04 });
  move(shop, { value: 1_500, currency: 'JPY', at: later(now(), -300 * DAY), type: 'CONVERSION' });
  await connectWise(shop);
  await readBooks.run(shop.ctx);
  await readBooks.run(shop.ctx);
  expect((await sourceList.call(shop.ctx, {})).data.map(({ name, transactions, currency }) => [name, transactions, currency])).toEqual([['Wise EUR', 2, 'EUR'], ['Wise JPY', 1, 'JPY']]);
  expect((await transactionSums.call(shop.ctx, { filter: { currency: 'EUR' } })).data).toMatchObject([{ in: 9_995, out: 772, fees: 4, net: 9_219 }]);
  expect((await transactionList.call(shop.ctx, { filter: { currency: 'JPY' } })).data).toMatchObject([{ kind: 'conversion', net: { amount: 1_500, currency: 'JPY' }, counterpart: 'Blau GmbH', reference: 'Invoice 7' }]);
});

test(`${RUNS} times Wise’s book, read through faults by several at once while it grows, is the same here and there`, async () => {
  await readsTheWholeBook({
    vendor: 'wise', double: wise.double, connect: connectWise,
    move: (shop, n) => void move(shop, { value: n % 3 === 0 ? -(n * 10 + 5) / 100 : n + 0.1, fee: n % 4 === 0 ? 0.02 : 0, currency: n % 5 === 0 ? 'USD' : 'EUR', at: later(now(), -(n % 3) * DAY) }),
    book: (shop) => (wise.double.balances.get(tokenOf(shop)) ?? []).flatMap(({ currency, lines }) => lines.map((line) => ({ externalId: `${line.referenceNumber} ${line.type} ${line.date}`, net: Math.round(line.amount.value * 100), fee: Math.round(line.totalFees.value * 100), currency }))),
  }, house, RUNS);
}, 600_000);

test.runIf(contractsHere(FILE))('every request to Wise is in its published description', () => {
  const { paths } = parse(contractText(FILE)) as { paths: Record<string, { get?: { parameters?: { name?: string; in?: string; required?: boolean }[] } }> };
  const asked = [['/v2/profiles', []], ['/v4/profiles/{profileId}/balances', ['types']], ['/v1/profiles/{profileId}/balance-statements/{balanceId}/statement.json', ['currency', 'intervalStart', 'intervalEnd', 'type']]] as const;
  for (const [path, names] of asked) {
    const { get } = Object.entries(paths).find(([each]) => each.replaceAll(/\{\w+\}/g, '{}') === path.replaceAll(/\{\w+\}/g, '{}'))?.[1] ?? {};
    expect(get, path).toBeDefined();
    for (const name of names) expect(get!.parameters?.map((parameter) => parameter.name), path).toContain(name);
  }
});

test.skipIf(contractsHere(FILE))(`Wise: ${CONTRACTS_ABSENT}`, (context) => context.skip());
