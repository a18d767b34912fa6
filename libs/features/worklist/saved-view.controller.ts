import { Body, Controller, Param } from '@nestjs/common';
import { z } from 'zod';
import { savedViewText, type SavedViews, type SavedViewText } from '#contracts/saved-views';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { SavedViewStore } from './saved-views.js';

const viewId = z.uuid();

/** Saved views of the worklist: own ones and those that colleagues share. */
@Controller()
@Allow(...STAFF_ROLES)
export class SavedViewController {
  constructor(private readonly views: SavedViewStore) {}

  @StaffRoute('savedViews')
  async list(@SignedIn() reader: StaffMember): Promise<SavedViews> {
    return { views: await this.views.list(reader) };
  }

  /** The id is chosen by whoever makes the view, so that a repeated call makes no second one, and undoing brings it back. */
  @StaffRoute('saveView')
  async save(
    @SignedIn() maker: StaffMember,
    @Param('id', { schema: viewId }) id: string,
    @Body({ schema: savedViewText }) view: SavedViewText,
  ): Promise<SavedViews> {
    await this.views.save(id, view, maker);
    return this.list(maker);
  }

  @StaffRoute('removeView')
  async remove(@SignedIn() maker: StaffMember, @Param('id', { schema: viewId }) id: string): Promise<void> {
    await this.views.remove(id, maker);
  }
}
