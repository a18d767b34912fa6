import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, HttpException, Post } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { z } from 'zod';
import { Organisation } from '#persistence/organisation';
import { PORTAL_SAMPLES, SAMPLE_CONTROLLER } from '#test/support/portal-samples';
import { PortalController } from './portal.controller.js';
import { setUpPortal } from './set-up.js';

const PORTAL_URL = 'https://privacy.example.com';
const CANARY = 'canary-5417';

const organisation = {
  controller: async () => ({
    recordOfProcessing: PORTAL_SAMPLES.privacy[0]?.record,
    profile: { dataProtectionOfficer: { email: 'tietosuoja@aurinkosahko.example' } },
  }),
};

/** Stands where the features stand: takes a body, and fails in the ways they fail. */
@Controller()
class ProbeController {
  @Post(['fi/probe', 'api/v1/probe'])
  take(@Body() body: unknown): unknown {
    return body;
  }

  @Get(['en/busy', 'api/v1/busy'])
  busy(): never {
    throw new HttpException({ code: 'too-many', tryAgainAt: '2026-11-22T08:20:00Z' }, 429);
  }

  @Get(['sv/broken', 'api/v1/broken'])
  broken(): never {
    throw new Error(`invalid value ${CANARY}`);
  }

  @Post('api/v1/checked')
  takeChecked(@Body({ schema: z.strictObject({ name: z.string() }) }) body: unknown): unknown {
    return body;
  }

  @Post('api/v1/refused')
  refuse(): never {
    throw new HttpException(
      { code: 'invalid', errors: [{ path: 'email', message: 'email-invalid' }], seen: CANARY },
      422,
    );
  }
}

let app: NestExpressApplication;

beforeAll(async () => {
  const module = await Test.createTestingModule({
    controllers: [PortalController, ProbeController],
    providers: [{ provide: Organisation, useValue: organisation }],
  }).compile();
  app = module.createNestApplication<NestExpressApplication>({ logger: false });
  setUpPortal(app, {
    portalUrl: PORTAL_URL,
    controller: () => Promise.resolve(SAMPLE_CONTROLLER),
    timeZone: 'Europe/Helsinki',
  });
  await app.init();
});

afterAll(() => app.close());

const portal = () => request(app.getHttpServer());

