/** A receiver in Node that believes only what is signed; WEBHOOK_SECRET holds the endpoint's secret. */
export const NODE_SAMPLE = `import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks'; // npm install standardwebhooks

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

createServer(async (request, response) => {
  const body = await text(request); // the bytes as they came
  try {
    const { type, data } = webhook.verify(body, request.headers);
    console.log(type, data);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
}).listen(process.env.PORT ?? 8080);
`;

/** Signs and sends a message from a shell, to try a receiver without waiting for something to happen. */
export function curlSample(url: string): string {
  return `id=msg_1; at=$(date +%s); body='{"type":"webhook.test","data":{}}'
key=$(printf %s "\${WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -tx1 | tr -d ' \\n')
signature=$(printf %s "$id.$at.$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
curl -i '${url.replaceAll("'", "%27")}' -H 'content-type: application/json' -H "webhook-id: $id" \\
  -H "webhook-timestamp: $at" -H "webhook-signature: v1,$signature" -d "$body"
`;
}
