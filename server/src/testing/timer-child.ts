import { fireDue } from '#features/needs/case-timer-job';
import { connect } from '#platform/database';
import { realEffects } from '#platform/effects';

// A server process that fires what is due until it is killed (case-timer-killed.test.ts).
const [url = '', city = '', now = ''] = process.argv.slice(2);
const database = connect({ url, kind: 'embedded', size: 2 });
await fireDue({
  ...{ database, city, effects: { ...realEffects, now: () => new Date(now) } },
  onError: (error) => {
    throw error;
  },
});
await database.close();
