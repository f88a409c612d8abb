import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountText } from '#platform/money.ts';
import { LARGEST_FILE } from './decode-text.ts';
import { readBankFile } from './read-bank-file.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { readXml } from './read-xml.ts';

const bytes = (text: string) => Buffer.from(text);
const read = (text: string | Buffer, currency = 'AUD') => readBankFile(typeof text === 'string' ? bytes(text) : text, { currency });
const shown = (text: string | Buffer, currency = 'AUD') => read(text, currency).files.flatMap(({ lines }) => lines.map(({ bookedOn, amount, currency: own, counterpart, description }) => [bookedOn, amount, own, counterpart, description]));

describe('amounts as banks write them', () => {
  test.each([
    ['12.34', '.', 'AUD', 1_234], ['-12.34', '.', 'AUD', -1_234], ['12.34-', '.', 'AUD', -1_234], ['(12.34)', '.', 'AUD', -1_234], ['1,234.50', '.', 'AUD', 123_450], ['1.234,50', ',', 'EUR', 123_450],
    ['1 234,50', ',', 'EUR', 123_450], ['1\u202f234,5', ',', 'EUR', 123_450], ["1'234.50", '.', 'CHF', 123_450], ['$1,234.50', '.', 'USD', 123_450], ['12.50 USD', '.', 'USD', 1_250], ['12.50 DR', '.', 'AUD', -1_250],
    ['12.50CR', '.', 'AUD', 1_250], ['10,00 S', ',', 'EUR', -1_000], ['10,00 H', ',', 'EUR', 1_000], ['−5.00', '.', 'AUD', -500], ['1000', '.', 'JPY', 1_000], ['1,000', '.', 'JPY', 1_000], ['1000.00', '.', 'JPY', 1_000],
    ['1.234', '.', 'KWD', 1_234], ['1,23,456.00', '.', 'INR', 12_345_600], ['+3', '.', 'AUD', 300],
  ] as const)('%s (%s, %s)', (text, mark, currency, minor) => expect(readNumber(text, { mark, currency })).toBe(minor));

  test.each([['12.345', '.', 'AUD'], ['0.5', '.', 'JPY'], ['12,5', '.', 'AUD'], ['1,23.50', '.', 'AUD'], ['1.2.3', '.', 'AUD'], ['', '.', 'AUD'], ['-', '.', 'AUD'], ['twelve', '.', 'AUD'], ['--5', '.', 'AUD'], ['99999999999999999.00', '.', 'AUD'], ['1e5', '.', 'AUD']] as const)('%s (%s, %s) is none', (text, mark, currency) => expect(readNumber(text, { mark, currency })).toBeUndefined());

  test('every amount that is written out is read back, whatever the currency', () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom('AUD', 'JPY', 'KWD'), fc.boolean(), (amount, currency, comma) => {
      const text = amountText({ amount, currency });
      expect(readNumber(comma ? text.replace('.', ',') : text, { mark: comma ? ',' : '.', currency }) ?? 'none').toBe(amount === 0 ? 0 : amount);
    }));
  });
});

test.each([
  ['31.01.2026', 'dmy', '2026-01-31'], ['1/2/26', 'dmy', '2026-02-01'], ['1/2/26', 'mdy', '2026-01-02'], ['2026-01-31', 'dmy', undefined], ['2026-01-31', 'ymd', '2026-01-31'], ['2026-01-31T23:59:59+11:00', 'ymd', '2026-01-31'], ['20260131', 'mdy', '2026-01-31'],
  ['20260131120000[-5:EST]', 'ymd', '2026-01-31'], ['31 Jan 2026', 'dmy', '2026-01-31'], ['Jan 31, 2026', 'mdy', '2026-01-31'], ['3. März 2026', 'dmy', '2026-03-03'], ['31 juil. 2026', 'dmy', '2026-07-31'],
  ['30.02.2026', 'dmy', undefined], ['31/31/2026', 'dmy', undefined], ['', 'ymd', undefined], ['yesterday', 'dmy', undefined], ['0001-01-01', 'ymd', undefined],
] as const)('the day %s (%s) is %s', (text, order, day) => expect(readDay(text, order)).toBe(day));

