import type { z } from 'zod';
import type { STAFF_API } from '#contracts/staff-api';

type Api = typeof STAFF_API;

/** The calls that answer JSON or nothing; a file is fetched by a link, a stream of events has its own way. */
export type StaffCall = { [C in keyof Api]: Api[C]['answer'] extends 'file' | 'events' ? never : C }[keyof Api];

type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

type ParametersIn<Path extends string> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | ParametersIn<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

type Part<Name extends string, Value> = [Value] extends [never] ? object : { readonly [K in Name]: Value };

type Params<C extends StaffCall> =
  ParametersIn<Api[C]['path']> extends never ? never : Readonly<Record<ParametersIn<Api[C]['path']>, string>>;

type Body<C extends StaffCall> = Api[C] extends { readonly body: infer Schema } ? Input<Schema> : never;

type Query<C extends StaffCall> = Api[C] extends { readonly query: infer Schema } ? Input<Schema> : never;

/** What a call needs: its path parameters, query and body as its contract says, and what guards a write. */
export type CallOptions<C extends StaffCall> = Part<'params', Params<C>> &
  Part<'body', Body<C>> &
  Part<'query', Query<C>> & {
    /** The version that was looked at; the server refuses the write when it has changed since. */
    readonly version?: number;
    /** The same for every attempt of one intent, so that a repeated click makes nothing twice. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** What a call answers, as its contract says. */
export type CallAnswer<C extends StaffCall> = Api[C]['answer'] extends z.ZodType ? z.output<Api[C]['answer']> : null;
