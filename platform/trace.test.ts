import { trace, type Span, type Tracer, type TracerProvider } from '@opentelemetry/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from './testing/database.ts';
import { createNotesTable, writeNote } from './testing/notes.ts';

/** What an operator's OpenTelemetry SDK would be told. */
const told: string[] = [];

function spanNamed(name: string): Span {
  const heard = { setStatus: () => (told.push(`${name} failed`), heard), end: () => void told.push(`${name} ended`) };
  return heard as unknown as Span;
}

const tracer = { startSpan: spanNamed, startActiveSpan: (name: string, work: (span: Span) => unknown) => work(spanNamed(name)) } as unknown as Tracer;
const provider: TracerProvider = { getTracer: () => tracer };

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  trace.setGlobalTracerProvider(provider);
});
afterAll(async () => {
  trace.disable();
  await house.close();
});

test('an operator who registers OpenTelemetry sees each operation as a span, refused ones marked', async () => {
  const shop = await house.newWorkspace();
  await writeNote.call(shop.ctx, { body: 'traced' });
  await writeNote.call(shop.ctx, { body: 'forbidden words' }).catch(() => {});
  expect(told).toEqual(['operation notes.write ended', 'operation notes.write failed', 'operation notes.write ended']);
});
