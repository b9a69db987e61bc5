import { sendDueNotices } from '#features/needs/notice-sending';
import { connect } from '#platform/database';
import { realEffects } from '#platform/effects';

// A server process that sends what is due until it is killed (notice-killed.test.ts).
const [url = '', city = '', now = '', secret = ''] = process.argv.slice(2);
const database = connect({ url, kind: 'embedded', size: 2 });
await sendDueNotices({
  ...{ database, city, secret, random: () => 0.5 },
  effects: { ...realEffects, now: () => new Date(now) },
  notices: { hosts: [], loopback: true, mail: false },
});
await database.close();
