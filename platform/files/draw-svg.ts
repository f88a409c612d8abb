/** Draws an SVG that the program itself wrote as a square PNG. Never for one that came from outside: those reach no decoder. */
export async function drawSvg(svg: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const { default: sharp } = await import('sharp');
  return new Uint8Array(await sharp(Buffer.from(svg), { density: 72 * (size / 64) }).resize(size, size).png({ compressionLevel: 9, palette: true }).toBuffer());
}
