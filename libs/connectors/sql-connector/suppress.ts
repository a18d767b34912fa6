import type { CivilDate } from '#domain/time-source';
import { ConnectorError } from '../connector-error.js';
import type { SuppressionReceipt } from '../connector.js';
import { normaliseIdentifier, type ContactKind, type MarketingContact } from '../identifier.js';
import { contactCondition, Parameters } from './conditions.js';
import type { CollectionDefinition, SuppressionDefinition } from './definition.js';
import type { Session } from './session.js';

const find = ({ register }: Session, id: string): CollectionDefinition => {
  const collection = register.collections.find((each) => each.id === id);
  if (collection === undefined)
    throw new ConnectorError('wrong-definition', register.id, `there is no collection ${id}`);
  return collection;
};

/** Writes the contact on the list unless it is there: the day of the first ban stays. */
const enlist = async (
  session: Session,
  { list }: SuppressionDefinition,
  kind: ContactKind,
  value: string,
  today: CivilDate,
): Promise<void> => {
  const { catalogue } = session;
  const collection = find(session, list.collection);
  const [kindColumn, valueColumn, sinceColumn] = [list.kind, list.value, list.since].map((name) =>
    catalogue.column(collection, name),
  );
  await session.change(
    `INSERT INTO ${catalogue.table(collection)} (${kindColumn}, ${valueColumn}, ${sinceColumn})
     VALUES ($1, $2, $3) ON CONFLICT (${kindColumn}, ${valueColumn}) DO NOTHING`,
    [kind, value, today],
  );
};

const withdrawConsents = async (
  session: Session,
  { consents }: SuppressionDefinition,
  kind: ContactKind,
  value: string,
  today: CivilDate,
): Promise<void> => {
  const { catalogue } = session;
  for (const consent of consents) {
    const collection = find(session, consent.collection);
    const parameters = new Parameters();
    const none = new Set<string>();
    const contact = contactCondition(
      catalogue,
      collection,
      { email: none, phone: none, [kind]: new Set([value]) },
      parameters,
    );
    const consented = catalogue.column(collection, consent.consented);
    const withdrawnOn = catalogue.column(collection, consent.withdrawnOn);
    await session.change(
      `UPDATE ${catalogue.table(collection)} SET ${consented} = false, ${withdrawnOn} = ${parameters.add(today)}
        WHERE ${consented} AND ${contact}`,
      parameters.values,
    );
  }
};

/** Bans marketing to the contacts named, known or not, in one transaction. Errors: `identifier-too-weak`. */
export const suppressMarketing = async (
  session: Session,
  contacts: readonly MarketingContact[],
  today: CivilDate,
): Promise<SuppressionReceipt> => {
  const { register } = session;
  if (register.suppression === undefined) throw new ConnectorError('not-capable', register.id);
  if (contacts.length === 0) throw new ConnectorError('identifier-too-weak', register.id);
  for (const { kind, value } of contacts) {
    const canonical = normaliseIdentifier(kind, value);
    if (canonical === null) throw new ConnectorError('identifier-too-weak', register.id);
    await enlist(session, register.suppression, kind, canonical, today);
    await withdrawConsents(session, register.suppression, kind, canonical, today);
  }
  return { register: register.id, kinds: [...new Set(contacts.map(({ kind }) => kind))] };
};
