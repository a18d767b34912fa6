import { z } from 'zod';
import { calendarFeed, newCalendarFeed } from './calendar-feed.js';
import { clockPreview, previewedCommand } from './clock-preview.js';
import { clockSettings, clockSettingsPage } from './clock-settings.js';
import { deputies, deputyNaming } from './deputies.js';
import { deskPreferences } from './desk-preferences.js';
import { keysChoice } from './keys-choice.js';
import { liveQuery } from './live.js';
import { operationsPage, revival } from './operations.js';
import { noticePage, noticesRead } from './notices.js';
import { presence } from './presence.js';
import {
  correspondence,
  documentList,
  messageDraft,
  messagePreview,
  newAttachment,
  personClues,
  similarRequests,
} from './correspondence.js';
import { queuePage, queueQuery, queueSearch } from './queue.js';
import { loadQuery, queueLoad } from './queue-load.js';
import { bulkCommand, bulkResults, queueChoice, queueSelection } from './queue-bulk.js';
import { reportPage, reportQuery } from './reports.js';
import { registered, registration, requestPage, staffCommand } from './request-page.js';
import { advanceTime, firstSignIn, languageChoice, session, signIn } from './session.js';
import { savedViews, savedViewText } from './saved-views.js';
import { letterPage, letterPassages, letterPreview, lettersPage } from './settings-letters.js';
import { organisationPage, organisationSettings } from './settings-organisation.js';
import { recordPage, recordSettings } from './settings-record.js';
import { newRegister, registerCheck, registerSettings, registersPage } from './settings-registers.js';
import { invitation, newUser, userChange, userChangesPage, userChangesQuery, usersPage } from './settings-users.js';
import {
  firstAdministrator,
  mailTest,
  mailTestResult,
  settingsOverview,
  setUpProgress,
  setUpState,
  testRequest,
} from './set-up.js';
import { STAFF_PATHS } from './staff-paths.js';

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** What it answers: JSON of this schema, a file as it is, a stream of events, or nothing. */
  readonly answer: z.ZodType | 'file' | 'events' | null;
}