describe('every answer', () => {
  it('forbids scripts, frames and everything from elsewhere', async () => {
    const { headers } = await portal().get('/fi').expect(200);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';img-src 'self' data:;font-src 'self';form-action 'self';" +
        "base-uri 'none';frame-ancestors 'none';object-src 'none'",
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('may be kept when it is an asset, whose address changes with its content', async () => {
    const page = await portal().get('/fi');
    const [address = ''] = /\/assets\/frame\.css\?v=[0-9a-f]{12}/u.exec(page.text) ?? [];
    const { headers } = await portal()
      .get(address)
      .expect(200)
      .expect('Content-Type', /text\/css/u);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

describe('the pages that belong to no request', () => {
  it.each([
    ['sv-FI,sv;q=0.9,en;q=0.5', '/sv'],
    ['de,en-GB;q=0.8', '/en'],
    ['nb', '/fi'],
    ['', '/fi'],
  ])('lead a browser that wants "%s" from / to %s', async (wanted, address) => {
    const answer = await portal().get('/').set('Accept-Language', wanted).expect(302);
    expect(answer.headers).toMatchObject({ location: address, vary: expect.stringContaining('Accept-Language') });
  });

  it.each(['/fi', '/sv/accessibility', '/en/privacy'])('may be listed by search engines: %s', async (address) => {
    const { text } = await portal().get(address).expect(200);
    expect(text).not.toContain('noindex');
  });

  it('tell from the record of processing why data is used, on which basis and whom to ask', async () => {
    const { text } = await portal().get('/fi/privacy').expect(200);
    expect(text).toContain('Suoramarkkinointi');
    expect(text).toContain('Oikeutettu etu');
    expect(text).toContain('tietosuoja@aurinkosahko.example');
  });

  it('lead to the same page in the other languages', async () => {
    const { text } = await portal().get('/fi/accessibility');
    expect(text).toContain('href="/sv/accessibility"');
    expect(text).toContain('href="/en/accessibility"');
  });
});

describe('a post', () => {
  const post = (headers: Readonly<Record<string, string>>, address = '/fi/probe') =>
    portal().post(address).set(headers).type('form').send('words=hello');

  it.each([
    ['a browser on the portal itself', { 'Sec-Fetch-Site': 'same-origin' }],
    ['an older browser on the portal itself', { Origin: PORTAL_URL }],
  ])('is taken from %s', async (_who, headers) => {
    await post(headers).expect(201);
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: PORTAL_URL }],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['another origin', { Origin: 'https://attacker.example' }],
    ['a page without origin', { Origin: 'null' }],
    ['nowhere', {}],
  ])('is refused from %s', async (_who, headers) => {
    const { text } = await post(headers).set('Accept', 'text/html').expect(403);
    expect(text).toContain('Emme voineet ottaa tätä vastaan');
  });

  it('of JSON is taken from a program, which has no cookie to steal', async () => {
    await portal().post('/api/v1/probe').send({ name: 'x' }).expect(201);
  });

  it('of JSON is refused from a page elsewhere, and so is a form sent to the API', async () => {
    await portal().post('/api/v1/probe').set('Origin', 'https://attacker.example').send({}).expect(403);
    await post({}, '/api/v1/probe').expect(403);
  });

  it('of JSON that breaks its contract is refused without being repeated', async () => {
    const { text } = await portal()
      .post('/api/v1/checked')
      .send({ name: 1, [CANARY]: CANARY })
      .expect(400);
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid-input', errors: [{ path: 'name' }, { path: '' }] });
    expect(text).not.toContain(CANARY);
  });

  it('carries the longest text that the form allows', async () => {
    const words = encodeURIComponent('𝔸'.repeat(20_000));
    await portal().post('/fi/probe').set('Origin', PORTAL_URL).type('form').send(`words=${words}`).expect(201);
  });

  it.each([
    ['too large', 413, 'application/x-www-form-urlencoded', 'a'.repeat(300_000)],
    ['with too many fields', 413, 'application/x-www-form-urlencoded', 'a=1&'.repeat(101)],
    ['not JSON', 400, 'application/json', '{"name":'],
    ['in an unknown character set', 415, 'application/x-www-form-urlencoded; charset=x-none', 'a=1'],
  ])('that is %s gets a page with status %i', async (_what, status, type, body) => {
    const answer = portal().post('/fi/probe').set({ Origin: PORTAL_URL, Accept: 'text/html', 'Content-Type': type });
    const { text } = await answer.send(body).expect(status);
    expect(text).toContain('<html lang="fi">');
  });
});

describe('a problem', () => {
  it.each([
    ['/sv/ingenting', 'Sidan finns inte'],
    ['/en/%ff', 'Page not found'],
    ['/EN/nothing', 'Page not found'],
  ])('at %s is told in the language of the address', async (address, title) => {
    const { text, status } = await portal().get(address).set('Accept', 'text/html');
    expect(status).toBe(404);
    expect(text).toContain(`<h1>${title}</h1>`);
  });

  it('says when to try again, on the clock of the controller', async () => {
    const { text } = await portal().get('/en/busy').set('Accept', 'text/html').expect(429);
    expect(text).toContain('22 Nov, 10:20');
  });

  it.each(['/sv/broken', '/api/v1/broken'])('at %s never repeats what caused it', async (address) => {
    const { text } = await portal().get(address).expect(500);
    expect(text).not.toContain(CANARY);
  });

  it('never repeats the address that was not found', async () => {
    const { text } = await portal().get(`/${CANARY}`).set('Accept', 'text/html').expect(404);
    expect(text).not.toContain(CANARY);
    expect(text).toContain('<meta name="robots" content="noindex"/>');
  });

  it('is told to programs as problem+json with a code and the fields', async () => {
    const answer = await portal().post('/api/v1/refused').set('Accept-Language', 'en').send({}).expect(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toEqual({
      type: 'about:blank',
      title: 'We could not accept this',
      status: 422,
      code: 'invalid',
      errors: [{ path: 'email', message: 'email-invalid' }],
    });
  });
});
