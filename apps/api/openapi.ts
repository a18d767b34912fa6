import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { queuePage } from '#contracts/queue';
import { registered, registration, requestPage, staffCommand } from '#contracts/request-page';
import { advanceTime, firstSignIn, languageChoice, session, signIn } from '#contracts/session';
import { problem } from '#contracts/wire';
import type { INestApplication } from '@nestjs/common';

/** The schemas that the description names; all others stand where they are used. */
const NAMES = new Map<unknown, string>([
  [problem, 'Problem'],
  [session, 'Session'],
  [signIn, 'SignIn'],
  [firstSignIn, 'FirstSignIn'],
  [languageChoice, 'LanguageChoice'],
  [advanceTime, 'AdvanceTime'],
  [queuePage, 'QueuePage'],
  [requestPage, 'RequestPage'],
  [staffCommand, 'StaffCommand'],
  [registration, 'Registration'],
  [registered, 'Registered'],
]);

/** Nest's own converter speaks the dialect of OpenAPI 3.0; 3.1 takes JSON Schema as it is. */
const convert = (schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) => {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: schemaType });
  const name = NAMES.get(schema);
  return name === undefined
    ? { schema: json }
    : { schema: { $ref: `#/components/schemas/${name}` }, components: { [name]: json } };
};

/** The description of the staff API, OpenAPI 3.1, made from its routes and the contract. */
export const describeApi = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
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
    { standardSchemaConverter: convert, autoTagControllers: false, operationIdFactory: (_, method) => method },
  );
