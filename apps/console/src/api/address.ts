import { STAFF_PATHS } from '#contracts/staff-paths';

export interface AddressParts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** A path of the staff API with its `:parameters` filled in and its query behind it. */
export const addressOf = (path: string, { params = {}, query = {} }: AddressParts): string => {
  const filled = path.replace(/:(\w+)/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
};

/** Where a file of a request is downloaded; who did so is written down. */
export const documentAddress = (reference: string, id: string): string =>
  addressOf(STAFF_PATHS.document.path, { params: { reference, id } });

/** Where the same file is shown within a page; who looked is written down too. */
export const viewAddress = (reference: string, id: string): string =>
  addressOf(STAFF_PATHS.viewDocument.path, { params: { reference, id } });
