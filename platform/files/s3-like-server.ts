import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** Test support: an S3-like server that checks every SigV4 signature by its own arithmetic. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

interface Signed {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
}

interface Scope {
  credential: string;
  signedHeaders: string;
  signature: string;
  date: string;
  payloadHash: string;
}

/** The signature the request should carry (AWS Signature Version 4, header or query form). */
export function expectedSignature(request: Signed, scope: Scope, secret: string): string {
  const [, day = '', region = '', service = ''] = scope.credential.split('/');
  const toSign = ['AWS4-HMAC-SHA256', scope.date, `${day}/${region}/${service}/aws4_request`, sha256(canonical(request, scope))].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>((k, part) => createHmac('sha256', k).update(part).digest(), `AWS4${secret}`);
  return createHmac('sha256', key).update(toSign).digest('hex');
}

function canonical({ method, url, headers }: Signed, { signedHeaders, payloadHash }: Scope): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((pair) => pair.map(encode).join('='))
    .toSorted()
    .join('&');
  const lines = signedHeaders.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  return [method, url.pathname, query, lines.join(''), signedHeaders, payloadHash].join('\n');
}

/** Where a request carries its signature: the Authorization header, or the query of a presigned address. */
export function scopeOf({ url, headers }: Signed): Scope {
  const query = url.searchParams;
  if (query.has('X-Amz-Signature')) {
    const [credential, signedHeaders, signature, date] = ['Credential', 'SignedHeaders', 'Signature', 'Date'].map((name) => query.get(`X-Amz-${name}`) ?? '');
    return { credential: credential!, signedHeaders: signedHeaders!, signature: signature!, date: date!, payloadHash: 'UNSIGNED-PAYLOAD' };
  }
  const [, credential = '', signedHeaders = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(String(headers.authorization)) ?? [];
  const payloadHash = String(headers['x-amz-content-sha256']);
  return { credential, signedHeaders, signature, date: String(headers['x-amz-date']), payloadHash };
}

export interface S3LikeServer {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; type: string }>;
  close(): Promise<void>;
}

export async function openS3LikeServer(credentials: Credentials): Promise<S3LikeServer> {
  const objects: S3LikeServer['objects'] = new Map();
  const server = createServer((request, response) => void answer(objects, credentials, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function answer(objects: S3LikeServer['objects'], { secretAccessKey }: Credentials, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await buffer(request);
  const signed = { method: request.method!, url: new URL(request.url!, `http://${request.headers.host}`), headers: request.headers };
  const reason = whyNot(signed, secretAccessKey, bytes);
  if (reason) return void response.writeHead(403).end(`<Error><Code>${reason}</Code></Error>`);
  const key = signed.url.pathname;
  if (request.method === 'PUT') objects.set(key, { bytes, type: String(request.headers['content-type']) });
  if (request.method === 'DELETE') objects.delete(key);
  const found = objects.get(key);
  if (!found) return void response.writeHead(request.method === 'DELETE' ? 204 : 404).end();
  const part = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const given = part ? found.bytes.subarray(Number(part[1]), Number(part[2]) + 1) : found.bytes;
  response.writeHead(part ? 206 : 200, { 'content-type': found.type, 'content-length': request.method === 'PUT' ? 0 : given.length });
  response.end(request.method === 'GET' ? given : undefined);
}

function whyNot(signed: Signed, secret: string, bytes: Buffer): string | undefined {
  const scope = scopeOf(signed);
  if (scope.signature !== expectedSignature(signed, scope, secret)) return 'SignatureDoesNotMatch';
  if (!['UNSIGNED-PAYLOAD', sha256(bytes)].includes(scope.payloadHash)) return 'XAmzContentSHA256Mismatch';
  const expires = Number(signed.url.searchParams.get('X-Amz-Expires') ?? 900);
  return Date.now() > timeOf(scope.date) + expires * 1000 ? 'AccessDenied' : undefined;
}

function timeOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
