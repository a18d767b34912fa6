import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';

/** Does nothing until somebody loads an OpenTelemetry SDK into the process (docs/operations.md). */
const tracer = trace.getTracer('artikla');

const TRACE_PARENT = /^00-(?<traceId>[\da-f]{32})-(?<spanId>[\da-f]{16})-(?<flags>[\da-f]{2})$/;

/** The span under way as W3C Trace Context writes one in `traceparent`; null when nobody traces. */
export const activeTraceParent = (): string | null => {
  const span = trace.getActiveSpan()?.spanContext();
  if (span === undefined || !isSpanContextValid(span)) return null;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
};

/** Goes on with the trace of a `traceparent`; a new one begins where there is none that can be read. */
export const inTrace = <T>(traceParent: string | null, work: () => Promise<T>): Promise<T> => {
  const { traceId, spanId, flags } = TRACE_PARENT.exec(traceParent ?? '')?.groups ?? {};
  if (traceId === undefined || spanId === undefined) return context.with(ROOT_CONTEXT, work);
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags ?? '00', 16), isRemote: true };
  return context.with(trace.setSpanContext(ROOT_CONTEXT, parent), work);
};

/**
 * Runs work as a span of the trace under way. Names and attributes hold ids and codes only; of an error it tells that there
 * was one, because messages quote what they choke on.
 */
export const inSpan = <T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> =>
  tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
