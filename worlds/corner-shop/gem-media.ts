import { newId } from '#platform/ids.ts';
import { files } from '#platform/files/configured-files.ts';
import { fileUrl, type StoredFile } from '#platform/files/files.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { drawPictures } from '../draw.ts';
import { brilliant } from '../moving/brilliant.ts';
import { glbOf } from '../moving/glb-file.ts';
import { turnedPictures } from '../moving/turned-pictures.ts';
import { webmOf } from '../moving/webm-file.ts';
import { PICTURE_SIDE } from '../write-catalogue.ts';
import { writeRows, type Row } from '../write.ts';

const SIDES = 24;
const BLUE = 214;
const RED = 348;

/** What the stones with moving pictures need, made from nothing: a model, a stone from all sides, a short film. */
interface GemMedia {
  model: Buffer;
  sides: Buffer[];
  film: Buffer;
}

export async function drawGemMedia(): Promise<GemMedia> {
  const stone = brilliant();
  const [sides, frames] = await Promise.all([drawPictures(turnedPictures(stone, RED, SIDES)), drawPictures(turnedPictures(stone, BLUE, 2 * SIDES))]);
  return { model: glbOf(stone, [0.03, 0.12, 0.5]), sides, film: webmOf(frames, { width: PICTURE_SIDE, height: PICTURE_SIDE, perSecond: 16 }) };
}

/** The three best-known round stones get them: one a model and a film, one a view from all sides. */
export async function writeGemMedia(tx: Tx, { model, sides, film }: GemMedia): Promise<void> {
  const stones = await tx.sql<{ id: string; title: string; url: string }>`
    select p.id, p.title, m.url from products p join media m on m.product_id = p.id and m.position = 0
    where p.title like '% ct Round' order by p.title limit 3`;
  const [first, second, third] = stones;
  if (!first || !second || !third) return;
  const at = (of: typeof first, position: number) => ({ product_id: of.id, position });
  await writeRows(tx, 'media', [
    row({ ...at(first, 1), kind: 'model', poster_url: first.url, alt: `${first.title}, to be turned by hand` }, await files().save(tx, { name: 'brilliant.glb', body: model })),
    row({ ...at(second, 1), kind: 'video', poster_url: second.url, alt: `${second.title} turning in the light` }, await files().save(tx, { name: 'brilliant.webm', body: film })),
    ...(await sideRows(tx, third, sides)),
  ]);
}

async function sideRows(tx: Tx, of: { id: string; title: string }, sides: readonly Buffer[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [i, body] of sides.entries()) {
    const file = await files().save(tx, { name: `side-${i + 1}.webp`, body });
    rows.push(row({ product_id: of.id, position: i + 1, kind: 'spin', poster_url: null, alt: i === 0 ? `${of.title} from all sides` : '' }, file));
  }
  return rows;
}

function row(given: Row, file: StoredFile): Row {
  return { id: newId(), variant_id: null, file_id: file.id, url: fileUrl(file), width: file.width, height: file.height, focal_x: 50, focal_y: 50, ...given };
}
