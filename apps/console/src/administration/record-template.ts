import type { RecordSettings } from '#contracts/settings-record';
import type { Localised } from '#domain/language';

const words = (fi: string, sv: string, en: string): Localised => ({ fi, sv, en });

const CUSTOMERS = words('asiakkaat', 'kunder', 'customers');
const NAME = words('nimi', 'namn', 'name');
const CONTACT = words('yhteystiedot', 'kontaktuppgifter', 'contact details');
const THEMSELVES = words('henkilö itse', 'personen själv', 'the person');
const ACCOUNTING = words(
  'kirjanpitolaki (1336/1997) 2 luku 10 §',
  'bokföringslagen (1336/1997) 2 kap. 10 §',
  'Accounting Act (1336/1997) ch. 2 s. 10',
);

/**
 * What most companies do, to begin with. Recipients have no names yet, so the record keeps its gaps until somebody who
 * knows them fills them in.
 */
export const RECORD_TEMPLATE: RecordSettings['activities'] = [
  {
    id: 'customer-relationship',
    name: words('Asiakassuhteen hoitaminen', 'Skötsel av kundrelationen', 'Managing the customer relationship'),
    purposes: [
      words(
        'sopimuksen täyttäminen ja asiakaspalvelu',
        'fullgörande av avtal och kundtjänst',
        'performing the contract and customer service',
      ),
    ],
    legalBasis: 'contract',
    legitimateInterest: null,
    dataSubjects: [CUSTOMERS],
    categories: [NAME, CONTACT, words('tilaukset ja sopimukset', 'beställningar och avtal', 'orders and contracts')],
    sources: [THEMSELVES],
    recipients: [
      {
        category: words('tietotekniikan palveluntarjoajat', 'leverantörer av it-tjänster', 'providers of IT services'),
        names: [],
      },
    ],
    transfers: [],
    retention: {
      criteria: words(
        'asiakassuhteen kesto ja vanhentumisaika',
        'kundrelationens längd och preskriptionstiden',
        'the customer relationship and the limitation period',
      ),
      period: null,
    },
  },
  {
    id: 'invoicing',
    name: words('Laskutus ja kirjanpito', 'Fakturering och bokföring', 'Invoicing and accounting'),
    purposes: [
      words(
        'laskutus ja lakisääteinen kirjanpito',
        'fakturering och lagstadgad bokföring',
        'invoicing and statutory accounting',
      ),
    ],
    legalBasis: 'legal_obligation',
    legitimateInterest: null,
    dataSubjects: [CUSTOMERS],
    categories: [NAME, CONTACT, words('laskut ja maksut', 'fakturor och betalningar', 'invoices and payments')],
    sources: [THEMSELVES],
    recipients: [{ category: words('tilitoimisto', 'bokföringsbyrå', 'accounting firm'), names: [] }],
    transfers: [],
    retention: {
      criteria: ACCOUNTING,
      period: words(
        'kuusi vuotta tilikauden päättymisestä',
        'sex år efter räkenskapsperiodens utgång',
        'six years from the end of the financial year',
      ),
    },
  },
  {
    id: 'direct-marketing',
    name: words('Suoramarkkinointi', 'Direktmarknadsföring', 'Direct marketing'),
    purposes: [
      words('markkinointi omille asiakkaille', 'marknadsföring till egna kunder', 'marketing to our own customers'),
    ],
    legalBasis: 'legitimate_interests',
    legitimateInterest: words(
      'omien tuotteiden markkinointi',
      'marknadsföring av egna produkter',
      'marketing our own products',
    ),
    dataSubjects: [CUSTOMERS],
    categories: [NAME, CONTACT],
    sources: [THEMSELVES],
    recipients: [
      {
        category: words('markkinointiviestien lähettäjä', 'avsändare av marknadsföring', 'sender of marketing mail'),
        names: [],
      },
    ],
    transfers: [],
    retention: {
      criteria: words(
        'kunnes henkilö kieltää markkinoinnin',
        'tills personen motsätter sig marknadsföringen',
        'until the person objects',
      ),
      period: null,
    },
  },
];
