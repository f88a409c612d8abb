import { files } from '#platform/files/configured-files.ts';
import { fileUrl } from '#platform/files/files.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { MediaInput } from './product-input.ts';

type Medium = Pick<MediaInput, 'kind' | 'url' | 'fileId'>;

/**
 * Pictures may lie anywhere; videos and models are files of this workspace, because a shop's pages play nothing from
 * strangers. What a file is was found out from its bytes when it was uploaded.
 */
export async function requireRightFiles(r: Reader, media: readonly Medium[]): Promise<void> {
  for (const medium of media) {
    if (medium.kind === 'video') await requireFile(r, medium, /^video\/(mp4|webm)$/, 'A video is an uploaded MP4 or WebM file.');
    if (medium.kind === 'model') await requireFile(r, medium, /^model\/gltf-binary$/, 'A 3D model is an uploaded GLB file (glTF 2.0 in one file).');
    if ((medium.kind ?? 'picture') === 'picture' && medium.url.startsWith('/files/')) refuseAsPicture(medium);
  }
}

async function requireFile(r: Reader, { url, fileId }: Medium, type: RegExp, sentence: string): Promise<void> {
  const file = fileId ? await files().find(r, fileId) : undefined;
  if (!file || !type.test(file.contentType) || fileUrl(file) !== url) throw new Refusal('invalid', sentence, { fields: { media: 'is another kind of file' } });
}

function refuseAsPicture({ url }: Medium): void {
  if (/\.(mp4|webm|glb)$/i.test(url)) throw new Refusal('invalid', 'A video or 3D model is no picture; say which of them it is.', { fields: { media: 'is another kind of file' } });
}
