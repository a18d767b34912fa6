import type { Localised } from '#domain/language';

/** Something a letter must say: why, and the words by which a check recognises it. */
export interface MandatoryContent {
  readonly source: string;
  readonly says: Localised;
}

/** What the law (or, where named, the security design) wants said, by what it is. Texts may change around these words. */
export const MANDATORY_CONTENT = {
  understood_rights: {
    source: 'Data Protection Ombudsman, good practice; a wrong label does not matter (EDPB 01/2022)',
    says: { fi: 'Näin ymmärsimme pyyntösi', sv: 'Så här har vi förstått', en: 'This is how we understood' },
  },
  latest_answer: {
    source: 'GDPR art. 12(3): without undue delay, at the latest on a day',
    says: {
      fi: 'ilman aiheetonta viivytystä ja viimeistään',
      sv: 'utan onödigt dröjsmål och senast',
      en: 'without undue delay and by',
    },
  },
  free_of_charge: {
    source: 'GDPR arts. 12(5) and 15(3); CJEU C-307/22',
    says: { fi: 'maksuton', sv: 'avgiftsfri', en: 'free of charge' },
  },
  never_asked: {
    source: 'Data Protection Act 1050/2018 s. 29; security design, law 11',
    says: {
      fi: 'Emme koskaan pyydä sinulta henkilötunnusta',
      sv: 'Vi ber dig aldrig om personbeteckning',
      en: 'We never ask you for your personal identity code',
    },
  },
  not_mine: {
    source: 'Security design, section 3.3, step 3',
    says: {
      fi: 'Jos et tehnyt tätä pyyntöä',
      sv: 'Om du inte har gjort den här begäran',
      en: 'If you did not make this request',
    },
  },
  code_validity: {
    source: 'Security design, section 2.3',
    says: {
      fi: 'Koodi on voimassa 10 minuuttia',
      sv: 'Koden gäller i 10 minuter',
      en: 'The code is valid for 10 minutes',
    },
  },
  reasonable_doubt: {
    source: 'GDPR art. 12(6)',
    says: { fi: '12 artiklan 6 kohta', sv: 'artikel 12.6', en: 'Article 12(6)' },
  },
  least_information: {
    source: 'GDPR art. 5(1)(c): no more than is needed',
    says: { fi: 'Emme tarvitse enempää', sv: 'Vi behöver inte mer', en: 'We do not need more' },
  },
  use_and_deletion: {
    source: 'GDPR arts. 5(1)(b) and (e); security design, law 11',
    says: { fi: 'Poistamme ne heti', sv: 'Vi raderar dem genast', en: 'We delete it as soon as' },
  },
  other_ways: {
    source: 'TSV/12/2019 and TSV/91/2020: no burdensome channel',
    says: { fi: 'Kirjeellä:', sv: 'Per brev:', en: 'By letter:' },
  },
  paused_clock: {
    source: 'EDPB 01/2022, section 5.3',
    says: {
      fi: 'määräaika on keskeytynyt',
      sv: 'Tidsfristen för svaret är avbruten',
      en: 'The time limit for the answer is paused',
    },
  },
  without_an_answer: {
    source: 'GDPR arts. 12(2) and 12(4)',
    says: { fi: 'Jos emme saa niitä', sv: 'Om vi inte får dem', en: 'If we do not receive it' },
  },
  everything_is_possible: {
    source: 'GDPR recital 63; EDPB 01/2022: the person may still ask for everything',
    says: { fi: 'haluat kaikki tiedot', sv: 'du vill ha alla uppgifter', en: 'you want everything' },
  },
  extension: {
    source: 'GDPR art. 12(3): extension with reasons within the first month',
    says: { fi: 'jatkamme määräaikaa', sv: 'förlänger därför tidsfristen', en: 'we extend the time limit' },
  },
  extension_reasons: {
    source: 'GDPR art. 12(3): complexity and number of requests',
    says: { fi: 'Pyyntö on monimutkainen', sv: 'Begäran är komplicerad', en: 'The request is complex' },
  },
  no_content: {
    source: 'Security design, law 7',
    says: { fi: 'ei ole tietojasi', sv: 'innehåller inte dina uppgifter', en: 'does not contain your data' },
  },
  second_value: {
    source: 'Security design, law 5: link and key never in the same mailbox',
    says: { fi: 'salainen koodi', sv: 'hemliga koden', en: 'secret code' },
  },
  on_paper: {
    source: 'GDPR art. 12(1) and (3): other means where the person asks',
    says: { fi: 'paperilla', sv: 'på papper', en: 'on paper' },
  },
  marketing_stopped: {
    source: 'GDPR art. 21(2)-(3)',
    says: { fi: '21 artiklan 2 ja 3 kohta', sv: 'artikel 21.2 och 21.3', en: 'Article 21(2) and (3)' },
  },
  suppression_list: {
    source: 'GDPR art. 17(3)(b) with art. 21(3): the list that makes the objection last',
    says: { fi: 'kieltolistalla', sv: 'spärrlistan', en: 'suppression list' },
  },
  possible_breach: {
    source: 'GDPR art. 33',
    says: { fi: 'tietoturvaloukkaus', sv: 'personuppgiftsincident', en: 'personal data breach' },
  },
  complaint: {
    source: 'GDPR arts. 12(4), 15(1)(f) and 77; Data Protection Act 1050/2018 s. 21',
    says: { fi: 'oikeus tehdä valitus', sv: 'rätt att lämna in ett klagomål', en: 'right to lodge a complaint' },
  },
  authority: {
    source: 'GDPR art. 12(4); contact details of the Data Protection Ombudsman',
    says: { fi: 'PL 800, 00531 Helsinki', sv: 'PB 800, 00531 Helsingfors', en: 'P.O. Box 800, 00531 Helsinki' },
  },
  court: {
    source: 'GDPR arts. 12(4) and 79',
    says: { fi: 'viedä asia tuomioistuimeen', sv: 'föra saken till domstol', en: 'take the matter to court' },
  },
  reasons: {
    source: 'GDPR art. 12(4); Data Protection Act 1050/2018 s. 34(3)',
    says: {
      fi: 'Mihin emme suostu ja miksi',
      sv: 'Vad vi inte går med på och varför',
      en: 'What we do not agree to and why',
    },
  },
  confirmation: {
    source: 'GDPR art. 15(1)',
    says: {
      fi: 'Vahvistamme, että käsittelemme',
      sv: 'Vi bekräftar att vi behandlar',
      en: 'We confirm that we process',
    },
  },
  copy: { source: 'GDPR art. 15(3)', says: { fi: 'jäljennöksen', sv: 'en kopia', en: 'a copy' } },
  cut_off: {
    source: 'EDPB 01/2022: the answer shows the data of one day, and says which',
    says: { fi: 'sellaisina kuin ne olivat', sv: 'som de var den', en: 'as it was on' },
  },
  purposes: {
    source: 'GDPR art. 15(1)(a)',
    says: { fi: 'Käsittelyn tarkoitukset', sv: 'Ändamålen med behandlingen', en: 'Purposes of the processing' },
  },
  categories: {
    source: 'GDPR art. 15(1)(b)',
    says: { fi: 'Henkilötietojen ryhmät', sv: 'Kategorier av personuppgifter', en: 'Categories of personal data' },
  },
  recipients: {
    source: 'GDPR art. 15(1)(c); CJEU C-154/21',
    says: { fi: 'Tietojen vastaanottajat', sv: 'Mottagare av uppgifterna', en: 'Recipients of the data' },
  },
  retention: {
    source: 'GDPR art. 15(1)(d)',
    says: { fi: 'Säilytysaika', sv: 'Lagringstid', en: 'Storage period' },
  },
  rights: {
    source: 'GDPR art. 15(1)(e)',
    says: { fi: '16, 17, 18 ja 21 artikla', sv: '16, 17, 18 och 21', en: '16, 17, 18 and 21' },
  },
  source: {
    source: 'GDPR art. 15(1)(g)',
    says: { fi: 'Tietojen alkuperä', sv: 'Varifrån uppgifterna kommer', en: 'Source of the data' },
  },
  automated_decisions: {
    source: 'GDPR art. 15(1)(h); CJEU C-203/22',
    says: { fi: 'Automaattinen päätöksenteko', sv: 'Automatiserat beslutsfattande', en: 'Automated decision-making' },
  },
  transfers: {
    source: 'GDPR art. 15(2)',
    says: {
      fi: 'Siirrot EU:n ja ETA:n ulkopuolelle',
      sv: 'Överföringar utanför EU och EES',
      en: 'Transfers outside the EU and the EEA',
    },
  },
  recipients_told: {
    source: 'GDPR art. 19',
    says: { fi: '19 artikla', sv: 'artikel 19', en: 'Article 19' },
  },
  corrections: {
    source: 'GDPR art. 16',
    says: { fi: 'Olemme oikaisseet', sv: 'Vi har rättat', en: 'We have rectified' },
  },
  dispute_accuracy: {
    source: 'GDPR art. 18(1)(a)',
    says: { fi: '18 artiklan 1 kohdan a alakohta', sv: 'artikel 18.1 a', en: 'Article 18(1)(a)' },
  },
  erased: {
    source: 'GDPR art. 17(1)',
    says: { fi: 'Mitä olemme poistaneet', sv: 'Vad vi har raderat', en: 'What we have erased' },
  },
  kept: {
    source: 'GDPR art. 17(3): what stays, under which law, until when',
    says: { fi: 'Mitä säilytämme ja miksi', sv: 'Vad vi bevarar och varför', en: 'What we keep and why' },
  },
  backups: {
    source: 'GDPR art. 12(1): the backup cycle is part of a true answer',
    says: { fi: 'Varmuuskopioista', sv: 'säkerhetskopiorna', en: 'backups' },
  },
  restricted: {
    source: 'GDPR art. 18(2)',
    says: { fi: '18 artiklan 2 kohta', sv: 'artikel 18.2', en: 'Article 18(2)' },
  },
  notice_before_lifting: {
    source: 'GDPR art. 18(3)',
    says: {
      fi: 'ennen kuin poistamme rajoituksen',
      sv: 'innan vi upphäver begränsningen',
      en: 'before we lift the restriction',
    },
  },
  machine_readable: {
    source: 'GDPR art. 20(1)',
    says: { fi: 'koneellisesti luettavassa muodossa', sv: 'maskinläsbart format', en: 'machine-readable format' },
  },
  direct_transfer: {
    source: 'GDPR art. 20(2)',
    says: { fi: 'suoraan', sv: 'direkt', en: 'directly' },
  },
  objection_upheld: {
    source: 'GDPR art. 21(1)',
    says: { fi: '21 artiklan 1 kohta', sv: 'artikel 21.1', en: 'Article 21(1)' },
  },
  restricted_meanwhile: {
    source: 'GDPR art. 18(1)(d)',
    says: { fi: '18 artiklan 1 kohdan d alakohta', sv: 'artikel 18.1 d', en: 'Article 18(1)(d)' },
  },
  human_review: {
    source: 'GDPR art. 22(3)',
    says: { fi: 'Arvioija:', sv: 'Prövades av:', en: 'Reviewer:' },
  },
  may_contest: {
    source: 'GDPR art. 22(3)',
    says: { fi: 'Voit riitauttaa', sv: 'Du kan bestrida', en: 'You can contest' },
  },
  nothing_held: {
    source: 'GDPR art. 15(1): a negative confirmation is an answer',
    says: {
      fi: 'meillä ei ole sinua koskevia henkilötietoja',
      sv: 'har vi inga personuppgifter om dig',
      en: 'we hold no personal data about you',
    },
  },
  confirmed_contact_only: {
    source: 'Security design, section 3.3, step 3: speaks only of the confirmed contact',
    says: {
      fi: 'vain vahvistamaasi yhteystietoa',
      sv: 'bara den kontaktuppgift som du har bekräftat',
      en: 'only the contact details that you confirmed',
    },
  },
} as const satisfies Record<string, MandatoryContent>;

export type MandatoryContentId = keyof typeof MANDATORY_CONTENT;
