import { LiveIndex } from '#features/matching/live-index';
import { needMatching } from '#features/matching/public';
import { fireCascades } from '#features/needs/cascade-job';
import { connect } from '#platform/database';
import { realEffects } from '#platform/effects';
import { EventHub } from '#platform/event-hub';

// A server process that moves cascades until it is killed (cascade-killed.test.ts).
const [url = '', city = '', now = ''] = process.argv.slice(2);
const database = connect({ url, kind: 'embedded', size: 4 });
const hub = new EventHub(database);
const onError = (error: unknown) => {
  throw error;
};
const index = new LiveIndex({ database, hub, city, onError });
await index.start();
const effects = { ...realEffects, now: () => new Date(now) };
await fireCascades({ database, city, effects, matching: needMatching({ index, effects }), onError });
// what only listens would keep the process alive
process.exit(0);
