import { BadRequestException, Controller, Query } from '@nestjs/common';
import { reportQuery, type ReportPage, type ReportQuery } from '#contracts/reports';
import { Allow } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { ReportReader } from './report-reader.js';

const LONGEST_YEARS = 5;

/** Figures of the desk. They name nobody, so administrators read them too. */
@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportReader) {}

  /** Answers 400 `invalid-input` for a period that ends before it begins or is longer than five years. */
  @StaffRoute('reports')
  @Allow(...STAFF_ROLES)
  read(@Query({ schema: reportQuery }) period: ReportQuery): Promise<ReportPage> {
    const latest = Temporal.PlainDate.from(period.from).add({ years: LONGEST_YEARS }).toString();
    if (period.to < period.from || period.to > latest) {
      throw new BadRequestException({
        code: 'invalid-input',
        errors: [{ path: 'to', message: 'ends no period of at most five years' }],
      });
    }
    return this.reports.page(period);
  }
}
