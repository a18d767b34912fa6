import { Body, Controller, Param } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { messageDraft, type Correspondence, type MessageDraft, type MessagePreview } from '#contracts/correspondence';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { Allow } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { renderLetter } from '#letters/render-letter';
import { Organisation } from '#persistence/organisation';
import { CorrespondenceReader } from './correspondence-reader.js';
import { RequestFiles } from './request-file.js';

/** The thread between the person and the desk, and a message before it is sent. Sending it is a command. */
@Controller()
export class CorrespondenceController {
  constructor(
    private readonly files: RequestFiles,
    private readonly reader: CorrespondenceReader,
    private readonly organisation: Organisation,
    private readonly addresses: Addresses,
  ) {}

  @StaffRoute('correspondence')
  @Allow('officer', 'approver', 'auditor')
  async read(@Param('reference') reference: string): Promise<Correspondence> {
    return this.reader.read(await this.files.open(reference));
  }

  /** Written by the same template as the mail itself; nothing is kept. */
  @StaffRoute('previewMessage')
  @Allow('officer', 'approver')
  async preview(
    @Param('reference') reference: string,
    @Body({ schema: messageDraft }) { words }: MessageDraft,
  ): Promise<MessagePreview> {
    const [{ state }, { profile }] = await Promise.all([this.files.open(reference), this.organisation.controller()]);
    const { subject, text } = renderLetter('message', state.language, {
      controller: profile,
      reference: state.reference,
      words,
      link: this.addresses.portal(`/${state.language}${PORTAL_PATHS.follow}`),
    });
    return { subject, text };
  }
}
