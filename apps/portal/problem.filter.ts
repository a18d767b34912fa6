import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { PortalPages } from '#contracts/portal-pages';
import { problem, type Problem } from '#contracts/wire';
import { formatInstant } from '#texts/dates';
import { translatorFor } from '#texts/load-messages';
import { isForPrograms } from './for-programs.js';
import { frameOf } from './portal-frame.js';

type Kind = PortalPages['problem']['kind'];

/** What an exception may say for itself; anything else in it stays inside. */
const details = z
  .object({ code: z.string().regex(/^[a-z0-9-]{1,40}$/u), errors: problem.shape.errors, tryAgainAt: z.iso.datetime() })
  .partial();

type Details = z.infer<typeof details>;

const statusOf = (exception: unknown): number => (exception instanceof HttpException ? exception.getStatus() : 500);

const detailsOf = (exception: unknown): Details =>
  (exception instanceof HttpException && details.safeParse(exception.getResponse()).data) || {};

const kindOf = (status: number): Kind => {
  if (status >= 500) return 'failed';
  if (status === 401) return 'session-ended';
  if (status === 404 || status === 405) return 'not-found';
  return status === 429 ? 'too-many' : 'refused';
};

/** A page for people and `application/problem+json` for programs; neither repeats what was sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  /** `timeZone`: IANA name of the controller's zone, for the time at which one may try again. */
  constructor(private readonly timeZone: string) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const status = statusOf(exception);
    if (status >= 500) this.#log(exception);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(status);
    if (isForPrograms(request.path) || !request.accepts('html'))
      this.#answerProgram(response, status, detailsOf(exception));
    else this.#answerPerson(response, status, detailsOf(exception));
  }

  #answerPerson(response: Response, status: number, { tryAgainAt }: Details): void {
    const { language } = frameOf(response);
    const model: PortalPages['problem'] = {
      kind: kindOf(status),
      tryAgainAt: tryAgainAt === undefined ? null : formatInstant(tryAgainAt, this.timeZone, language),
    };
    response.render('problem', model);
  }

  #answerProgram(response: Response, status: number, { code, errors }: Details): void {
    const kind = kindOf(status);
    const body: Problem = {
      type: 'about:blank',
      title: translatorFor(frameOf(response).language)(`portal.page_problem.${kind}.title`),
      status,
      code: code ?? kind,
      ...(errors && { errors }),
    };
    response.type('application/problem+json').send(JSON.stringify(body));
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
