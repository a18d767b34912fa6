import { defineEntity, p } from '@mikro-orm/core';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { ControllerProfile } from '#domain/controller-profile';
import type { Language } from '#domain/language';

const schema = defineEntity({
  name: 'Controller',
  tableName: 'controller',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    country: p.string(),
    timeZone: p.string(),
    regime: p.string(),
    languages: p.array<Language>(),
    profile: p.json<ControllerProfile>(),
    /** The address all mail of the desk comes from. */
    sender: p.string(),
    recordOfProcessing: p.json<RecordOfProcessing>(),
    demo: p.boolean().default(false),
  },
});

/** The organisation that answers for the data: one row by default. */
export class Controller extends schema.class {}
schema.setClass(Controller);
