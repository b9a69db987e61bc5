import { describe, expect, it } from 'vitest';
import { noticeOutcomeText } from './notice-fault-words.ts';
import { noticeFaults, readAnswer, retryDelayMs } from './notice-outcome.ts';

const now = new Date('2026-11-23T09:00:00+08:00');
const robot = (errcode: number, errmsg = '') => ({ status: 200, body: JSON.stringify({ errcode, errmsg }) });

describe('the answer of a robot', () => {
  it.each([
    ['dingtalk', robot(0, 'ok'), { kind: 'sent' }],
    ['dingtalk', robot(130101, 'send too fast'), { kind: 'slow-down', waitMs: 600_000 }],
    ['dingtalk', robot(310000, 'keywords not in content'), { kind: 'fault', fault: 'keyword' }],
    ['dingtalk', robot(310000, 'sign not match'), { kind: 'fault', fault: 'signature' }],
    ['dingtalk', robot(310000, 'ip 1.2.3.4 not in whitelist'), { kind: 'fault', fault: 'caller-address' }],
    ['dingtalk', robot(300001, 'token is not exist'), { kind: 'fault', fault: 'unknown-robot' }],
    ['dingtalk', robot(-1, '系统繁忙'), { kind: 'again' }],
    ['wecom', robot(0, 'ok'), { kind: 'sent' }],
    ['wecom', robot(45009, 'api freq out of limit'), { kind: 'slow-down', waitMs: 60_000 }],
    ['wecom', robot(93000, 'invalid webhook url'), { kind: 'fault', fault: 'unknown-robot' }],
    ['wecom', robot(40058, 'markdown.content exceed max length'), { kind: 'fault', fault: 'refused' }],
    ['wecom', { status: 200, body: '<html>' }, { kind: 'unknown' }],
    ['wecom', { status: 504, body: '' }, { kind: 'unknown' }],
    ['webhook', { status: 204, body: '' }, { kind: 'sent' }],
    ['webhook', { status: 429, retryAfter: '7', body: '' }, { kind: 'slow-down', waitMs: 7_000 }],
    [
      'webhook',
      { status: 429, retryAfter: 'Mon, 23 Nov 2026 01:02:00 GMT', body: '' },
      { kind: 'slow-down', waitMs: 120_000 },
    ],
    ['webhook', { status: 429, retryAfter: '99999999', body: '' }, { kind: 'slow-down', waitMs: 3_600_000 }],
    ['webhook', { status: 429, body: '' }, { kind: 'slow-down', waitMs: 60_000 }],
    ['webhook', { status: 503, body: '' }, { kind: 'again' }],
    ['webhook', { status: 302, body: '' }, { kind: 'fault', fault: 'redirected' }],
    ['webhook', { status: 401, body: '' }, { kind: 'fault', fault: 'refused' }],
  ] as const)('of %s is understood: %j', (kind, answer, outcome) => {
    expect(readAnswer(kind, answer, now)).toEqual(outcome);
  });

  it('is said in both languages', () => {
    const said = { at: '14:02', next: '14:05', fault: null };
    expect(noticeOutcomeText({ ...said, kind: 'sent' }, 'zh')).toBe('14:02 已发送');
    expect(noticeOutcomeText({ ...said, kind: 'slow-down' }, 'zh')).toBe('机器人限流，14:05 再试');
    expect(noticeOutcomeText({ ...said, kind: 'fault', fault: 'signature' }, 'zh')).toBe('签名不对，请核对密钥');
    expect(noticeOutcomeText({ ...said, kind: 'unknown' }, 'zh')).toBe('14:02 结果未知，没有重发');
    const english = noticeFaults.map((fault) => noticeOutcomeText({ ...said, kind: 'fault', fault }, 'en'));
    expect(english.filter((sentence) => /\p{Script=Han}/u.test(sentence.replace('“直通”', '')))).toEqual([]);
    expect(new Set(english).size).toBe(noticeFaults.length);
  });
});

it('waits twice as long after each try, up to a quarter of an hour, spread by chance', () => {
  expect([1, 2, 3].map((tries) => retryDelayMs(tries, 0))).toEqual([2_500, 5_000, 10_000]);
  expect(retryDelayMs(1, 0.5)).toBe(3_750);
  expect(retryDelayMs(30, 0.999_999)).toBeLessThanOrEqual(900_000);
});
