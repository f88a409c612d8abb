import * as z from 'zod';
import { Refusal } from '../refusal.ts';
import type { Tx } from '../tenancy/context.ts';
import { files } from './configured-files.ts';
import type { StoredFile } from './files.ts';
import { readImage, resizeImage, WIDTHS } from './images.ts';

/** A picture that travels inside a request. Base64 makes three bytes four, and a request over HTTP holds 4 MiB. */
export const SentPicture = z.object({
  name: z.string().trim().min(1).max(200),
  data: z.base64().min(1).max(11_000_000).meta({ description: 'the bytes of a picture, in base64' }),
});

/**
 * Keeps pictures somebody sent, private and written anew, which takes off where they were made and anything hidden in them. What cannot
 * be read as a picture is refused (`invalid`, with the field).
 */
export async function keepSentPictures(tx: Tx, sent: readonly z.output<typeof SentPicture>[], field: string): Promise<StoredFile[]> {
  const kept: StoredFile[] = [];
  for (const { name, data } of sent) {
    const body = Buffer.from(data, 'base64');
    // What only looks like a picture fails when it is drawn.
    const picture = (await readImage(body)) && (await resizeImage(body, WIDTHS.at(-1)!, 'webp').catch(() => undefined));
    if (!picture) throw new Refusal('invalid', `“${name}” is not a picture we can read. JPEG, PNG and WebP work.`, { fields: { [field]: 'should be pictures' } });
    kept.push(await files().save(tx, { name: `${name.replace(/\.\w+$/, '')}.webp`, body: picture, visibility: 'private' }));
  }
  return kept;
}
