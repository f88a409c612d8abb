import { publicUrl, workspaceSettings } from '#modules/accounts/index.ts';
import type { Brand } from '#platform/mail/brand.ts';
import type { Reader } from '#platform/tenancy/context.ts';

/** The workspace's own colours and logo; a mail program needs the whole address of a picture. */
export async function brandLook(r: Reader): Promise<Partial<Omit<Brand, 'name'>>> {
  const { accent, onAccent, logoUrl } = (await workspaceSettings(r)).brand;
  return { ...(accent && { colour: accent }), ...(accent && onAccent && { onColour: onAccent }), ...(logoUrl && { logoUrl: logoUrl.startsWith('/') ? publicUrl() + logoUrl : logoUrl }) };
}
