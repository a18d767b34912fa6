import type { JsonValue, RegisterContent } from '#connectors/connector';

/**
 * A Finnish personal identity code (henkilötunnus): day of birth, mark of the century, number and check character. The
 * check character is not verified, because a mistyped code still tells whose it is.
 */
const IDENTITY_CODE = /(?<![\p{L}\p{N}])(\d{6})[-+\u2010-\u2015A-FU-Y](\d{3}[0-9A-FHJ-NPR-Y])(?![\p{L}\p{N}])/giu;

export const findIdentityCodes = (text: string): string[] => text.match(IDENTITY_CODE) ?? [];

/** The text with the personal part of every identity code out of sight (Data Protection Act 1050/2018, s. 29(4)). */
export const maskIdentityCodes = (text: string): string => text.replace(IDENTITY_CODE, '$1-****');

const maskValue = (value: JsonValue): JsonValue => {
  if (typeof value === 'string') return maskIdentityCodes(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(maskValue);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskValue(inner)]));
};

/** `Array.isArray` does not tell a read-only array from the other kinds of values. */
const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value);

/** A register's content with every identity code masked, wherever in a value it stands. */
export const maskRegister = (register: RegisterContent): RegisterContent => ({
  ...register,
  collections: register.collections.map((collection) => ({
    ...collection,
    rows: collection.rows.map(({ owner, values }) => ({
      owner,
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, maskValue(value)])),
    })),
  })),
});
