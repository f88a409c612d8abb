import { SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('quickdash');

/** Runs work inside an OpenTelemetry span. Costs next to nothing until an SDK is registered by the operator. */
export function span<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer.startActiveSpan(name, async (active) => {
    try {
      return await work();
    } catch (error) {
      active.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).message });
      throw error;
    } finally {
      active.end();
    }
  });
}
