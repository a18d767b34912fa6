import { defineEntity, p } from '@mikro-orm/core';

export const DOCUMENT_KINDS = ['collected', 'recording', 'erasure_plan', 'erasure_receipt', 'package'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const schema = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    requestId: p.uuid(),
    kind: p.string().$type<DocumentKind>(),
    /** The task that brought it, or the right it answers. */
    about: p.string(),
    nameSealed: p.blob(),
    mediaType: p.string(),
    bytes: p.integer(),
    sha256: p.blob(),
    storageKey: p.string(),
    downloads: p.integer().default(0),
    createdAt: p.string().columnType('timestamptz'),
  },
});

/** A sealed file of a request; its content lies in storage. */
export class Document extends schema.class {}
schema.setClass(Document);
