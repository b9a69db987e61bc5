import { Refusal } from '@zhitong/domain/refusal';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installRefusals } from './refusal-reply.ts';

const table = {
  'test.closed': { status: 409, zh: '该需求已于 {date} 结束', en: 'This need closed on {date}' },
} as const;

function appThat(fails: () => never) {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installRefusals(app, [table]);
  app.get('/fails', () => fails());
  app.post('/checked', { schema: { body: z.object({ amount: z.number().positive() }) } }, () => ({}));
  const either = z.union([
    z.object({ price: z.number(), unit: z.string() }),
    z.object({ declined: z.literal('price') }),
  ]);
  app.get('/things/:id', { schema: { params: z.object({ id: z.uuid() }) } }, () => ({}));
  app.post('/either', { schema: { body: either } }, () => ({}));
  return app;
}

const never = (): never => {
  throw new Error('secret detail of line 42');
};

describe('a refusal', () => {
  it('is said in Chinese unless English is asked for, with its facts filled in', async () => {
    const app = appThat(() => {
      throw new Refusal('test.closed', { date: '11月21日' });
    });
    const zh = await app.inject({ url: '/fails' });
    const en = await app.inject({ url: '/fails', headers: { 'accept-language': 'en-GB,en;q=0.9' } });
    expect(zh.statusCode).toBe(409);
    expect(zh.json()).toMatchObject({
      code: 'test.closed',
      message: '该需求已于 11月21日 结束',
      details: { date: '11月21日' },
    });
    expect(en.json().message).toBe('This need closed on 11月21日');
  });

  it('never shows an unexpected error outside: a sentence and a number to ask about, nothing else', async () => {
    const reply = await appThat(never).inject({ url: '/fails' });
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('secret detail');
    expect(reply.body).not.toContain('at ');
    expect(reply.json().requestId).toBeTruthy();
  });

  it('names the field of a bad value', async () => {
    const reply = await appThat(never).inject({ method: 'POST', url: '/checked', payload: { amount: -5 } });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ code: 'platform.invalid-input', details: { fields: 'amount' } });
  });

  it('names the fields of each way when a value may be given in two', async () => {
    const reply = await appThat(never).inject({ method: 'POST', url: '/either', payload: { price: 'cheap' } });
    expect(reply.json()).toMatchObject({
      message: '有 1 处需要修改：price, unit / declined',
      details: { fields: 'price, unit / declined' },
    });
  });

  it('says that the whole body is missing, not the words of a library', async () => {
    const reply = await appThat(never).inject({ method: 'POST', url: '/checked' });
    expect(reply.json()).toMatchObject({ message: '有 1 处需要修改：body' });
  });

  it.each(['{"amount":', 'not json'])('answers broken JSON %s clearly', async (payload) => {
    const reply = await appThat(never).inject({
      method: 'POST',
      url: '/checked',
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().code).toBe('platform.invalid-input');
  });

  it('says that the database is away instead of failing', async () => {
    const reply = await appThat(() => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    }).inject({ url: '/fails' });
    expect(reply.statusCode).toBe(503);
    expect(reply.json().code).toBe('platform.database-away');
  });

  it.each(['53100', 'ENOSPC'])('says that the disk is full, in both languages, and whom to ask (%s)', async (code) => {
    const app = appThat(() => {
      throw Object.assign(new Error('could not extend file "base/1/2"'), { code });
    });
    const zh = await app.inject({ url: '/fails' });
    const en = await app.inject({ url: '/fails', headers: { 'accept-language': 'en' } });
    expect([zh.statusCode, zh.json().code]).toEqual([503, 'platform.disk-full']);
    expect(zh.json().message).toContain('磁盘已满');
    expect(en.json().message).toContain('Ask the system administrator to free space');
    expect(zh.body + en.body).not.toContain('base/1/2');
  });

  it('answers an unknown address as not found', async () => {
    expect((await appThat(never).inject({ url: '/nowhere' })).json().code).toBe('platform.not-found');
  });
});

describe('an address that names nothing', () => {
  it('is not found, and no form with a wrong field', async () => {
    const reply = await appThat(never).inject('/things/xyz');
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'platform.not-found']);
  });
});
