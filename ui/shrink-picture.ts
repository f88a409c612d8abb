/** A picture as a request carries it. */
export interface SentPicture {
  name: string;
  data: string;
}

const WIDEST = 1_280;

/** Made as small as it will be shown before it travels. What this browser cannot draw goes as it is, and the server says what it is worth. */
export async function shrinkPicture(file: File): Promise<SentPicture> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  return { name: file.name, data: await base64Of(bitmap ? await drawn(bitmap) : file) };
}

async function drawn(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, WIDEST / bitmap.width);
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.86 });
}

function base64Of(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
  reader.addEventListener('error', () => reject(new Error('The picture could not be read.')));
  reader.readAsDataURL(blob);
  return promise;
}
