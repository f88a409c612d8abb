import { brandOf, type Brand } from '#platform/mail/brand.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { Theme } from './theme.ts';

/** How a storefront looks in mails to its customers: its own colour and logo, else those of the workspace. */
export async function shopBrand(r: Reader, storefrontId: string | null): Promise<Brand> {
  const [brand, [shop]] = await Promise.all([
    brandOf(r),
    r.sql<{ name: string; theme: Theme | null }>`select name, theme from storefronts where active order by id = ${storefrontId}::uuid desc nulls last, created_at, id limit 1`,
  ]);
  const { accent, logoUrl } = shop?.theme ?? {};
  return { ...brand, name: shop?.name ?? brand.name, ...(accent && { colour: accent, onColour: readableOn(accent) }), ...(logoUrl?.startsWith('http') && { logoUrl }) };
}

// WCAG: white can be read on grounds whose luminance is below 0.183, black on all lighter ones.
function readableOn(colour: string): string {
  const linear = (at: number) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5) > 0.183 ? '#000000' : '#ffffff';
}
