import { Body, Controller, HttpCode, HttpStatus, Post, UnprocessableEntityException } from '@nestjs/common';
import { portalRequest, type PortalRequest } from '#contracts/portal-forms';
import { Filing, personProblems } from './filing.service.js';

/** The same request as JSON, for a company's own site. */
@Controller('api/v1/requests')
export class RequestApiController {
  constructor(private readonly filing: Filing) {}

  @Post()
  @HttpCode(HttpStatus.CREATED)
  async file(@Body({ schema: portalRequest }) request: PortalRequest) {
    const problems = personProblems(request);
    if (problems.length > 0) {
      throw new UnprocessableEntityException({
        code: 'invalid-contact',
        errors: problems.map(({ field, problem }) => ({ path: field, message: problem })),
      });
    }
    const { reference, secretCode, receivedOn, dueOn } = await this.filing.file(request, 'api');
    return { reference, secretCode, receivedOn, dueOn };
  }
}
