import { readPictures, type Message } from '#modules/conversations/index.ts';
import type { SheetPicture } from '#modules/invoices/index.ts';
import { resizeImage } from '#platform/files/images.ts';

// A file for a bank may have a few megabytes.
const MOST = 12;
const WIDTH = 640;

/** Pictures of these messages by message, the latest first to have room, as paper takes them. */
export async function picturesOf(messages: readonly Message[]): Promise<Map<string, SheetPicture[]>> {
  const found = new Map<string, SheetPicture[]>();
  let room = MOST;
  for (const { id, pictures } of messages.toReversed().filter((message) => message.pictures.length > 0)) {
    const read = await readPictures(pictures.slice(0, room));
    room -= read.length;
    found.set(id, await Promise.all(read.map(async ({ bytes, width, height }) => ({ bytes: await resizeImage(bytes, WIDTH, 'jpeg'), width, height }))));
  }
  return found;
}
