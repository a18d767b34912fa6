import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { z } from 'zod';
import { problem, type Problem } from '#contracts/wire';
import { UnreadableError } from '#persistence/keyring';
import type { Response } from 'express';

/** What an exception may say for itself; anything else in it stays inside. */
const details = z.object({ code: problem.shape.code, errors: problem.shape.errors }).partial();

/** Codes for refusals that come from the framework and name none. */
const CODES: Readonly<Record<number, string>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  415: 'not-json',
  503: 'not-ready',
};

/** Errors of the body parser carry a status but are no HttpException. */
const statusOf = (exception: unknown): number => {
  if (exception instanceof HttpException) return exception.getStatus();
  if (!(exception instanceof Error) || !('status' in exception)) return 500;
  return typeof exception.status === 'number' && exception.status >= 400 ? exception.status : 500;
};

const saidBy = (exception: unknown): z.infer<typeof details> | undefined => {
  if (exception instanceof UnreadableError) return { code: 'content-unreadable' };
  return exception instanceof HttpException ? details.safeParse(exception.getResponse()).data : undefined;
};

/**
 * Answers every error as `application/problem+json` (RFC 9457): a stable code, never what was sent and never a library's
 * words. What nobody expected is a 500 without details, and is logged.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(exception);
    if (status === 500) this.#log(exception);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const said = saidBy(exception);
    const body: Problem = {
      type: 'about:blank',
      title: STATUS_CODES[status] ?? 'Error',
      status,
      code: said?.code ?? CODES[status] ?? (status >= 500 ? 'failed' : 'refused'),
      ...(said?.errors && { errors: said.errors }),
    };
    response.status(status).type('application/problem+json').send(JSON.stringify(body));
  }

  /** Where it broke, not what it said: messages of databases and parsers quote the values they choke on. */
  #log(exception: unknown): void {
    if (!(exception instanceof Error)) {
      this.logger.error(`thrown: ${typeof exception}`);
      return;
    }
    const frames = (exception.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
    this.logger.error(exception.name, frames.join('\n'));
  }
}
