import { AsyncLocalStorage } from 'node:async_hooks';

type Fields = Record<string, unknown>;
type Level = 'debug' | 'info' | 'warn' | 'error';

const ORDER: Record<Level, number> = { debug: 0, info: 1, warn: 2, error: 3 };
const SECRET_NAME = /pass(word)?|secret|token|authorization|cookie|api[-_]?key|signature|card/i;
const requestFields = new AsyncLocalStorage<Fields>();

let threshold: Level = 'info';
let write = (line: string): void => void process.stdout.write(line);

/** Structured log: one JSON object a line. Fields whose name speaks of a secret are blanked. */
export const log = {
  debug: (says: string, fields?: Fields): void => emit('debug', says, fields),
  info: (says: string, fields?: Fields): void => emit('info', says, fields),
  warn: (says: string, fields?: Fields): void => emit('warn', says, fields),
  error: (says: string, fields?: Fields): void => emit('error', says, fields),
};

/** Every line written inside `run` carries these fields (the request id, the job id). */
export function withLogFields<T>(fields: Fields, run: () => T): T {
  return requestFields.run({ ...requestFields.getStore(), ...fields }, run);
}

export function setLog(options: { level?: Level; write?: (line: string) => void }): void {
  if (options.level) threshold = options.level;
  if (options.write) write = options.write;
}

function emit(level: Level, says: string, fields: Fields = {}): void {
  if (ORDER[level] < ORDER[threshold]) return;
  const line = { at: new Date().toISOString(), level, says, ...requestFields.getStore(), ...fields };
  write(`${JSON.stringify(line, blankSecrets)}\n`);
}

function blankSecrets(name: string, value: unknown): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack };
  if (name && SECRET_NAME.test(name) && value != null && typeof value !== 'boolean') return '[secret]';
  return value;
}
