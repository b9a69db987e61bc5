import { type Config, isLoopback } from './config.ts';
import type { NoticeSettings } from './features/needs/notice-channel-deps.ts';

/** Notice channels may call this machine only where whoever signs in sits at it: on a demo installation that listens on loopback. */
export function noticeSettings({ demo, host, noticeHosts: hosts, mailServer }: Config): NoticeSettings {
  return { hosts, loopback: demo && isLoopback(host), mail: mailServer !== undefined, mailServer };
}
