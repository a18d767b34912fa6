import { Body, ConflictException, Controller, Param } from '@nestjs/common';
import { previewedCommand, type ClockPreview, type PreviewedCommand } from '#contracts/clock-preview';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { previewDeadlines } from '#domain/request/preview';
import { isRefusal } from '#domain/request/refusal';
import { clockPreviewOf, commandOf } from './clock-preview.js';
import { RequestFiles } from './request-file.js';

/** "What if": what a command would do to the dates. It reads only and leaves no trace. */
@Controller()
export class PreviewController {
  constructor(private readonly files: RequestFiles) {}

  /** Answers 409 with the code of the refusal that the command itself would meet. */
  @StaffRoute('preview')
  @Allow('officer', 'approver')
  async preview(
    @SignedIn() giver: StaffMember,
    @Param('reference') reference: string,
    @Body({ schema: previewedCommand }) given: PreviewedCommand,
  ): Promise<ClockPreview> {
    const file = await this.files.open(reference);
    const { state, now, today, calendar } = file;
    const actor = { kind: 'staff', id: giver.id, role: giver.role } as const;
    const preview = previewDeadlines(state, commandOf(given), calendar, { now, today, actor });
    if (isRefusal(preview)) throw new ConflictException({ code: preview.refused });
    return clockPreviewOf(preview, file);
  }
}
