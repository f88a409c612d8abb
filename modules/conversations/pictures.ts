import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { files } from '#platform/files/configured-files.ts';
import { SentPicture } from '#platform/files/sent-pictures.ts';
import { SIGNED_PATH } from '#platform/files/signed-address.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { HOUR, now } from '#platform/time.ts';

const MOST_PICTURES = 4;

/** What may go along with a message. */
export const Pictures = z
  .array(SentPicture)
  .max(MOST_PICTURES, `should be at most ${MOST_PICTURES} pictures`)
  .default([])
  .meta({ description: 'pictures that go along; only who may read the conversation can open them' });

/** A picture of a message as it is stored. */
export interface StoredPicture {
  id: string;
  name: string;
  width: number;
  height: number;
  key: string;
}

export const ShownPicture = z.object({
  id: z.uuid(),
  name: z.string(),
  width: z.int(),
  height: z.int(),
  url: z.string().meta({ description: 'good for an hour or two; ask again for another' }),
});

/** The pictures of one message (`m`) in their order, for a statement. */
export const PICTURES_OF_M = `(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'width', f.width, 'height', f.height, 'key', f.key) order by p.place), '[]')
  from unnest(m.pictures) with ordinality p(id, place) join files f on f.id = p.id)`;

/** Pictures with addresses for whoever was allowed to read the conversation. */
export function shownPictures(pictures: readonly StoredPicture[]): Promise<z.infer<typeof ShownPicture>[]> {
  return Promise.all(pictures.map(async ({ key, ...picture }) => ({ ...picture, url: onThisServer(await files().store.signedUrl(key, { expiresIn: untilTheHourAfterNext() })) })));
}

// Like those of all our files: whatever name the server was called by, it is the one that has it.
function onThisServer(url: string): string {
  const { pathname, search } = new URL(url, 'http://here.invalid');
  return pathname.startsWith(SIGNED_PATH) ? pathname + search : url;
}

// The same address for an hour, so that a page that looks again shows the same picture and does not fetch it anew.
function untilTheHourAfterNext(): number {
  const at = now().getTime();
  return Math.floor((Math.ceil(at / HOUR) * HOUR + HOUR - at) / 1_000);
}

/** Pictures with their bytes, e.g. to take home; one whose bytes are gone is left out. */
export async function readPictures(pictures: readonly StoredPicture[]): Promise<(StoredPicture & { bytes: Buffer })[]> {
  const read = await Promise.all(pictures.map(async (picture) => ({ picture, stored: await files().store.get(picture.key) })));
  return Promise.all(read.flatMap(({ picture, stored }) => (stored ? [buffer(stored.body).then((bytes) => ({ ...picture, bytes }))] : [])));
}

/** All pictures of these conversations go, with their bytes. */
export async function erasePictures(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  const gone = await tx.sql<{ key: string }>`
    delete from files where id in (select unnest(m.pictures) from conversation_messages m where m.conversation_id = any(${[...conversationIds]}::uuid[])) returning key`;
  for (const { key } of gone) await files().store.delete(key);
}

/** Everything a customer and the shop sent each other. */
export async function picturesOfCustomer(r: Reader, { id, email }: { id: string; email: string }): Promise<Map<string, StoredPicture[]>> {
  const rows = await r.query<{ messageId: string; pictures: StoredPicture[] }>(
    `select m.id as "messageId", ${PICTURES_OF_M} as pictures from conversations c join conversation_messages m on m.conversation_id = c.id
     where (c.customer_id = $1 or lower(c.email) = lower($2)) and cardinality(m.pictures) > 0`,
    [id, email],
  );
  return new Map(rows.map(({ messageId, pictures }) => [messageId, pictures]));
}
