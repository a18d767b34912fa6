import { defineEntity, p } from '@mikro-orm/core';
import type { Language } from '#domain/language';
import type { StaffRole } from '#domain/request/actor';

const schema = defineEntity({
  name: 'StaffUser',
  tableName: 'staff_user',
  properties: {
    id: p.uuid().primary(),
    email: p.string().unique(),
    name: p.string(),
    role: p.string().$type<StaffRole>(),
    language: p.string().$type<Language>(),
    passwordHash: p.string().nullable().hidden(),
    inviteHash: p.blob().nullable().hidden(),
    inviteExpiresAt: p.string().columnType('timestamptz').nullable(),
    failedAttempts: p.integer().default(0),
    lockedUntil: p.string().columnType('timestamptz').nullable(),
    disabledAt: p.string().columnType('timestamptz').nullable(),
    createdAt: p.string().columnType('timestamptz'),
  },
});

/** Somebody who works at the desk. */
export class StaffUser extends schema.class {}
schema.setClass(StaffUser);
