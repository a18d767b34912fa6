/** What a request says of its person. It stands sealed wherever it stands, and nowhere else. */
export interface PersonalDetails {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly customerNumber: string | null;
  /** The request in the person's own words. */
  readonly words: string;
}

/** A contact in a register, with the day since when it stands there as it is. */
export interface ContactOnFile {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  readonly since: string;
}

/** Someone in the registers who matches what was claimed: an id and contacts, nothing more. */
export interface LocatedCandidate {
  readonly register: string;
  readonly person: string;
  readonly contacts: readonly ContactOnFile[];
}

/** Sealed beside `personLocated`: who matched, and which of them is meant. */
export interface LocatedPeople {
  readonly candidates: readonly LocatedCandidate[];
  readonly chosen: number | null;
}

/** Sealed beside any entry that carries free words: a reason, a question, a note. */
export interface Words {
  readonly words: string;
}
