import * as clock from './rules/clock.js';
import * as correspondence from './rules/correspondence.js';
import * as fulfilment from './rules/fulfilment.js';
import * as response from './rules/response.js';
import * as upkeep from './rules/upkeep.js';
import * as verification from './rules/verification.js';
import type { CommandType } from './commands.js';
import type { CommandRule } from './rules/rule.js';

/**
 * The life of a request as data: every command with the stages it is open in, who may give it and what it brings.
 * Buttons, refusals and the engine all read this table, so they cannot disagree.
 */
export const LIFECYCLE: { readonly [T in CommandType]: CommandRule<T> } = {
  ...verification,
  ...clock,
  ...correspondence,
  ...fulfilment,
  ...response,
  ...upkeep,
};
