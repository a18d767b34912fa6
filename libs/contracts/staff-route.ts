import { applyDecorators, HttpCode, HttpStatus, RequestMapping, RequestMethod } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { STAFF_API, type StaffCall } from './staff-api.js';

/** Calls that answer otherwise than 200. */
const STATUS: Partial<Record<StaffCall, HttpStatus>> = {
  signOut: HttpStatus.NO_CONTENT,
  createCalendarFeed: HttpStatus.CREATED,
  revokeCalendarFeed: HttpStatus.NO_CONTENT,
  leavePresence: HttpStatus.NO_CONTENT,
  removeView: HttpStatus.NO_CONTENT,
  register: HttpStatus.CREATED,
  attach: HttpStatus.CREATED,
};

const SUMMARIES: Readonly<Record<StaffCall, string>> = {
  session: 'Who is signed in, and the desk they sit at',
  signIn: 'Sign in with e-mail and password',
  firstSignIn: 'Set the first password with the token of an invitation, and sign in',
  chooseLanguage: 'Choose the language of the console',
  signOut: 'Sign out',
  calendarFeed: 'Whether there is a calendar feed of your own, and since when',
  createCalendarFeed: 'Make a calendar feed; its address is told this once, and an earlier one ends',
  revokeCalendarFeed: 'End your calendar feed',
  notices: 'What was mailed to you: reminders and alarms, the newest first',
  markNoticesRead: 'Mark a notice as read, or it and all before it',
  deputies: 'Who stands in for you, and for whom you do',
  nameDeputy: 'Name who stands in for you, from a day to a day',
  endDeputy: 'Have nobody stand in for you any more',
  chooseKeys: 'Turn shortcuts of one letter on or off',
  notePresence: 'Say that you have a request open, and read who else has',
  leavePresence: 'Say that you have closed a request',
  events: 'What happens at the desk, as server-sent events: references, versions and kinds',
  queue: 'A page of the worklist',
  searchQueue: 'A page of the worklist with words to look for: a reference, or a person',
  queueLoad: 'How many open requests are due on each of the coming days',
  selectQueue: 'The requests that pass some filters, with their versions, as far as can be chosen at once',
  bulk: 'Do one thing to many requests, each with its own result',
  exportQueue: 'What passes some filters, as comma-separated values; who took it is written down',
  savedViews: 'Your saved views of the worklist and those that colleagues share, with their counts',
  saveView: 'Make or change a saved view of your own',
  removeView: 'Remove a saved view of your own',
  preferences: 'How you want your desk to look',
  savePreferences: 'Set how you want your desk to look',
  request: 'Everything about one request, contacts masked',
  document: 'A file of an answer, which is written into the ledger of the request',
  viewDocument:
    'A picture, recording, PDF or plain text of a request within the page, in parts too; written into the ledger',
  documents: 'The files of a request: answers, recordings and what came with it',
  attach: 'Keep a file with a request',
  correspondence: 'What the person and the desk have written to each other',
  previewMessage: 'A message as the person would get it; nothing is sent',
  related: 'Other requests that may be of the same person, by reference',
  similar: 'Requests that may be of a person whose request is being typed in; nothing is kept',
  register: 'Type in a request that came by letter, phone, counter or mail',
  command: 'Do something with a request; which commands are open stands in its permits',
  preview: 'What a command would do to the dates of a request; nothing is written',
  reveal: 'The request with its contacts in full, which is written into its ledger',
  retry: 'Give work that failed for good another start',
  reports: 'Figures of a period: punctuality, volumes, times, reasons for lateness, and what is ahead',
  operations: 'How the engine stands: queues, workers, work that was given up, and the clock',
  revive: 'Give work that was given up another start, one effect or all of a kind and reason',
  acceptClock: 'Say that the clock of the database is right after it jumped',
  clockSettings: 'The organisation’s own targets, reminders and holiday policy, with their last changes',
  changeClockSettings: 'Set the organisation’s own targets, reminders and holiday policy',
  settings: 'The pages of the settings, with what is missing on each',
  organisation: 'Who answers requests, with the last changes',
  changeOrganisation: 'Set who answers requests',
  record: 'The record of processing, with the last changes',
  changeRecord: 'Set the record of processing',
  registers: 'The systems that hold personal data; never their connections',
  addRegister: 'Add a system that holds personal data',
  changeRegister: 'Change or retire a system that holds personal data',
  checkRegister: 'Try the connection of a register and compare it with its definition',
  letters: 'The letters to people, and in which languages their texts were changed',
  letter: 'One letter in one language, piece by piece, with what is locked',
  changeLetter: 'Set the free passages of a letter',
  previewLetter: 'How a letter would read with these passages; nothing is written',
  users: 'Who works at the desk',
  userChanges: 'Who changed which account, how and when',
  inviteUser: 'Open an account; the link of the first sign-in is mailed and told this once',
  changeUser: 'Change the name or the role of somebody, or close and open their account',
  resetUser: 'Take a password away and make a new link for the first sign-in',
  setUp: 'How far setting up the desk has come',
  keepSetUp: 'Keep which steps were skipped, and whether setting up is finished',
  firstAdministrator: 'Open the first account of an empty desk, and sign in',
  testMail: 'Send a test mail through the mail server of the desk',
  testRequest: 'File a test request that goes the way of a real one',
  endTestRequest: 'Take the test request back, which ends it',
  advanceTime: 'Move the time of a demo desk',
};

/** How an answer is described. */
const describe = (answer: (typeof STAFF_API)[StaffCall]['answer']) => {
  if (answer === null) return {};
  if (answer === 'events') return { content: { 'text/event-stream': {} } };
  return answer === 'file' ? { content: { 'application/octet-stream': {} } } : { standardSchema: answer };
};

/** Serves one call of the staff API: method, address, status and description come from its row in the contract. */
export const StaffRoute = (call: StaffCall) => {
  const { method, path, answer } = STAFF_API[call];
  const status = STATUS[call] ?? HttpStatus.OK;
  return applyDecorators(
    RequestMapping({ path, method: RequestMethod[method] }),
    HttpCode(status),
    ApiOperation({ operationId: call, summary: SUMMARIES[call] }),
    ApiResponse({ status, description: 'Done', ...describe(answer) }),
  );
};
