import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decideNoticeAddress, isInnerAddress } from './notice-address.ts';
import type { NoticeChannelKind } from './notice-channel.ts';

const outside = { hosts: ['robots.weihai.example'], loopback: false, mail: true };

function codeOf(kind: NoticeChannelKind, address: string, reach = outside): string {
  try {
    decideNoticeAddress(kind, address, reach);
    return 'taken';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

describe('an address for news', () => {
  it('is shown without what opens it', () => {
    const robot = 'https://oapi.dingtalk.com/robot/send?access_token=abc';
    expect(decideNoticeAddress('dingtalk', ` ${robot} `, outside)).toEqual({
      ...{ address: robot, shown: 'https://oapi.dingtalk.com/robot/send' },
    });
  });

  it.each([
    ['wecom', 'not an address', 'notices.bad-address'],
    ['webhook', 'https://me:secret@example.com/', 'notices.bad-address'],
    ['webhook', 'http://example.com/hook', 'notices.not-https'],
    ['webhook', 'ftp://example.com/hook', 'notices.not-https'],
    ['dingtalk', 'https://example.com/robot/send?access_token=1', 'notices.other-host'],
    ['wecom', 'https://oapi.dingtalk.com/robot/send', 'notices.other-host'],
    ['webhook', 'http://127.0.0.1/hook', 'notices.not-https'],
    ['webhook', 'https://localhost/hook', 'notices.inner-address'],
    ['webhook', 'https://intranet/hook', 'notices.inner-address'],
    ['webhook', 'https://files.internal/hook', 'notices.inner-address'],
    ['webhook', 'https://10.1.2.3/hook', 'notices.inner-address'],
    ['webhook', 'https://0x7f000001/hook', 'notices.inner-address'],
    ['webhook', 'https://2130706433/hook', 'notices.inner-address'],
    ['webhook', 'https://[::1]/hook', 'notices.inner-address'],
    ['webhook', 'https://[::ffff:192.168.1.1]/hook', 'notices.inner-address'],
    ['mail', 'nobody', 'notices.bad-mailbox'],
    ['mail', 'a@b.cn\r\nBcc: c@d.cn', 'notices.bad-mailbox'],
    ['webhook', 'https://example.com/hook', 'taken'],
    ['wecom', 'https://robots.weihai.example/send?key=1', 'taken'],
    ['mail', 'desk@gxj.weihai.example', 'taken'],
  ] as const)('of kind %s at %s: %s', (kind, address, code) => {
    expect(codeOf(kind, address)).toBe(code);
  });

  it('may be on this machine in a demo only, and a mailbox only with a mail server', () => {
    expect(codeOf('wecom', 'http://127.0.0.1:8099/send', { ...outside, loopback: true })).toBe('taken');
    expect(codeOf('wecom', 'http://10.0.0.1/send', { ...outside, loopback: true })).toBe('notices.not-https');
    expect(codeOf('mail', 'desk@weihai.example', { ...outside, mail: false })).toBe('notices.no-mail');
  });

  it('is inner when it is not one of the open internet', () => {
    const inner = [
      ...['0.0.0.0', '10.255.0.1', '100.64.0.1', '127.8.8.8', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
      ...['192.168.0.1', '198.19.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1'],
      ...['2001:db8::1', '2002:7f00:1::', '::ffff:7f00:1', '64:ff9b::a00:1'],
    ];
    expect(inner.filter((address) => !isInnerAddress(address))).toEqual([]);
    const open = ['8.8.8.8', '100.128.0.1', '172.32.0.1', '223.5.5.5', '2400:3200::1', '240e::1', '::ffff:8.8.8.8'];
    expect(open.filter(isInnerAddress)).toEqual([]);
  });
});
