import { defineEntity, p } from '@mikro-orm/core';
import type { DataClass } from '#domain/law/identity';
import type { Localised } from '#domain/language';
import type { TaskKind } from '#domain/law/rights';

const schema = defineEntity({
  name: 'Register',
  tableName: 'register',
  properties: {
    id: p.string().primary(),
    controllerId: p.uuid(),
    position: p.integer(),
    name: p.json<Localised>(),
    dataClass: p.string().$type<DataClass>(),
    capabilities: p.array<TaskKind>(),
    /** Ids of the activities in the record of processing that use this system. */
    activities: p.array(),
    /** The kind of connector; null where people do all the work. */
    connector: p.string().nullable(),
    definition: p.json<object>(),
    connectionSealed: p.blob().nullable(),
    /** From then on new requests leave it out. */
    retiredAt: p.string().columnType('timestamptz').nullable(),
  },
});

/** A system that holds personal data. */
export class Register extends schema.class {}
schema.setClass(Register);
