import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import {
  context,
  ROOT_CONTEXT,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type ContextManager,
  type Span,
  type SpanContext,
  type SpanOptions,
  type Tracer,
} from '@opentelemetry/api';

export interface RecordedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly attributes: Attributes;
}

class Contexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }
  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    active: Context,
    run: F,
    self?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(active, () => run.apply(self, args));
  }
  bind<T>(_context: Context, target: T): T {
    return target;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    this.#storage.disable();
    return this;
  }
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/**
 * Records the spans of this process, as an OpenTelemetry SDK that somebody has loaded would. The SDK itself is no
 * dependency of the desk, so neither is it one of its tests.
 */
export const recordTraces = () => {
  const spans: RecordedSpan[] = [];

  const begin = (name: string, options: SpanOptions, parent: SpanContext | undefined): Span => {
    const own = { traceId: parent?.traceId ?? hex(16), spanId: hex(8), traceFlags: TraceFlags.SAMPLED };
    const attributes: Attributes = { ...options.attributes };
    const span: Span = {
      spanContext: () => own,
      setAttribute: (key, value) => {
        attributes[key] = value;
        return span;
      },
      setAttributes: () => span,
      addEvent: () => span,
      addLink: () => span,
      addLinks: () => span,
      setStatus: () => span,
      updateName: () => span,
      isRecording: () => true,
      recordException: () => undefined,
      end: () => {
        const { traceId, spanId } = own;
        spans.push({ name, traceId, spanId, parentId: parent?.spanId ?? null, attributes });
      },
    };
    return span;
  };

  const tracer: Tracer = {
    startSpan: (name, options = {}, active = context.active()) => begin(name, options, trace.getSpanContext(active)),
    startActiveSpan: <F extends (span: Span) => unknown>(name: string, ...rest: readonly unknown[]) => {
      const work = rest.at(-1) as F;
      const options = (rest.length > 1 ? rest[0] : {}) as SpanOptions;
      const active = context.active();
      const span = begin(name, options, trace.getSpanContext(active));
      return context.with(trace.setSpan(active, span), () => work(span)) as ReturnType<F>;
    },
  };

  context.setGlobalContextManager(new Contexts());
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  return {
    spans: spans as readonly RecordedSpan[],
    stop: () => {
      context.disable();
      trace.disable();
    },
  };
};