describe('CSV', () => {
  test('with headings and a sign, in English', () => {
    expect(shown('Date,Description,Amount,Balance\n13/01/2026,Coffee beans,-45.50,100.00\n14/01/2026,"Stripe payout, January",1234.00,1334.00\n')).toEqual([['2026-01-13', -4_550, 'AUD', '', 'Coffee beans'], ['2026-01-14', 123_400, 'AUD', '', 'Stripe payout, January']]);
  });

  test('with a preamble, semicolons, commas for cents, two columns and Windows letters, in German', () => {
    const text = 'Kontoauszug;DE89370400440532013000\n\nBuchungstag;Valutadatum;Empfänger;Verwendungszweck;Soll;Haben;Währung\n05.01.2026;06.01.2026;Müller & Söhne;Miete;1.250,00;;EUR\n07.01.2026;07.01.2026;Kundin;Rechnung 7;;99,95;EUR\nSumme;;;;1.250,00;99,95;\n';
    const { files, csv } = read(Buffer.from(text, 'latin1'), 'EUR');
    expect(files[0]!.lines).toMatchObject([{ bookedOn: '2026-01-05', valueOn: '2026-01-06', amount: -125_000, counterpart: 'Müller & Söhne', description: 'Miete' }, { amount: 9_995, currency: 'EUR' }]);
    expect(csv).toMatchObject({ mapping: { skip: 2, date: 0, moneyOut: 4, moneyIn: 5, mark: ',', dateOrder: 'dmy' }, ambiguous: true });
  });

  test('without headings, in UTF-16, with tabs', () => {
    const text = '\uFEFF31/12/2026\t-5.00\tBus\n30/12/2026\t12.00\tRefund of the bus\n';
    expect(shown(Buffer.from(text, 'utf16le'))).toEqual([['2026-12-31', -500, 'AUD', '', 'Bus'], ['2026-12-30', 1_200, 'AUD', '', 'Refund of the bus']]);
  });

  test('currencies line by line, without cents too', () => {
    expect(shown('Date,Amount,Currency,Description\n2026-03-01,1500,JPY,Tea\n2026-03-02,-2.500,KWD,Fee\n')).toEqual([['2026-03-01', 1_500, 'JPY', '', 'Tea'], ['2026-03-02', -2_500, 'KWD', '', 'Fee']]);
  });

  test('two coffees of one day are two lines, and the same day in a longer file is the same two', () => {
    const coffee = '05/06/2026,-4.50,Coffee\n';
    const ids = (text: string) => read(`Date,Amount,Description\n${text}`).files[0]!.lines.map(({ externalId }) => externalId);
    expect(new Set(ids(coffee + coffee)).size).toBe(2);
    expect(ids(`${coffee}${coffee}06/06/2026,-4.50,Coffee\n`).slice(0, 2)).toEqual(ids(coffee + coffee));
  });

  test('what cannot be read is told by its line, and the rest is read', () => {
    const { lines, problems } = read('Date,Amount\n01/02/2026,5.00\n02/02/2026,five\n32/02/2026,1.00\n03/02/2026,\n04/02/2026,6.00\n').files[0]!;
    expect(lines.map(({ amount }) => amount)).toEqual([500, 600]);
    expect(problems).toEqual([{ line: 3, says: '"five" is not an amount in AUD' }, { line: 4, says: '"32/02/2026" is not a day' }, { line: 5, says: 'has no amount' }]);
  });

  test('a mapping of a person is followed: American days, and the sign the other way round', () => {
    const { files } = readBankFile(bytes('When;What;Sum\n02/03/2026;Card;5.00\n'), { currency: 'USD', mapping: { skip: 1, date: 0, description: 1, amount: 2, dateOrder: 'mdy', mark: '.', sign: 'the other way round' } });
    expect(files[0]!.lines).toMatchObject([{ bookedOn: '2026-02-03', amount: -500, description: 'Card' }]);
  });

  test.each([['', 'is empty'], ['hello\nworld\n', 'No column of days'], ['Date,Amount\n"01/01/2026,5.00', 'quotation mark'], ['%PDF-1.7 …', 'PDF'], ['PK\u0003\u0004rest', 'Excel'], ['a\0b,c\0\n', 'not a text file']])('%j is refused in a sentence', (text, says) => expect(() => read(text)).toThrow(expect.objectContaining({ sentence: expect.stringContaining(says) as string })));

  test('a file that is too large, or of too many lines or columns, is refused in a sentence', () => {
    expect(() => read(Buffer.alloc(LARGEST_FILE + 1, 'a'))).toThrow(expect.objectContaining({ code: 'too_large' }));
    expect(() => read('01/01/2026,1\n'.repeat(50_001))).toThrow(expect.objectContaining({ code: 'too_large' }));
    expect(() => read(`01/01/2026,1${',x'.repeat(200)}\n`)).toThrow(expect.objectContaining({ code: 'unreadable_file' }));
  });
});