/** Every call of the console, as data: the controllers, the typed client and the API description are read from it. */
export const STAFF_API = {
  session: { ...STAFF_PATHS.session, answer: session },
  signIn: { ...STAFF_PATHS.signIn, body: signIn, answer: session },
  firstSignIn: { ...STAFF_PATHS.firstSignIn, body: firstSignIn, answer: session },
  chooseLanguage: { ...STAFF_PATHS.chooseLanguage, body: languageChoice, answer: session },
  signOut: { ...STAFF_PATHS.signOut, answer: null },
  calendarFeed: { ...STAFF_PATHS.calendarFeed, answer: calendarFeed },
  createCalendarFeed: { ...STAFF_PATHS.createCalendarFeed, answer: newCalendarFeed },
  revokeCalendarFeed: { ...STAFF_PATHS.revokeCalendarFeed, answer: null },
  notices: { ...STAFF_PATHS.notices, answer: noticePage },
  markNoticesRead: { ...STAFF_PATHS.markNoticesRead, body: noticesRead, answer: noticePage },
  deputies: { ...STAFF_PATHS.deputies, answer: deputies },
  nameDeputy: { ...STAFF_PATHS.nameDeputy, body: deputyNaming, answer: deputies },
  endDeputy: { ...STAFF_PATHS.endDeputy, answer: deputies },
  chooseKeys: { ...STAFF_PATHS.chooseKeys, body: keysChoice, answer: session },
  notePresence: { ...STAFF_PATHS.notePresence, answer: presence },
  leavePresence: { ...STAFF_PATHS.leavePresence, answer: null },
  events: { ...STAFF_PATHS.events, query: liveQuery, answer: 'events' },
  queue: { ...STAFF_PATHS.queue, query: queueQuery, answer: queuePage },
  searchQueue: { ...STAFF_PATHS.searchQueue, body: queueSearch, answer: queuePage },
  queueLoad: { ...STAFF_PATHS.queueLoad, query: loadQuery, answer: queueLoad },
  selectQueue: { ...STAFF_PATHS.selectQueue, body: queueChoice, answer: queueSelection },
  bulk: { ...STAFF_PATHS.bulk, body: bulkCommand, answer: bulkResults },
  exportQueue: { ...STAFF_PATHS.exportQueue, body: queueChoice, answer: 'file' },
  savedViews: { ...STAFF_PATHS.savedViews, answer: savedViews },
  saveView: { ...STAFF_PATHS.saveView, body: savedViewText, answer: savedViews },
  removeView: { ...STAFF_PATHS.removeView, answer: null },
  preferences: { ...STAFF_PATHS.preferences, answer: deskPreferences },
  savePreferences: { ...STAFF_PATHS.savePreferences, body: deskPreferences, answer: deskPreferences },
  request: { ...STAFF_PATHS.request, answer: requestPage },
  document: { ...STAFF_PATHS.document, answer: 'file' },
  viewDocument: { ...STAFF_PATHS.viewDocument, answer: 'file' },
  documents: { ...STAFF_PATHS.documents, answer: documentList },
  attach: { ...STAFF_PATHS.attach, body: newAttachment, answer: documentList },
  correspondence: { ...STAFF_PATHS.correspondence, answer: correspondence },
  previewMessage: { ...STAFF_PATHS.previewMessage, body: messageDraft, answer: messagePreview },
  related: { ...STAFF_PATHS.related, answer: similarRequests },
  similar: { ...STAFF_PATHS.similar, body: personClues, answer: similarRequests },
  register: { ...STAFF_PATHS.register, body: registration, answer: registered },
  command: { ...STAFF_PATHS.command, body: staffCommand, answer: requestPage },
  preview: { ...STAFF_PATHS.preview, body: previewedCommand, answer: clockPreview },
  reveal: { ...STAFF_PATHS.reveal, answer: requestPage },
  retry: { ...STAFF_PATHS.retry, answer: requestPage },
  reports: { ...STAFF_PATHS.reports, query: reportQuery, answer: reportPage },
  operations: { ...STAFF_PATHS.operations, answer: operationsPage },
  revive: { ...STAFF_PATHS.revive, body: revival, answer: operationsPage },
  acceptClock: { ...STAFF_PATHS.acceptClock, answer: operationsPage },
  clockSettings: { ...STAFF_PATHS.clockSettings, answer: clockSettingsPage },
  changeClockSettings: { ...STAFF_PATHS.changeClockSettings, body: clockSettings, answer: clockSettingsPage },
  settings: { ...STAFF_PATHS.settings, answer: settingsOverview },
  organisation: { ...STAFF_PATHS.organisation, answer: organisationPage },
  changeOrganisation: { ...STAFF_PATHS.changeOrganisation, body: organisationSettings, answer: organisationPage },
  record: { ...STAFF_PATHS.record, answer: recordPage },
  changeRecord: { ...STAFF_PATHS.changeRecord, body: recordSettings, answer: recordPage },
  registers: { ...STAFF_PATHS.registers, answer: registersPage },
  addRegister: { ...STAFF_PATHS.addRegister, body: newRegister, answer: registersPage },
  changeRegister: { ...STAFF_PATHS.changeRegister, body: registerSettings, answer: registersPage },
  checkRegister: { ...STAFF_PATHS.checkRegister, answer: registerCheck },
  letters: { ...STAFF_PATHS.letters, answer: lettersPage },
  letter: { ...STAFF_PATHS.letter, answer: letterPage },
  changeLetter: { ...STAFF_PATHS.changeLetter, body: letterPassages, answer: letterPage },
  previewLetter: { ...STAFF_PATHS.previewLetter, body: letterPassages, answer: letterPreview },
  users: { ...STAFF_PATHS.users, answer: usersPage },
  userChanges: { ...STAFF_PATHS.userChanges, query: userChangesQuery, answer: userChangesPage },
  inviteUser: { ...STAFF_PATHS.inviteUser, body: newUser, answer: invitation },
  changeUser: { ...STAFF_PATHS.changeUser, body: userChange, answer: usersPage },
  resetUser: { ...STAFF_PATHS.resetUser, answer: invitation },
  setUp: { ...STAFF_PATHS.setUp, answer: setUpState },
  keepSetUp: { ...STAFF_PATHS.keepSetUp, body: setUpProgress, answer: setUpState },
  firstAdministrator: { ...STAFF_PATHS.firstAdministrator, body: firstAdministrator, answer: session },
  testMail: { ...STAFF_PATHS.testMail, body: mailTest, answer: mailTestResult },
  testRequest: { ...STAFF_PATHS.testRequest, body: testRequest, answer: setUpState },
  endTestRequest: { ...STAFF_PATHS.endTestRequest, answer: setUpState },
  advanceTime: { ...STAFF_PATHS.advanceTime, body: advanceTime, answer: session },
} as const satisfies Record<string, Route>;

export type StaffCall = keyof typeof STAFF_API;
