import { Body, Controller } from '@nestjs/common';
import {
  mailTest,
  setUpProgress,
  testRequest,
  type MailTestResult,
  type SetUpProgress,
  type SetUpState,
} from '#contracts/set-up';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { DeskMail } from '#letters/desk-mail';
import { Organisation } from '#persistence/organisation';
import { translatorFor } from '#texts/load-messages';
import { MissingSettings } from './missing-settings.js';
import { SetUpRows } from './set-up-rows.js';
import { TestRequest } from './test-request.js';
import type { z } from 'zod';

/** The guided set-up: what is missing is looked up, only what was skipped is kept. */
@Controller()
export class SetUpController {
  constructor(
    private readonly organisation: Organisation,
    private readonly missing: MissingSettings,
    private readonly setUps: SetUpRows,
    private readonly mail: DeskMail,
    private readonly test: TestRequest,
  ) {}

  @StaffRoute('setUp')
  @Allow('administrator')
  async read(): Promise<SetUpState> {
    const setUp = await this.setUps.read();
    const { organisation, record } = await this.missing.organisationAndRecord();
    const mailTestedAt = setUp?.mailTestedAt ?? null;
    const test = setUp?.testRequest ?? null;
    const skipped = setUp?.skipped ?? [];
    const steps: Omit<SetUpState['steps'][number], 'skipped'>[] = [
      { step: 'organisation', missing: organisation },
      { step: 'time-limits', missing: [] },
      { step: 'record', missing: record },
      { step: 'registers', missing: await this.missing.registers() },
      { step: 'mail', missing: this.missing.mailServer(mailTestedAt) },
      { step: 'request', missing: test === null ? ['request-none'] : [] },
    ];
    return {
      steps: steps.map((step) => ({ ...step, skipped: skipped.includes(step.step) })),
      finished: setUp?.finished ?? true,
      testRequest: test === null ? null : { reference: test.reference, open: test.open },
      mailTestedAt,
    };
  }

  @StaffRoute('keepSetUp')
  @Allow('administrator')
  async keep(@Body({ schema: setUpProgress }) progress: SetUpProgress): Promise<SetUpState> {
    const { id } = await this.organisation.controller();
    await this.setUps.keep(id, progress);
    return this.read();
  }

  /** What the server said is an answer, not an error: whoever tests wants to read it. */
  @StaffRoute('testMail')
  @Allow('administrator')
  async testMail(
    @SignedIn() { language }: StaffMember,
    @Body({ schema: mailTest }) { to }: z.output<typeof mailTest>,
  ): Promise<MailTestResult> {
    const { id, name, sender } = await this.organisation.controller();
    const t = translatorFor(language);
    const fate = await this.mail.send({
      from: { name, address: sender },
      to,
      language,
      subject: t('setup.mail.subject', { organisation: name }),
      paragraphs: [t('setup.mail.words'), t('setup.mail.reply', { sender })],
    });
    if (fate.result === 'accepted') await this.setUps.mailTested(id);
    return fate;
  }

  @StaffRoute('testRequest')
  @Allow('administrator')
  async fileTest(
    @SignedIn() { id }: StaffMember,
    @Body({ schema: testRequest }) { to, language }: z.output<typeof testRequest>,
  ): Promise<SetUpState> {
    await this.test.file(to, language, id);
    return this.read();
  }

  @StaffRoute('endTestRequest')
  @Allow('administrator')
  async endTest(): Promise<SetUpState> {
    await this.test.end();
    return this.read();
  }
}
