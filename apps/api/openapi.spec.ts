import { writeFileSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { STAFF_API } from '#contracts/staff-api';
import { openStaffDesk, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';

const COMMITTED = new URL('../../openapi.json', import.meta.url);

const MEDIA_TYPES = { file: 'application/octet-stream', events: 'text/event-stream' } as const;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}

interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, object> };
}

let staff: StaffDesk;
let description: Description;
beforeAll(async () => {
  staff = await openStaffDesk();
  description = (await staff.nobody.get('/api/openapi.json')).body as Description;
});
afterAll(() => staff.close());

const operations = (): Operation[] => Object.values(description.paths).flatMap((methods) => Object.values(methods));

/** Checks values against the description as it is served. */
const validator = () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  ajv.addVocabulary(['components']);
  return ajv.addSchema({ $id: 'api', components: description.components });
};

describe('the description of the API', () => {
  it('that is committed is the one that is served; UPDATE_OPENAPI=1 writes it anew', () => {
    if (process.env['UPDATE_OPENAPI']) writeFileSync(COMMITTED, `${JSON.stringify(description, null, 2)}\n`);
    expect(JSON.parse(readFileSync(COMMITTED, 'utf8'))).toEqual(description);
  });

  it('is OpenAPI 3.1, without what only 3.0 knows', () => {
    expect(description.openapi).toBe('3.1.1');
    expect(JSON.stringify(description)).not.toContain('"nullable"');
  });

  it('has every call of the contract, with its parameters, its body and its answer', () => {
    expect(new Set(operations().map(({ operationId }) => operationId))).toEqual(new Set(Object.keys(STAFF_API)));
    for (const { operationId, parameters, requestBody, responses } of operations()) {
      const { path, answer, ...route } = STAFF_API[operationId as keyof typeof STAFF_API];
      const names = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
      expect(names('path')).toEqual(path.match(/(?<=:)\w+/g) ?? []);
      expect(names('query').length > 0).toBe('query' in route);
      expect(requestBody !== undefined).toBe('body' in route);
      const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
      const mediaTypes = typeof answer === 'string' ? [MEDIA_TYPES[answer]] : ['application/json'];
      expect(Object.keys(success?.content ?? {})).toEqual(answer === null ? [] : mediaTypes);
      expect(responses['default']?.content).toHaveProperty(['application/problem+json']);
    }
  });

  it('holds only schemas that are right', () => {
    const ajv = validator();
    for (const name of Object.keys(description.components.schemas)) {
      expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` })).not.toThrow();
    }
  });

  it('is true: what the server answers is as described', async () => {
    const ajv = validator();
    const reference = await register(staff);
    const answers = {
      Session: await staff.officer.get('/api/v1/session'),
      QueuePage: await staff.officer.get('/api/v1/requests'),
      RequestPage: await staff.officer.get(`/api/v1/requests/${reference}`),
      Problem: await staff.officer.get('/api/v1/requests/00000-00000'),
    };
    for (const [name, { body }] of Object.entries(answers)) {
      const check = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      expect([name, check(body), check.errors]).toEqual([name, true, null]);
    }
  });
});
