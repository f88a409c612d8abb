import { expect, test } from 'vitest';
import { authString, channelToSign, requestSignature, userToSign, whyRequestIsRefused } from './signatures.ts';

// The presence value differs from the one printed in pusher/docs, which neither plain HMAC nor the official SDK yields.
const app = { id: '3', key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' };

test('the published examples of channel, presence and user signatures come out', () => {
  const presence = '{"user_id":10,"user_info":{"name":"Mr. Channels"}}';
  expect(authString(app, channelToSign('1234.1234', 'private-foobar'))).toBe(
    `${app.key}:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4`,
  );
  expect(authString(app, channelToSign('1234.1234', 'presence-foobar', presence))).toBe(
    `${app.key}:31935e7d86dba64c2a90aed31fdc61869f9b22ba9d8863bba239c03ca481bc80`,
  );
  expect(authString(app, userToSign('1234.1234', '{"id":"12345"}'))).toBe(
    `${app.key}:4708d583dada6a56435fb8bc611c77c359a31eebde13337c16ab43aa6de336ba`,
  );
});

const body = '{"name":"foo","channels":["project-3"],"data":"{\\"some\\":\\"data\\"}"}';
const signed = new URL(
  'http://localhost/apps/3/events?auth_key=278d425bdf160c739803&auth_timestamp=1353088179&auth_version=1.0' +
    '&body_md5=ec365a775a4cd0599faeb73354201b6f&auth_signature=da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c',
);

test('the published example of a signed request comes out', () => {
  expect(requestSignature(app.secret, 'POST', '/apps/3/events', signed.searchParams)).toBe(signed.searchParams.get('auth_signature'));
  expect(whyRequestIsRefused(app, 'POST', signed, body, 1353088179)).toBeUndefined();
});

test('an old, changed or foreign request is refused', () => {
  expect(whyRequestIsRefused(app, 'POST', signed, body, 1353088179 + 601)).toMatch(/expired/);
  expect(whyRequestIsRefused(app, 'POST', signed, `${body} `, 1353088179)).toMatch(/body_md5/);
  expect(whyRequestIsRefused({ ...app, key: 'other' }, 'POST', signed, body, 1353088179)).toBe('Unknown auth_key');
  expect(whyRequestIsRefused(app, 'GET', signed, body, 1353088179)).toBe('Invalid signature');
});
