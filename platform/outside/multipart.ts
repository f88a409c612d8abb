import { createHash } from 'node:crypto';

export interface Part {
  name: string;
  /** Of a file; a plain value has none. */
  filename?: string;
  contentType?: string;
  body: string | Buffer;
}

/** Parts as one multipart/form-data body. The same parts give the same bytes, so a repetition under one key is the same request. */
export function multipart(parts: readonly Part[]): { contentType: string; body: Buffer } {
  const hash = createHash('sha256');
  for (const { name, body } of parts) hash.update(name).update(body);
  const boundary = `part-${hash.digest('hex').slice(0, 40)}`;
  const pieces = parts.flatMap(({ name, filename, contentType, body }) => {
    const file = filename === undefined ? '' : `; filename="${filename.replaceAll(/["\r\n\\]/g, '_')}"`;
    const type = contentType ? `content-type: ${contentType}\r\n` : '';
    return [Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${type}\r\n`), Buffer.isBuffer(body) ? body : Buffer.from(body), Buffer.from('\r\n')];
  });
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]) };
}
