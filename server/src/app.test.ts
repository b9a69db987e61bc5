import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#testing/test-app';
import { meltblown } from '#testing/test-world';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp();
});
afterAll(() => house.close());

describe('every answer', () => {
  it.each(['/api/health', '/api/session', '/nowhere', '/api/docs', '/api/openapi.json'])(
    'of %s carries the headers that keep a browser safe',
    async (url) => {
      const { headers } = await house.stranger.get(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('of the API is kept in no cache', async () => {
    const firm = await house.signIn('firm.buyer');
    expect((await firm.get(`/api/organisations/${meltblown.id}`)).headers['cache-control']).toBe('no-store');
  });
});

describe('a request from another site', () => {
  it.each(['https://evil.example', 'http://localhost:9999', 'null', 'not an address'])(
    'that changes something is refused when it comes from %s, whatever cookie it carries',
    async (origin) => {
      const firm = await house.signIn('firm.buyer');
      const replies = [
        await firm.put('/api/session/preferences', { theme: 'dark' }, { origin }),
        await firm.del('/api/session', { origin }),
        await firm.post('/api/needs', { kind: 'sourcing', text: '熔喷布 5 吨' }, { origin }),
      ];
      for (const reply of replies) {
        expect(reply.statusCode).toBe(403);
        expect(reply.json()).toMatchObject({ code: 'platform.foreign-origin', message: '请求来自别的网站，未执行' });
      }
      expect((await firm.get('/api/session')).statusCode).toBe(200);
    },
  );
});

describe('a body', () => {
  it('of a megabyte in a small field is answered by naming the field', async () => {
    const reply = await house.stranger.post('/api/session', { username: 'x'.repeat(1_000_000), password: 'x' });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'platform.invalid-input', details: { fields: 'username' } });
    expect(reply.body.length).toBeLessThan(1000);
  });

  it('beyond two megabytes is refused as too large', async () => {
    const reply = await house.stranger.post('/api/session', { username: 'x'.repeat(2_200_000), password: 'x' });
    expect(reply.statusCode).toBe(413);
    expect(reply.json().code).toBe('platform.body-too-large');
  });

  it('that is no JSON, or JSON of another shape, is invalid input', async () => {
    for (const payload of ['<script>', '[]', 'null', '"text"', '{"username":{"$ne":null},"password":["x"]}']) {
      const reply = await house.app.inject({
        method: 'POST',
        url: '/api/session',
        payload,
        headers: { 'content-type': 'application/json' },
      });
      expect(reply.statusCode, payload).toBe(400);
      expect(reply.json().code).toBe('platform.invalid-input');
    }
  });

  it('with a letter no database keeps is refused clearly', async () => {
    const firm = await house.signIn('firm.buyer');
    const replies = [
      await firm.get('/api/organisations?q=%00%E7%86%94'),
      await firm.get('/api/products?q=%00'),
      await firm.get('/api/products/%00'),
      await house.stranger.post('/api/session', { username: 'a\u0000b', password: 'x' }),
    ];
    for (const reply of replies) {
      expect(reply.statusCode).toBe(400);
      expect(reply.json().code).toBe('platform.invalid-input');
    }
  });
});

describe('the description of the API', () => {
  it('names every promised address', async () => {
    const { paths } = (await house.stranger.get('/api/openapi.json')).json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/health',
        '/api/session',
        '/api/welcome',
        '/api/organisations/{id}',
        '/api/products',
      ]),
    );
  });

  it('has a page that asks no other server for anything', async () => {
    const page = await house.stranger.get('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('http');
  });
});
