import { PICTURE_SIDE } from './write-catalogue.ts';

/** Rasterises SVG pictures, several at a time, in the order given. */
export async function drawPictures(pictures: readonly string[]): Promise<Buffer[]> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  return Promise.all(pictures.map((svg) => sharp(Buffer.from(svg), { density: (72 * PICTURE_SIDE) / 1_000 }).resize({ width: PICTURE_SIDE }).webp({ quality: 84, effort: 0 }).toBuffer()));
}
