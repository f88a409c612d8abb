import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { importList, previewFile, sourceList, transactionList, transactionSums, uploadFile } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const JANUARY = 'Date,Description,Amount\n13/01/2026,Beans,-45.50\n14/01/2026,Coffee,-4.50\n14/01/2026,Coffee,-4.50\n15/01/2026,Stripe payout,1234.00\n';

test('a bank’s file is looked at first and nothing is written; uploaded it is there, and no line twice, whatever file it comes with', async () => {
  const { ctx } = await house.newWorkspace();
  const file = { fileName: 'january.csv', content: base64(JANUARY) };
  expect(await previewFile.call(ctx, file)).toMatchObject({ format: 'csv', columns: ['Date', 'Description', 'Amount'], mapping: { dateOrder: 'dmy' }, ambiguous: false, accounts: [{ lines: 4, known: 0, unreadable: 0, sample: [{ bookedOn: '2026-01-13', amount: -4_550 }, {}, {}, {}] }] });
  expect((await transactionList.call(ctx, {})).total).toBe(0);
  await expect(uploadFile.call(ctx, file)).rejects.toMatchObject({ details: { fields: { newAccount: 'is missing' } } });
  const { accounts: [first] } = await uploadFile.call(ctx, { ...file, newAccount: 'Everyday account' });
  expect(first).toMatchObject({ added: 4, lines: 4, known: 0 });
  const longer = { fileName: 'until-february.csv', content: base64(`${JANUARY}02/02/2026,Rent,-900.00\n`), sourceId: first!.sourceId };
  expect(await previewFile.call(ctx, longer)).toMatchObject({ accounts: [{ lines: 5, known: 4 }] });
  const both = await Promise.all([uploadFile.call(ctx, longer), uploadFile.call(ctx, longer)]);
  expect(both.map(({ accounts }) => accounts[0]!.added).toSorted()).toEqual([0, 1]);
  expect((await transactionSums.call(ctx, {})).data).toEqual([{ currency: 'AUD', in: 123_400, out: 95_450, fees: 0, net: 27_950, count: 5, unexplained: 5 }]);
  expect((await sourceList.call(ctx, {})).data).toMatchObject([{ name: 'Everyday account', kind: 'bank', state: 'files', transactions: 5 }]);
  expect((await importList.call(ctx, {})).data.map(({ fileName, added }) => [fileName, added])).toContainEqual(['january.csv', 4]);
  expect((await transactionList.call(ctx, { q: 'payout' })).data).toMatchObject([{ net: { amount: 123_400, currency: 'AUD' }, direction: 'in' }]);
});

test('how a person read the columns is remembered for the account', async () => {
  const { ctx } = await house.newWorkspace();
  const content = base64('When;What;Spent\n02/03/2026;Card;5.00\n');
  const mapping = { skip: 1, date: 0, description: 1, amount: 2, dateOrder: 'mdy' as const, mark: '.' as const, sign: 'the other way round' as const };
  const { accounts: [{ sourceId } = { sourceId: '' }] } = await uploadFile.call(ctx, { fileName: 'card.csv', content, newAccount: 'Card', currency: 'USD', mapping });
  const next = await previewFile.call(ctx, { fileName: 'card2.csv', content: base64('When;What;Spent\n04/05/2026;Card;6.00\n'), sourceId });
  expect(next).toMatchObject({ mapping, currency: 'USD', accounts: [{ sample: [{ bookedOn: '2026-04-05', amount: -600, currency: 'USD' }] }] });
});

test('a file that names its account makes that account, and finds it again', async () => {
  const { ctx } = await house.newWorkspace();
  const camt = (reference: string) => base64(`<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef></Ntry></Stmt></BkToCstmrStmt></Document>`);
  for (const reference of ['a', 'b', 'a']) await uploadFile.call(ctx, { fileName: 'statement.xml', content: camt(reference) });
  expect((await sourceList.call(ctx, {})).data).toMatchObject([{ name: 'DE1', currency: 'EUR', transactions: 2 }]);
});

test('what cannot be uploaded is refused in words', async () => {
  const { ctx } = await house.newWorkspace();
  await expect(uploadFile.call(ctx, { fileName: 'x.pdf', content: base64('%PDF-1.4'), newAccount: 'A' })).rejects.toMatchObject({ sentence: expect.stringContaining('PDF') as string });
  await expect(uploadFile.call(ctx, { fileName: 'x.csv', content: 'not base64!', newAccount: 'A' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(uploadFile.call(ctx, { fileName: 'x.csv', content: base64('Date,Amount\n01/01/2026,five\n'), newAccount: 'A' })).rejects.toMatchObject({ sentence: expect.any(String) as string });
  expect((await sourceList.call(ctx, {})).total).toBe(0);
});
