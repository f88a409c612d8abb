export interface UploadedFile {
  id: string;
  url: string;
  width: number | null;
  height: number | null;
}

/** Sends one file of the workspace to the server; `onProgress` hears the share that is there (0..1). What hangs on an order stays private. Throws a sentence for people when it is refused. */
export function uploadFile(file: File, workspaceId: string, onProgress?: (share: number) => void, use: 'product' | 'order' = 'product'): Promise<UploadedFile> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadedFile>();
  // fetch tells nothing of what was sent so far.
  const request = new XMLHttpRequest();
  request.open('POST', `/api/admin/files?for=${use}&name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('x-workspace-id', workspaceId);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', (event) => onProgress?.(event.total > 0 ? event.loaded / event.total : 0));
  request.addEventListener('error', () => reject(new Error(`${file.name} could not be sent. Check your connection.`)));
  request.addEventListener('load', () => {
    const body = answerOf(request.responseText);
    if (request.status < 300 && body.id) resolve(body as UploadedFile);
    else reject(new Error(`${file.name}: ${body.title ?? 'it could not be stored.'}`));
  });
  request.send(file);
  return promise;
}

function answerOf(text: string): Partial<UploadedFile> & { title?: string } {
  try {
    return JSON.parse(text) as Partial<UploadedFile> & { title?: string };
  } catch {
    return {};
  }
}
