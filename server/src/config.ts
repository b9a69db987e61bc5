import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { usualStrangerBytesADay } from '@zhitong/domain/directory/evidence-decision';
import { cityPattern } from '@zhitong/domain/directory/organisation';
import { type SessionLimits, usualSessionLimits } from '@zhitong/domain/directory/session-time';
import { type BaseMapSettings, readBaseMap } from './config-base-map.ts';
import { type MailServer, readMailServer, readNoticeHosts } from './config-notices.ts';
import { readSingleSignOn, type SingleSignOnSettings } from './config-sign-on.ts';

/** Every setting, read once at start. Nothing else in the server looks at the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** URL of the operator's own PostgreSQL (owner role), or undefined for the embedded one */
  readonly databaseUrl: string | undefined;
  /** URL of the app role on the operator's PostgreSQL, when the owner may not create roles */
  readonly databaseAppUrl: string | undefined;
  /** undefined: the default place, chosen so that the database user can enter it */
  readonly dataDir: string | undefined;
  readonly city: string;
  readonly demo: boolean;
  readonly secret: string | undefined;
  readonly limits: SessionLimits;
  /** after so many days a password must be changed; 0: never */
  readonly passwordDays: number;
  /** megabytes of evidence that people without a post may hand in within a day */
  readonly strangerMegabytes: number;
  readonly singleSignOn: SingleSignOnSettings | undefined;
  /** addresses and networks whose word is taken for who calls and whether over HTTPS; this machine always is among them */
  readonly trustedProxies: readonly string[];
  /** hosts in an inner network that news may be sent to */
  readonly noticeHosts: readonly string[];
  readonly mailServer: MailServer | undefined;
  readonly baseMap: BaseMapSettings | undefined;
  /** the clock can be set through the interface, for outside checks of a demo installation */
  readonly testClock: boolean;
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

export const megabyte = 1024 * 1024;
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

export function isLoopback(host: string): boolean {
  return loopback.has(host);
}

/** Reads the settings; every bad value is named, not only the first. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: string[] = [];
  const port = readPort(env.PORT, problems);
  const host = env.HOST || '127.0.0.1';
  const databaseUrl = readDatabaseUrl('DATABASE_URL', env.DATABASE_URL, problems);
  const databaseAppUrl = readDatabaseUrl('DATABASE_APP_URL', env.DATABASE_APP_URL, problems);
  const city = env.ZHITONG_CITY || '371000';
  if (!cityPattern.test(city))
    problems.push(`ZHITONG_CITY must be a six-digit GB/T 2260 code such as 371000, not "${city}"`);
  const demo = readFlag('ZHITONG_DEMO', env.ZHITONG_DEMO, { fallback: databaseUrl === undefined, problems });
  const secret = env.ZHITONG_SECRET || undefined;
  if (secret !== undefined && secret.length < 32) problems.push('ZHITONG_SECRET must have at least 32 characters');
  if (secret === undefined && (!isLoopback(host) || !demo))
    problems.push(
      'ZHITONG_SECRET is required when HOST is not loopback or demo is off: set 32 random characters or more',
    );
  const dataDir = readDataDir(env.ZHITONG_DATA_DIR);
  const limits = {
    idleMinutes: readCount('ZHITONG_IDLE_MINUTES', env, {
      fallback: usualSessionLimits.idleMinutes,
      least: 1,
      problems,
    }),
    absoluteHours: readCount('ZHITONG_SESSION_HOURS', env, {
      ...{ fallback: usualSessionLimits.absoluteHours, least: 1, problems },
    }),
  };
  const passwordDays = readCount('ZHITONG_PASSWORD_DAYS', env, { fallback: 0, least: 0, problems });
  const strangerMegabytes = readCount('ZHITONG_STRANGER_MB_A_DAY', env, {
    ...{ fallback: usualStrangerBytesADay / megabyte, least: 0, problems },
  });
  const singleSignOn = readSingleSignOn(env, problems);
  const trustedProxies = readProxies(env.ZHITONG_TRUSTED_PROXIES, problems);
  const news = { noticeHosts: readNoticeHosts(env, problems), mailServer: readMailServer(env, problems) };
  const baseMap = readBaseMap(env, problems);
  const testClock = readFlag('ZHITONG_TEST_CLOCK', env.ZHITONG_TEST_CLOCK, { fallback: false, problems });
  if (testClock && (!isLoopback(host) || !demo))
    problems.push(
      'ZHITONG_TEST_CLOCK is for demo installations on loopback only: leave it out, or HOST, and keep demo on',
    );
  if (problems.length > 0) return { kind: 'problems', problems };
  const places = { port, host, databaseUrl, databaseAppUrl, dataDir, city };
  const people = { limits, passwordDays, strangerMegabytes, singleSignOn };
  return {
    kind: 'config',
    config: { ...places, ...people, ...news, baseMap, demo, secret, trustedProxies, testClock },
  };
}

function readPort(value: string | undefined, problems: string[]): number {
  const port = Number(value || '8080');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    problems.push(`PORT must be a number from 0 to 65535, not "${value}"`);
  return port;
}

function readDatabaseUrl(name: string, value: string | undefined, problems: string[]): string | undefined {
  if (!value) return undefined;
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value))
    problems.push(`${name} must look like postgresql://user:password@host:5432/database`);
  return value;
}

function readFlag(
  name: string,
  value: string | undefined,
  options: { fallback: boolean; problems: string[] },
): boolean {
  if (!value) return options.fallback;
  if (/^(1|true|on|yes)$/i.test(value)) return true;
  if (!/^(0|false|off|no)$/i.test(value)) options.problems.push(`${name} must be 1 or 0, not "${value}"`);
  return false;
}

function readCount(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  { fallback, least, problems }: { fallback: number; least: number; problems: string[] },
): number {
  const count = Number(env[name] || fallback);
  if (!Number.isInteger(count) || count < least || count > 100_000)
    problems.push(`${name} must be a whole number of at least ${least}, not "${env[name]}"`);
  return count;
}

function readProxies(value: string | undefined, problems: string[]): readonly string[] {
  const proxies = (value ?? '').split(/[\s,]+/).filter((one) => one !== '');
  for (const one of proxies)
    if (!isNetwork(one))
      problems.push(`ZHITONG_TRUSTED_PROXIES must list addresses or networks such as 10.0.0.0/8, not "${one}"`);
  return proxies;
}

/** An address, or a network of at least one bit: everybody (`0.0.0.0/0`) is no proxy. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

function readDataDir(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (value.startsWith('~/')) return join(homedir(), value.slice(2));
  return isAbsolute(value) ? value : resolve(value);
}
