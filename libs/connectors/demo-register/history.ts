import type { DemoPerson } from './people.js';
import { diceFrom, type Dice } from './random.js';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const PRODUCTS = [
  { product: 'Aurinkopaneelit 6 kWp', monthsBetweenInvoices: 12, euros: [90, 240] },
  { product: 'Aurinkopaneelit 10 kWp', monthsBetweenInvoices: 12, euros: [120, 290] },
  { product: 'Pörssisähkö', monthsBetweenInvoices: 3, euros: [80, 520] },
  { product: 'Määräaikainen sähkösopimus', monthsBetweenInvoices: 3, euros: [110, 460] },
] as const;

export interface CustomerHistory {
  readonly customer: Row;
  readonly contracts: readonly Row[];
  readonly invoices: readonly Row[];
}

const homeOf = ({ streetAddress, postalCode, city }: DemoPerson): string => `${streetAddress}, ${postalCode} ${city}`;

/** Days ago on which a contract ended; null while it is in force. */
const endOf = ({ difficulty }: DemoPerson, dice: Dice, signedDaysAgo: number): number | null => {
  if (difficulty === 'left_long_ago') return 3300;
  if (difficulty === 'left_recently') return 200;
  return difficulty === null && dice.chance(25) ? dice.between(0, signedDaysAgo) : null;
};

const customerRow = (person: DemoPerson, id: number, today: Temporal.PlainDate): Row => {
  const customerSince = today.subtract({ days: person.customerForDays }).toString();
  const changed = person.emailChangedDaysAgo;
  return {
    id,
    customer_number: person.customerNumber,
    given_name: person.givenName,
    family_name: person.familyName,
    language: person.language,
    street_address: person.streetAddress,
    postal_code: person.postalCode,
    city: person.city,
    address_protected: person.difficulty === 'protected_address',
    email: person.email,
    email_since: changed === null ? customerSince : today.subtract({ days: changed }).toString(),
    phone: person.phone,
    phone_since: customerSince,
    customer_since: customerSince,
  };
};

/** A customer's contracts and invoices over the years, seen from `today`. `id` is the customer's place, from 1. */
export const customerHistory = (person: DemoPerson, id: number, today: Temporal.PlainDate): CustomerHistory => {
  const dice = diceFrom(id * 7919);
  const contracts: Row[] = [];
  const invoices: Row[] = [];
  for (let count = dice.between(1, 2); count > 0; count -= 1) {
    const { product, monthsBetweenInvoices, euros } = dice.pick(PRODUCTS);
    const contractId = id * 10 + count;
    const signedOn = today.subtract({ days: person.customerForDays });
    const endedDaysAgo = endOf(person, dice, person.customerForDays);
    const endedOn = endedDaysAgo === null ? null : today.subtract({ days: endedDaysAgo });
    contracts.push({
      id: contractId,
      customer_id: id,
      contract_number: `S-${contractId}`,
      product,
      site_address: homeOf(person),
      metering_point: `643007${String(contractId).padStart(12, '0')}`,
      signed_on: signedOn.toString(),
      ended_on: endedOn?.toString() ?? null,
    });
    let issuedOn = signedOn.add({ days: 14 });
    while (Temporal.PlainDate.compare(issuedOn, endedOn ?? today) <= 0) {
      const invoiceId = contractId * 100 + invoices.length;
      const dueOn = issuedOn.add({ days: 14 });
      const paid = Temporal.PlainDate.compare(dueOn, today) < 0 && dice.chance(97);
      invoices.push({
        id: invoiceId,
        contract_id: contractId,
        invoice_number: `L-${invoiceId}`,
        issued_on: issuedOn.toString(),
        due_on: dueOn.toString(),
        amount_eur: dice.between(euros[0] * 100, euros[1] * 100) / 100,
        payer_name: `${person.givenName} ${person.familyName}`,
        payer_address: homeOf(person),
        paid_on: paid ? dueOn.subtract({ days: dice.between(0, 6) }).toString() : null,
      });
      issuedOn = issuedOn.add({ months: monthsBetweenInvoices });
    }
  }
  return { customer: customerRow(person, id, today), contracts, invoices };
};
