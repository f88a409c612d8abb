import type { Mapping } from './columns-choice.ts';
import type { Preview, Report } from './transfer-shape.ts';

/** Bytes on their way, then products written. */
export type Progress = { sent: number; of: number } | { done: number };

interface Sending {
  file: File;
  mapping: Mapping;
  workspaceId: string;
  onProgress(progress: Progress): void;
  signal: AbortSignal;
}

/** Asks what an import of the file would do. Throws a sentence for people. */
export async function previewFile(sending: Sending): Promise<Preview> {
  return JSON.parse(await send(sending, { preview: '1' })) as Preview;
}

/** Imports the file. Throws a sentence for people. */
export async function importFile(sending: Sending): Promise<Report> {
  const lines = linesOf(await send(sending, {}));
  const last = lines.at(-1);
  if (last?.report) return last.report;
  throw new Error(last?.problem?.title ?? 'The connection was lost. The import goes on; look at your products in a moment, or import the file again: nothing is imported twice.');
}

interface Line {
  done?: number;
  report?: Report;
  problem?: { title?: string };
}

// The last line may not have arrived whole.
function linesOf(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}

// XMLHttpRequest, because fetch does not say how much of a file has been sent.
function send({ file, mapping, workspaceId, onProgress, signal }: Sending, more: { preview?: '1' }): Promise<string> {
  const request = new XMLHttpRequest();
  const question = new URLSearchParams({ name: file.name.slice(-255), mapping: JSON.stringify(mapping), ...more });
  request.open('POST', `/api/admin/products/import-file?${question}`);
  request.setRequestHeader('x-workspace-id', workspaceId);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept', more.preview ? 'application/json' : 'application/x-ndjson');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress({ sent: loaded, of: total }));
  request.addEventListener('progress', () => {
    const done = linesOf(request.responseText).findLast((line) => line.done !== undefined)?.done;
    if (done !== undefined) onProgress({ done });
  });
  signal.addEventListener('abort', () => request.abort());
  const answer = answerOf(request);
  request.send(file);
  return answer;
}

function answerOf(request: XMLHttpRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => (request.status < 300 ? resolve(request.responseText) : reject(new Error(titleOf(request.responseText)))));
    // A line that broke off may still have told how far it was.
    request.addEventListener('error', () => (request.responseText ? resolve(request.responseText) : reject(new Error('The file could not be sent. Check your connection, and choose it again if it was changed meanwhile.'))));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
  });
}

function titleOf(text: string): string {
  const [problem] = linesOf(text) as { title?: string }[];
  return problem?.title ?? 'The file could not be read. Try again.';
}
