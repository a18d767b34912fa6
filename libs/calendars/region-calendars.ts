/** Great Britain has no bank holidays of its own: each nation has (Banking and Financial Dealings Act 1971, Schedule 1). */
export const DEFAULT_REGIONS: Readonly<Partial<Record<string, string>>> = { GB: 'GB-ENG' };

const all = (regions: string, filedUnder: string): readonly (readonly [string, string])[] =>
  regions.split(' ').map((region) => [`GB-${region}`, filedUnder]);

/** Council areas of Scotland, ISO 3166-2:GB. */
const SCOTLAND =
  'ABD ABE AGB ANS CLK DGY DND EAY EDH EDU ELN ELS ERW FAL FIF GLG ' +
  'HLD IVC MLN MRY NAY NLK ORK PKN RFW SAY SCB SLK STG WDU WLN ZET';

/** Districts of Northern Ireland, ISO 3166-2:GB. */
const NORTHERN_IRELAND = 'ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD';

/**
 * Regions of ISO 3166-2 whose holidays the library keeps under another code, where the standard does not lead there by
 * itself. England and Wales have the same days, so their districts need no row.
 */
export const FILED_UNDER: ReadonlyMap<string, string> = new Map([
  ...all(SCOTLAND, 'GB-SCT'),
  ...all(NORTHERN_IRELAND, 'GB-NIR'),
  // Renamed in 2020, and still written so.
  ['FR-75', 'FR-75C'],
  // Since 2021 one code stands for Bas-Rhin and Haut-Rhin, which share the local law.
  ['FR-6AE', 'FR-67'],
  ['FR-971', 'FR-GP'],
  ['FR-972', 'FR-MQ'],
  ['FR-973', 'FR-GF'],
  ['FR-974', 'FR-RE'],
  ['FR-976', 'FR-YT'],
]);
