import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, HttpException } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { setUpApi } from './set-up.js';
import type { NestExpressApplication } from '@nestjs/platform-express';

const CANARY = 'canary-6619';

/** Fails in the ways that code fails. */
@Controller('api/v1')
class ProbeController {
  @Get('broken')
  broken(): never {
    throw new Error(`invalid value ${CANARY}`);
  }

  @Get('talkative')
  talkative(): never {
    throw new HttpException({ code: 'too-late', message: CANARY, errors: [], stack: CANARY }, 409);
  }

  @Get('fine')
  fine(): { ok: boolean } {
    return { ok: true };
  }
}

let folder: string;
let app: NestExpressApplication;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artikla-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Artikla</title>');
  await writeFile(join(folder, 'assets', 'main-3f2a.js'), 'export {};');
  await writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const module = await Test.createTestingModule({ controllers: [ProbeController] }).compile();
  app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  setUpApi(app, { consoleUrl: 'https://desk.example.org', staticDir: folder });
  await app.init();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, accept = 'text/html') => supertest(app.getHttpServer()).get(path).set('Accept', accept);

describe('every answer', () => {
  it.each(['/', '/assets/main-3f2a.js', '/api/v1/fine', '/api/v1/broken', '/api/nothing'])(
    '%s lets scripts and styles come from here only',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';style-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|http:|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );
});

describe('the console', () => {
  it.each(['/', '/queue', '/requests/7K2M9-4XQ8A', '/first-sign-in', '/queue?view=overdue', '/API-of-mine'])(
    'is one page for every address that is not the server’s own: %s',
    async (path) => {
      const { status, text, headers } = await get(path);
      expect({ status, text }).toEqual({ status: 200, text: '<!doctype html><title>Artikla</title>' });
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  it('keeps files whose names change with their content for a year', async () => {
    const { headers } = await get('/assets/main-3f2a.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toContain('javascript');
  });

  it.each(['/assets/gone.js', '/health/nothing', '/api', '/api/v1/nothing', '/.git/config'])(
    'is not given for %s',
    async (path) => {
      const { status, text } = await get(path);
      expect(status).toBe(404);
      expect(text).toContain('"code":"not-found"');
    },
  );

  it('is not given to programs', async () => {
    expect((await get('/queue', 'application/json')).status).toBe(404);
  });

  it('is not given for a change', async () => {
    const { status } = await supertest(app.getHttpServer()).post('/queue').set('Accept', 'text/html');
    expect(status).toBe(404);
  });
});

describe('an answer of the API', () => {
  it('is kept by nobody on the way', async () => {
    expect((await get('/api/v1/fine')).headers).toMatchObject({ 'cache-control': 'no-store' });
    expect((await get('/api/v1/fine')).headers).not.toHaveProperty('etag');
  });

  it('to what nobody expected says only that it failed', async () => {
    const answer = await get('/api/v1/broken');
    expect(answer.body).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'failed' });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.text).not.toContain(CANARY);
  });

  it('to a refusal holds its code and nothing else that the refusal knew', async () => {
    expect((await get('/api/v1/talkative')).body).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'too-late',
      errors: [],
    });
  });
});

describe('the page of the description', () => {
  it('is there with a policy of its own, and loads only files that are', async () => {
    const { text, headers } = await get('/api/docs');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    const files = [...text.matchAll(/(?:src|href)="\.\/(docs\/[^"]+)"/g)].map(([, file]) => file);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect((await get(`/api/${file}`)).status).toBe(200);
  });
});
