import { defineEntity, p } from '@mikro-orm/core';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { Language } from '#domain/language';

/** How people reach the organisation that answers, and how it looks on what it sends. */
export interface ControllerFacts {
  readonly businessId: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly senderEmail: string;
  readonly privacyContact: string;
}

const schema = defineEntity({
  name: 'Controller',
  tableName: 'controller',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    country: p.string(),
    timeZone: p.string(),
    regime: p.string(),
    holidayPolicy: p.string().$type<'strict' | 'fi-150-1930'>(),
    languages: p.array<Language>(),
    facts: p.json<ControllerFacts>(),
    recordOfProcessing: p.json<RecordOfProcessing>(),
    demo: p.boolean().default(false),
  },
});

/** The organisation that answers for the data: one row by default. */
export class Controller extends schema.class {}
schema.setClass(Controller);
