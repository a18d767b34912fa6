import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { calendarFeed, newCalendarFeed } from '#contracts/calendar-feed';
import { clockSettings, clockSettingsPage } from '#contracts/clock-settings';
import { correspondence, documentList, newAttachment, similarRequests } from '#contracts/correspondence';
import { queuePage } from '#contracts/queue';
import { reportPage } from '#contracts/reports';
import { registered, registration, requestPage, staffCommand } from '#contracts/request-page';
import { letterPage, letterPassages, letterPreview, lettersPage } from '#contracts/settings-letters';
import { organisationPage, organisationSettings } from '#contracts/settings-organisation';
import { recordPage, recordSettings } from '#contracts/settings-record';
import { newRegister, registerCheck, registerSettings, registersPage } from '#contracts/settings-registers';
import { invitation, newUser, userChange, userChangesPage, usersPage } from '#contracts/settings-users';
import {
  firstAdministrator,
  mailTest,
  mailTestResult,
  settingsOverview,
  setUpProgress,
  setUpState,
  testRequest,
} from '#contracts/set-up';
import { advanceTime, firstSignIn, languageChoice, session, signIn } from '#contracts/session';
import { problem } from '#contracts/wire';
import type { INestApplication } from '@nestjs/common';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The schemas that the description names; all others stand where they are used. */
const NAMES = new Map<unknown, string>([
  [session, 'Session'],
  [signIn, 'SignIn'],
  [firstSignIn, 'FirstSignIn'],
  [languageChoice, 'LanguageChoice'],
  [calendarFeed, 'CalendarFeed'],
  [newCalendarFeed, 'NewCalendarFeed'],
  [advanceTime, 'AdvanceTime'],
  [queuePage, 'QueuePage'],
  [requestPage, 'RequestPage'],
  [staffCommand, 'StaffCommand'],
  [registration, 'Registration'],
  [registered, 'Registered'],
  [reportPage, 'ReportPage'],
  [correspondence, 'Correspondence'],
  [documentList, 'DocumentList'],
  [newAttachment, 'NewAttachment'],
  [similarRequests, 'SimilarRequests'],
  [clockSettings, 'ClockSettings'],
  [clockSettingsPage, 'ClockSettingsPage'],
  [letterPage, 'LetterPage'],
  [letterPassages, 'LetterPassages'],
  [letterPreview, 'LetterPreview'],
  [lettersPage, 'LettersPage'],
  [organisationPage, 'OrganisationPage'],
  [organisationSettings, 'OrganisationSettings'],
  [recordPage, 'RecordPage'],
  [recordSettings, 'RecordSettings'],
  [newRegister, 'NewRegister'],
  [registerCheck, 'RegisterCheck'],
  [registerSettings, 'RegisterSettings'],
  [registersPage, 'RegistersPage'],
  [invitation, 'Invitation'],
  [newUser, 'NewUser'],
  [userChange, 'UserChange'],
  [usersPage, 'UsersPage'],
  [userChangesPage, 'UserChangesPage'],
  [firstAdministrator, 'FirstAdministrator'],
  [mailTest, 'MailTest'],
  [mailTestResult, 'MailTestResult'],
  [settingsOverview, 'SettingsOverview'],
  [setUpProgress, 'SetUpProgress'],
  [setUpState, 'SetUpState'],
  [testRequest, 'TestRequest'],
]);

/** Where a value has a named format, the pattern that zod checks it by says nothing more to a reader. */
const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return json;
};

/** Nest's own converter speaks the dialect of OpenAPI 3.0; 3.1 takes JSON Schema as it is. */
const convert = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const json = jsonSchemaOf(schema, schemaType);
  const name = NAMES.get(schema);
  return name === undefined
    ? { schema: json }
    : { schema: { $ref: `#/components/schemas/${name}` }, components: { [name]: json } };
};

/** Every call can be refused, always in the same form. */
const withProblems = (document: OpenAPIObject): OpenAPIObject => {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const { get, post, put, delete: remove } of Object.values(document.paths)) {
    for (const operation of [get, post, put, remove]) {
      if (operation !== undefined) operation.responses['default'] = { description: 'Refused', content };
    }
  }
  const schemas = { ...document.components?.schemas, Problem: jsonSchemaOf(problem, 'output') } as Schemas;
  return { ...document, components: { ...document.components, schemas } };
};

/** The description of the staff API, OpenAPI 3.1, made from its routes and the contract. */
export const describeApi = (app: INestApplication): OpenAPIObject => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.1')
      .setTitle('Artikla staff API')
      .setDescription(
        'What the console uses. Sign in first; the session travels in a cookie. Every change says where it began ' +
          '(Origin or Sec-Fetch-Site), is JSON, and refusals are problem+json with a stable code.',
      )
      .setVersion('1')
      .addCookieAuth('__Host-sid')
      .build(),
    { standardSchemaConverter: convert, autoTagControllers: false },
  );
  return withProblems(document);
};
