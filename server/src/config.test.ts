import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const secret = 'x'.repeat(32);

function problemsOf(env: Record<string, string>): readonly string[] {
  const read = readConfig(env);
  return read.kind === 'problems' ? read.problems : [];
}

describe('settings', () => {
  it('are complete without any environment: embedded database, demo city Weihai, loopback only', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      kind: 'config',
      config: { port: 8080, host: '127.0.0.1', city: '371000', demo: true, databaseUrl: undefined },
    });
  });

  it('name every bad value at once, not only the first', () => {
    const problems = problemsOf({
      PORT: 'eighty',
      ZHITONG_CITY: 'weihai',
      DATABASE_URL: 'mysql://x',
      ZHITONG_DEMO: 'perhaps',
    });
    expect(problems.join('\n')).toMatch(/PORT[\s\S]*DATABASE_URL[\s\S]*ZHITONG_CITY[\s\S]*ZHITONG_DEMO/);
  });

  it.each(['-1', '65536', '1.5', 'abc'])('refuse port %s', (port) => {
    expect(problemsOf({ PORT: port })[0]).toContain('PORT must be');
  });

  it('take the word of the proxies they name, and of nobody else', () => {
    const read = readConfig({ ZHITONG_TRUSTED_PROXIES: '10.0.0.0/8, 192.168.1.7 fd00::/8' });
    expect(read).toMatchObject({ config: { trustedProxies: ['10.0.0.0/8', '192.168.1.7', 'fd00::/8'] } });
    expect(readConfig({})).toMatchObject({ config: { trustedProxies: [] } });
  });

  it.each(['0.0.0.0/0', '10.0.0.0/33', 'proxy.example', '10.0.0/8', '::/0', '1.2.3.4/8/8'])(
    'refuse %s as a proxy',
    (proxy) => {
      expect(problemsOf({ ZHITONG_TRUSTED_PROXIES: `127.0.0.1 ${proxy}` })).toEqual([
        `ZHITONG_TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8, not "${proxy}"`,
      ]);
    },
  );

  it('demand a secret when the address is not loopback', () => {
    expect(problemsOf({ HOST: '0.0.0.0' })[0]).toContain('ZHITONG_SECRET is required');
    expect(problemsOf({ HOST: '0.0.0.0', ZHITONG_SECRET: secret })).toEqual([]);
  });

  it('demand a secret when demo is off', () => {
    expect(problemsOf({ ZHITONG_DEMO: '0' })[0]).toContain('ZHITONG_SECRET is required');
  });

  it('let the clock be set on a demo installation on loopback only', () => {
    expect(readConfig({ ZHITONG_TEST_CLOCK: '1' })).toMatchObject({ config: { testClock: true } });
    expect(readConfig({})).toMatchObject({ config: { testClock: false } });
    for (const more of [{ HOST: '0.0.0.0' }, { ZHITONG_DEMO: '0' }])
      expect(problemsOf({ ZHITONG_TEST_CLOCK: '1', ZHITONG_SECRET: secret, ...more }).join()).toContain(
        'ZHITONG_TEST_CLOCK',
      );
  });

  it('refuse a secret that is too short', () => {
    expect(problemsOf({ ZHITONG_SECRET: 'short' })[0]).toContain('at least 32');
  });

  it('switch demo off on the operator’s own database unless asked for', () => {
    const url = 'postgresql://u:p@127.0.0.1:5432/z';
    expect(readConfig({ DATABASE_URL: url, ZHITONG_SECRET: secret })).toMatchObject({ config: { demo: false } });
    expect(readConfig({ DATABASE_URL: url, ZHITONG_DEMO: '1', ZHITONG_SECRET: secret })).toMatchObject({
      config: { demo: true },
    });
  });

  it('make the data folder absolute', () => {
    const read = readConfig({ ZHITONG_DATA_DIR: 'some/where' });
    expect(read.kind === 'config' && read.config.dataDir?.startsWith('/')).toBe(true);
  });

  it('take single sign-on whole or not at all, and over HTTPS unless the provider runs here', () => {
    const whole = { ZHITONG_OIDC_CLIENT_ID: 'zhitong', ZHITONG_OIDC_CLIENT_SECRET: 'x' };
    expect(problemsOf({ ZHITONG_OIDC_CLIENT_ID: 'zhitong' })[0]).toContain('Single sign-on needs all of');
    expect(problemsOf({ ...whole, ZHITONG_OIDC_ISSUER: 'http://id.weihai.example' })[0]).toContain('https://');
    expect(problemsOf({ ...whole, ZHITONG_OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
    expect(readConfig({ ...whole, ZHITONG_OIDC_ISSUER: 'https://id.weihai.example' })).toMatchObject({
      config: { singleSignOn: { name: '统一身份认证', claim: 'preferred_username', clientId: 'zhitong' } },
    });
  });

  it('end sessions after 30 minutes without use and 12 hours in all, unless the operator says otherwise', () => {
    expect(readConfig({})).toMatchObject({
      config: { limits: { idleMinutes: 30, absoluteHours: 12 }, passwordDays: 0 },
    });
    expect(
      readConfig({ ZHITONG_IDLE_MINUTES: '10', ZHITONG_SESSION_HOURS: '8', ZHITONG_PASSWORD_DAYS: '90' }),
    ).toMatchObject({
      config: { limits: { idleMinutes: 10, absoluteHours: 8 }, passwordDays: 90 },
    });
    expect(problemsOf({ ZHITONG_IDLE_MINUTES: '0' })[0]).toContain('ZHITONG_IDLE_MINUTES');
    expect(readConfig({ ZHITONG_STRANGER_MB_A_DAY: '20' })).toMatchObject({ config: { strangerMegabytes: 20 } });
    expect(readConfig({})).toMatchObject({ config: { strangerMegabytes: 500 } });
    expect(problemsOf({ ZHITONG_PASSWORD_DAYS: '-1' })[0]).toContain('ZHITONG_PASSWORD_DAYS');
  });
});
