import { Refusal, type RefusalDetails } from '../refusal.ts';
import { type NoticeChannelKind, noticeChannelWords } from './notice-channel.ts';
import type { NoticeChannelRefusalCode } from './notice-channel-refusals.ts';

/** Where news may go from this installation. */
export interface NoticeReach {
  /** hosts the operator named: they may stand in an inner network, and stand for a robot's own */
  readonly hosts: readonly string[];
  /** http to this machine, for a demo and for tests */
  readonly loopback: boolean;
  /** whether a mail server is set up */
  readonly mail: boolean;
}

export interface NoticeAddress {
  /** the whole of it */
  readonly address: string;
  /** without what opens it */
  readonly shown: string;
}

const robotHosts: { readonly [kind in NoticeChannelKind]?: string } = {
  dingtalk: 'oapi.dingtalk.com',
  wecom: 'qyapi.weixin.qq.com',
};

/** Throws unless news may be sent there. The name of a host is looked at again each time it is called, when it is known where it leads. */
export function decideNoticeAddress(kind: NoticeChannelKind, text: string, reach: NoticeReach): NoticeAddress {
  const typed = text.trim();
  return kind === 'mail' ? decideMailbox(typed, reach) : decideUrl(kind, typed, reach);
}

function decideMailbox(address: string, { mail }: NoticeReach): NoticeAddress {
  if (!mail) throw refuse('notices.no-mail');
  if (address.length > 200 || !/^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(address)) throw refuse('notices.bad-mailbox');
  return { address, shown: address };
}

function decideUrl(kind: Exclude<NoticeChannelKind, 'mail'>, typed: string, reach: NoticeReach): NoticeAddress {
  if (!URL.canParse(typed)) throw refuse('notices.bad-address');
  const url = new URL(typed);
  const { protocol, hostname, username, password } = url;
  if (username !== '' || password !== '' || hostname === '') throw refuse('notices.bad-address');
  const shown = `${url.origin}${url.pathname}`;
  if (reach.loopback && isLoopbackName(hostname) && /^https?:$/.test(protocol)) return { address: url.href, shown };
  if (protocol !== 'https:') throw refuse('notices.not-https');
  if (reach.hosts.includes(hostname)) return { address: url.href, shown };
  const host = robotHosts[kind];
  if (host !== undefined && hostname !== host)
    throw refuse('notices.other-host', {
      ...{ host, kindZh: noticeChannelWords[kind].zh, kindEn: noticeChannelWords[kind].en },
    });
  if (isInnerName(hostname) || isInnerAddress(bare(hostname)))
    throw refuse('notices.inner-address', { host: hostname });
  return { address: url.href, shown };
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

export const isLoopbackName = (hostname: string): boolean => /^(127\.0\.0\.1|localhost|\[?::1\]?)$/.test(hostname);

const isInnerName = (hostname: string): boolean =>
  /^localhost\.?$/i.test(hostname) ||
  /\.(local|localhost|internal|lan|home|corp|intranet)\.?$/i.test(hostname) ||
  // a name without a dot is one of the own network
  !/[.:]/.test(hostname);

/** Whether an address of IPv4 or IPv6 is not one of the open internet (RFC 6890). */
export function isInnerAddress(address: string): boolean {
  const mapped = /^(?:::ffff:|64:ff9b::)(.+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isInnerAddress(mapped.includes('.') ? mapped : dotted(mapped));
  if (address.includes(':')) return !/^[23][\da-f]{3}:/i.test(address) || innerSix.test(address);
  const number = numberOf(address);
  return number !== undefined && innerFour.some(({ from, to }) => from <= number && number < to);
}

/** Of the open part of IPv6 (2000::/3): protocol assignments with Teredo, documentation, 6to4. */
const innerSix = /^(2001:(0{0,4}:|0*[\da-f]{1,2}:|0*1[\da-f]{2}:|0?db8:)|2002:|3fff:)/i;

const innerFour = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  '224.0.0.0/3',
].map((network) => {
  const [base = '', bits] = network.split('/');
  const from = numberOf(base) ?? 0;
  return { from, to: from + 2 ** (32 - Number(bits)) };
});

function numberOf(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  const isWhole = parts.length === 4 && parts.every((part) => part >= 0 && part <= 255);
  return isWhole ? parts.reduce((number, part) => number * 256 + part, 0) : undefined;
}

/** `7f00:1` → `127.0.0.1` */
function dotted(halves: string): string {
  const [high = 0, low = 0] = halves.split(':').map((half) => Number.parseInt(half, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function refuse(code: NoticeChannelRefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}