const OLD_OFX = `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>AUD\n<BANKACCTFROM><BANKID>062000<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260101<DTEND>20260131
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260105120000[+10:AEST]<TRNAMT>-45.50<FITID>A1<NAME>Smith & Sons<MEMO>Beans</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260106<TRNAMT>+1,234.00<FITID>A2<NAME>Stripe<MEMO></STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260107<TRNAMT>7,50<FITID>A2<NAME>Other</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>soon<TRNAMT>1.00<FITID>A9</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

describe('OFX', () => {
  test('of the older kind, whose tags are never closed', () => {
    const [file] = read(OLD_OFX).files;
    expect(file).toMatchObject({ format: 'ofx', account: '062000 12345678', currency: 'AUD', problems: [{ says: '"soon" is not a day' }] });
    expect(file!.lines.map(({ bookedOn, amount, counterpart }) => [bookedOn, amount, counterpart])).toEqual([['2026-01-05', -4_550, 'Smith & Sons'], ['2026-01-06', 123_400, 'Stripe'], ['2026-01-07', 750, 'Other']]);
    expect(new Set(file!.lines.map(({ externalId }) => externalId)).size).toBe(3);
  });

  test('of the newer kind, with two accounts and yen', () => {
    const entry = (id: string, amount: string) => `<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260105</DTPOSTED><TRNAMT>${amount}</TRNAMT><FITID>${id}</FITID><NAME>Caf&#233; &amp; Co</NAME></STMTTRN>`;
    const text = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="220"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>JPY</CURDEF><BANKACCTFROM><ACCTID>1</ACCTID></BANKACCTFROM><BANKTRANLIST>${entry('x', '1500')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR</CURDEF><CCACCTFROM><ACCTID>2</ACCTID></CCACCTFROM><BANKTRANLIST>${entry('x', '-1.50')}</BANKTRANLIST></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>`;
    expect(read(text).files).toMatchObject([{ account: '1', lines: [{ amount: 1_500, currency: 'JPY', counterpart: 'Café & Co' }] }, { account: '2', lines: [{ amount: -150, currency: 'EUR' }] }]);
  });

  test('with definitions of its own, without statements, or too deep: refused in a sentence', () => {
    expect(() => read(`<?xml version="1.0"?><!DOCTYPE OFX [<!ENTITY x SYSTEM "file:///etc/passwd">]><OFX>&x;</OFX>`)).toThrow(expect.objectContaining({ code: 'unreadable_file' }));
    expect(() => read('OFXHEADER:100\n\n<OFX></OFX>')).toThrow(expect.objectContaining({ sentence: expect.stringContaining('no account statement') as string }));
    expect(() => read(`OFXHEADER:100\n\n<OFX>${'<A>'.repeat(100)}`)).toThrow(expect.objectContaining({ sentence: expect.stringContaining('too deep') as string }));
  });
});

const entry = (amount: string, side: string, more = '') => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-06</Dt></ValDt>${more}</Ntry>`;
const camt = (entries: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr/><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;

describe('camt.053', () => {
  test('who, why, when, how much, the fee inside, and nothing that is only announced', () => {
    const details = '<AcctSvcrRef>S1</AcctSvcrRef><Chrgs><Rcrd><Amt Ccy="EUR">0.50</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs><NtryDtls><TxDtls><Refs><EndToEndId>R-7</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Caf&#xE9; Blau</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Invoice</Ustrd><Ustrd>7 &amp; 8</Ustrd></RmtInf></TxDtls></NtryDtls>';
    const pending = entry('9.00', 'DBIT').replace('<Sts>BOOK</Sts>', '<Sts><Cd>PDNG</Cd></Sts>');
    const [file] = read(camt(entry('99.50', 'CRDT', details) + pending + entry('1250', 'DBIT', '<NtryDtls><TxDtls/><TxDtls/></NtryDtls>')), 'AUD').files;
    expect(file).toMatchObject({ format: 'camt.053', account: 'DE89370400440532013000', currency: 'EUR', problems: [] });
    expect(file!.lines).toMatchObject([
      { amount: 9_950, fee: 50, currency: 'EUR', bookedOn: '2026-01-05', valueOn: '2026-01-06', counterpart: 'Café Blau', reference: 'R-7', description: 'Invoice 7 & 8', externalId: 'S1 2026-01-05 9950' },
      { amount: -125_000, description: '2 transactions' },
    ]);
  });

  test('entities that grow without end, and those that read files, are refused before they are read', () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i} "${`&lol${i || ''};`.repeat(10)}">`).join('')}]><Document><BkToCstmrStmt><Stmt>&lol8;</Stmt></BkToCstmrStmt></Document>`;
    expect(() => read(laughs)).toThrow(expect.objectContaining({ sentence: expect.stringContaining('DOCTYPE') as string }));
    expect(() => read(camt('<Ntry>&xxe;</Ntry>'))).toThrow(expect.objectContaining({ sentence: expect.stringContaining('not declared') as string }));
  });

  test.each([
    [camt('<Ntry>').replace('</Stmt>', ''), 'closes what was not open'], [camt('').replace('</Document>', ''), 'is never closed'], [`${camt('')}<a`, 'in the middle of a tag'], ['<?xml version="1.0"?><Document><BkToCstmrStmt></BkToCstmrStmt></Document>', 'holds no statement'],
    ['<html><body>Sign in</body></html>', 'neither OFX nor camt.053'], [`<Document><BkToCstmrStmt>${'<a>'.repeat(200)}`, 'too deep'],
  ])('a file that is broken is refused in a sentence: %#', (text, says) => expect(() => read(text)).toThrow(expect.objectContaining({ sentence: expect.stringContaining(says) as string })));

  test('lines without amount, currency, side or day are told, and the others are read', () => {
    const { lines, problems } = read(camt(entry('1.00', 'CRDT') + entry('1.001', 'CRDT') + entry('1.00', 'UP') + entry('1.00', 'CRDT').replace(' Ccy="EUR"', '') + entry('-1.00', 'CRDT') + entry('1.00', 'CRDT').replaceAll('2026-01', 'someday'))).files[0]!;
    expect([lines.length, problems.length]).toEqual([1, 5]);
  });

  test('XML of any shape is read or refused, in time that grows with the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', '"', '=', ' ', '&', ';', '!', '?', '-', '[', ']'), maxLength: 200 }), (text) => {
      try {
        readXml(text);
      } catch (error) {
        expect(error).toMatchObject({ code: 'unreadable_file' });
      }
    }), { numRuns: 300 });
    const before = performance.now();
    for (const text of [`<${'a'.repeat(2_000_000)}`, `<a ${'b="c" '.repeat(300_000)}`, '<a '.repeat(600_000), `<a>${'<!--'.repeat(400_000)}`, `<a b="${'x'.repeat(2_000_000)}`]) expect(() => readXml(text)).toThrow();
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

test('any bytes are read as a statement or refused in a sentence', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('', 'Date,Amount\n01/01/2026,', 'OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>AUD<STMTTRN>', '<?xml version="1.0"?><Document><BkToCstmrStmt>'), (noise, begins) => {
    try {
      readBankFile(Buffer.concat([bytes(begins), noise]), { currency: 'AUD' });
    } catch (error) {
      expect(error).toMatchObject({ sentence: expect.any(String) as string });
    }
  }), { numRuns: 400 });
});
