/** How an outside company signs what it sends, told as data; `verify.ts` reads it. */
export interface Scheme {
  /** Whose it is. */
  says: string;
  /**
   * `sha256`: a plain digest with the secret inside. `token`: the secret itself comes along. `token-in-body`: it stands in the JSON.
   * `jwt`: a signed token that names the digest of the body (HS256).
   */
  algorithm: 'hmac-sha256' | 'hmac-sha1' | 'sha256' | 'rsa-sha256' | 'ecdsa-sha1' | 'ecdsa-sha256' | 'ed25519' | 'token' | 'token-in-body' | 'jwt';
  encoding: 'hex' | 'base64';
  /** How the secret becomes a key. Public keys are PEM, or for Ed25519 32 bytes in hex. */
  key: 'text' | 'base64' | 'after-prefix' | 'nfkd' | 'public';
  /** Where the signature stands; any match may fit, so that a secret can be exchanged. The first group is the signature. */
  signature: Place;
  timestamp?: Place & { as: 'seconds' | 'date' };
  /** The message's own id, when the signature covers it. */
  id?: Place;
  /** What is signed: {id}, {timestamp}, {body}, {key}, {url}, {params}, {crc32} or a further value the receiver knows by name. */
  signs: string;
  /** Seconds a message may be old, or ahead. */
  tolerance?: number;
  /** Other bytes that the sender may have signed instead of the body as it came. */
  alsoBody?: 'whole-weights-as-floats';
}

interface Place {
  /** Names of the header, in lower case; the first that is there counts. */
  headers: readonly string[];
  /** Whole value unless told. */
  pattern?: RegExp;
  /** The header is JSON in base64; this field of it. */
  field?: string;
}

/** A message as it came in. */
export interface Arrived {
  headers: Headers;
  body: Buffer;
  /** The address it was sent to, for those who sign it. */
  url?: string;
}

/** What the receiver knows. Several secrets while one is exchanged. */
export interface Known {
  secrets: readonly string[];
  values?: Readonly<Record<string, string>>;
  now: Date;
}
