import { lookup as lookUp } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isInnerAddress, isLoopbackName, type NoticeReach } from '@zhitong/domain/needs/notice-address';
import type { HttpAnswer } from '@zhitong/domain/needs/notice-outcome';
import type { HttpMessage } from './notice-message.ts';

export type CallResult =
  | { readonly kind: 'answer'; readonly answer: HttpAnswer }
  /** the host stands in an inner network */
  | { readonly kind: 'inner' }
  /** nothing of it was sent */
  | { readonly kind: 'not-sent' }
  /** it was on its way, and no whole answer came */
  | { readonly kind: 'lost' };

const timeoutMs = 5_000;
const mostAnswerBytes = 64 * 1024;

/** One call, without redirects, ended after five seconds whatever comes. The address that is checked is the one that is called. */
export function callOut({ url, headers, body }: HttpMessage, reach: NoticeReach): Promise<CallResult> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const open = reach.hosts.includes(target.hostname) || (reach.loopback && isLoopbackName(target.hostname));
  if (!open && isIP(host) !== 0 && isInnerAddress(host)) return Promise.resolve({ kind: 'inner' });
  const { promise, resolve } = Promise.withResolvers<CallResult>();
  let connected = false;
  const send = target.protocol === 'http:' ? requestHttp : requestHttps;
  const request = send(target, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    // a connection of its own: one that was kept open may be gone, and nobody could tell whether the message was taken
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    ...(!open && { lookup: lookUpOutside }),
  });
  request.on('socket', (socket) => {
    socket.once(target.protocol === 'http:' ? 'connect' : 'secureConnect', () => {
      connected = true;
    });
  });
  request.on('error', (error) => {
    if (error instanceof InnerAddress) resolve({ kind: 'inner' });
    else resolve({ kind: connected ? 'lost' : 'not-sent' });
  });
  request.on('response', (response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = () => {
      const retryAfter = response.headers['retry-after'];
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ kind: 'answer', answer: { status: response.statusCode ?? 0, retryAfter, body: text } });
    };
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostAnswerBytes) chunks.push(chunk);
      else response.destroy();
    });
    response.on('end', done);
    response.on('close', () => resolve({ kind: 'lost' }));
    response.on('error', () => resolve({ kind: 'lost' }));
  });
  request.end(body);
  return promise;
}

class InnerAddress extends Error {}

/** Resolves a name and refuses it when any of its addresses stands in an inner network. */
const lookUpOutside: LookupFunction = (hostname, options, answer) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    if (addresses.some(({ address }) => isInnerAddress(address))) return answer(new InnerAddress(hostname), '', 0);
    const [first] = addresses;
    if (options.all) return answer(null, addresses);
    return answer(null, first?.address ?? '', first?.family ?? 0);
  });
};
