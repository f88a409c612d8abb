/** What an operation answered: its output, or the sentence it refused with. */
export type Outcome = { ok: true; answer: unknown } | { ok: false; code: string; sentence: string; fields: Record<string, string>; details: Record<string, unknown> };

interface Problem {
  title?: string;
  code?: string;
  fields?: Record<string, string>;
}

const unreachable: Outcome = { ok: false, code: 'unreachable', sentence: 'The server could not be reached. Check your connection and try again.', fields: {}, details: {} };

/** Sends one operation. The same key may be sent again after a lost connection without doing the work twice. */
export async function sendOperation(address: string, input: unknown, idempotencyKey: string): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': idempotencyKey };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(input) }).catch(() => undefined);
  if (!answer) return unreachable;
  const body: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return { ok: true, answer: body };
  const problem = body as Problem;
  return { ok: false, code: problem.code ?? 'failed', sentence: problem.title ?? 'That did not work. Try again.', fields: problem.fields ?? {}, details: { ...problem } };
}
