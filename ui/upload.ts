export interface UploadedFile {
  id: string;
  url: string;
  width: number | null;
  height: number | null;
}

/** Sends one file of the workspace to the server; throws a sentence for people when it is refused. */
export async function uploadFile(file: File, workspaceId: string): Promise<UploadedFile> {
  const answer = await fetch(`/api/admin/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', headers: { 'x-workspace-id': workspaceId, 'content-type': 'application/octet-stream' }, body: file }).catch(() => undefined);
  if (!answer) throw new Error(`${file.name} could not be sent. Check your connection.`);
  const body = (await answer.json().catch(() => ({}))) as UploadedFile & { title?: string };
  if (!answer.ok) throw new Error(`${file.name}: ${body.title ?? 'it could not be stored.'}`);
  return body;
}
