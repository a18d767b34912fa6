import { trace } from '@opentelemetry/api';
import type { Params } from 'nestjs-pino';

interface RawRequest {
  readonly id: unknown;
  readonly method: string;
  readonly raw: { readonly route?: { readonly path?: unknown } };
}

/** Joins a line to its trace, when OpenTelemetry is loaded. */
const traceIds = (): object => {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { traceId: span.traceId, spanId: span.spanId };
};

/**
 * What may enter a log, by name: method, route pattern, status, ids and codes. Bodies, addresses, queries and headers
 * are not in the list, so no link, name or code can get in (security design, 2.6).
 */
export const logging = (level: string): Params => ({
  pinoHttp: {
    level,
    quietReqLogger: true,
    mixin: traceIds,
    serializers: {
      req: ({ id, method, raw }: RawRequest) => ({ id, method, route: raw.route?.path ?? null }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
      err: ({ type }: { readonly type: string }) => ({ type }),
    },
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'failed',
    autoLogging: { ignore: ({ url }) => url?.startsWith('/health') === true },
  },
});
