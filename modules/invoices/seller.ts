import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import type { Seller } from './document.ts';

const SellerDetails = z.object({
  company: z.string().trim().max(200),
  address: z.string().trim().max(1_000).meta({ description: 'as printed, line by line' }),
  taxNumber: z.string().trim().max(100),
  email: z.union([z.literal(''), z.email('an e-mail address is needed')]),
  footer: z.string().trim().max(1_000),
  paper: z.enum(['auto', 'A4', 'LETTER']).meta({ description: 'auto: what the country of the workspace uses' }),
});
type SellerDetails = z.infer<typeof SellerDetails>;

const empty: SellerDetails = { company: '', address: '', taxNumber: '', email: '', footer: '', paper: 'auto' };

export const sellerView = view({
  name: 'invoices.seller',
  route: 'GET /invoices/seller',
  says: 'Who sells, as printed on invoices',
  needs: 'settings:read',
  input: z.object({}),
  output: SellerDetails,
  read: sellerDetails,
});

/** What is printed from now on; documents that were issued keep what they said. */
export const setSeller = operation({
  name: 'invoices.set-seller',
  route: 'PUT /invoices/seller',
  says: 'Change who sells, as printed on invoices',
  needs: 'settings:write',
  input: SellerDetails.partial(),
  output: SellerDetails,
  async run(tx, changes) {
    const before = await sellerDetails(tx);
    const s = { ...before, ...changes } as SellerDetails;
    await tx.sql`
      insert into invoice_sellers (company, address, tax_number, email, footer, paper) values (${s.company}, ${s.address}, ${s.taxNumber}, ${s.email}, ${s.footer}, ${s.paper})
      on conflict (workspace_id) do update set company = excluded.company, address = excluded.address, tax_number = excluded.tax_number, email = excluded.email,
        footer = excluded.footer, paper = excluded.paper`;
    tx.changed({ record: 'invoice seller', id: tx.workspaceId, before, after: s });
    return s;
  },
});

async function sellerDetails(r: Reader): Promise<SellerDetails> {
  const [row] = await r.sql<SellerDetails>`select company, address, tax_number as "taxNumber", email, footer, paper from invoice_sellers`;
  return row ?? empty;
}

// North America, and who follows it, prints on Letter.
const LETTER = new Set('US CA MX PH CL CO CR GT PA PR DO VE'.split(' '));

interface Around {
  seller: Seller;
  locale: string;
  timeZone: string;
}

/** What stands around a document: the seller (the storefront's name unless told), language and time of the workspace. */
export async function sellerOf(r: Reader, storefrontId: string | null): Promise<Around> {
  const [details, settings] = [await sellerDetails(r), await workspaceSettings(r)];
  const [shop] = await r.sql<{ name: string }>`select name from storefronts order by id is distinct from ${storefrontId}, created_at limit 1`;
  const paper = details.paper === 'auto' ? (LETTER.has(settings.country) ? 'LETTER' : 'A4') : details.paper;
  return { seller: { ...details, company: details.company || shop?.name || 'Our shop', paper }, locale: settings.locale, timeZone: settings.timeZone };
}
