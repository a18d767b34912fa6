/** Names of the kept answers of these pages. */
export const SETTINGS_KEY = ['settings'] as const;
export const ORGANISATION_KEY = [...SETTINGS_KEY, 'organisation'] as const;
export const RECORD_KEY = [...SETTINGS_KEY, 'record'] as const;
export const REGISTERS_KEY = [...SETTINGS_KEY, 'registers'] as const;
export const LETTERS_KEY = [...SETTINGS_KEY, 'letters'] as const;
export const USERS_KEY = [...SETTINGS_KEY, 'users'] as const;
export const USER_CHANGES_KEY = [...USERS_KEY, 'changes'] as const;
export const SET_UP_KEY = [...SETTINGS_KEY, 'set-up'] as const;
