import { decideNoticeAddress } from '@zhitong/domain/needs/notice-address';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { noticeSettings } from './notice-settings.ts';

const secret = 'x'.repeat(32);

function reachOf(env: Record<string, string>) {
  const read = readConfig(env);
  if (read.kind === 'problems') throw new Error(read.problems.join('\n'));
  return noticeSettings(read.config);
}

const local = ['http://localhost:9000/', 'http://127.0.0.1:9000/'];

describe('a notice channel to an address on the machine itself', () => {
  it.each(local)('%s may be tried out on a demo installation that listens on loopback', (address) => {
    expect(decideNoticeAddress('webhook', address, reachOf({})).address).toBe(address);
  });

  it.each(local)('%s is refused where the installation is no demo, or others reach it', (address) => {
    const others = [
      { ZHITONG_DEMO: '0', ZHITONG_SECRET: secret },
      { HOST: '0.0.0.0', ZHITONG_SECRET: secret },
    ];
    for (const env of others)
      expect(() => decideNoticeAddress('webhook', address, reachOf(env))).toThrow('notices.not-https');
  });
});
