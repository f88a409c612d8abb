const STATUS: Record<string, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  out_of_stock: 409,
  idempotency_in_use: 409,
  too_large: 413,
  rate_limited: 429,
  closed: 503,
};

/**
 * The business said no. Becomes problem+json with a stable code and a sentence a shopkeeper understands.
 * Anything else that is thrown is a bug and becomes a 500 with the request id.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly sentence: string;
  readonly details: Record<string, unknown> | undefined;
  readonly status: number;

  constructor(code: string, sentence: string, details?: Record<string, unknown>) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.sentence = sentence;
    this.details = details;
    this.status = STATUS[code] ?? 422;
  }
}

/** The refusal every lookup ends in when the record is not in this workspace. */
export function notFound(what: string): Refusal {
  return new Refusal('not_found', `${what} was not found.`);
}
