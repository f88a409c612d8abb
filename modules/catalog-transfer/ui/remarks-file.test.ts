import { expect, test } from 'vitest';
import { remarksFile } from './remarks-file.ts';

test('the list of errors opens in a spreadsheet, in which nothing of it runs', () => {
  const errors = [{ line: 3, handle: 'mug', column: 'Variant Price', says: '"five" is not an amount in AUD' }];
  const warnings = [{ line: 9, handle: '=cmd()', says: 'twice,\nby accident' }];
  expect(remarksFile({ errors, warnings })).toBe(
    'Line,Kind,Product,Column,What is wrong\r\n3,Error,mug,Variant Price,"""five"" is not an amount in AUD"\r\n9,Warning,\'=cmd(),,"twice,\nby accident"\r\n',
  );
});
