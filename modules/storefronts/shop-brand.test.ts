import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateWorkspaceSettings } from '#modules/accounts/index.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { createStorefront, shopBrand, updateStorefront } from './index.ts';

let house: TestHouse;
beforeAll(async () => { house = await openTestDatabase(); });
afterAll(() => house.close());

test('a mail looks like the storefront it comes from; what that leaves open is the workspace’s', async () => {
  const { ctx } = await house.newWorkspace();
  await updateWorkspaceSettings.call(ctx, { brand: { accent: '#112233', onAccent: '#ffffff', logoUrl: '/files/own/logo.png' } });
  const plain = await createStorefront.call(ctx, { name: 'Plain' });
  const yellow = await createStorefront.call(ctx, { name: 'Yellow' });
  await updateStorefront.call(ctx, { id: yellow.id, theme: { accent: '#ffe45c', background: '#101010', text: '#ffffff', logoUrl: 'https://pictures.test/y.png' } });
  const looks = await Promise.all([plain.id, yellow.id].map((id) => ctx.read((r) => shopBrand(r, id))));
  expect(looks).toMatchObject([
    { name: 'Plain', colour: '#112233', onColour: '#ffffff', logoUrl: expect.stringMatching(/^http.*\/files\/own\/logo\.png$/) },
    { name: 'Yellow', colour: '#ffe45c', onColour: '#000000', logoUrl: 'https://pictures.test/y.png' },
  ]);
});
