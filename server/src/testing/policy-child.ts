import { pushPolicies } from '#features/needs/policy-push';
import { connect } from '#platform/database';
import { realEffects } from '#platform/effects';

// A server process that tells firms of policies until it is killed (policy-killed.test.ts).
const [url = '', city = '', now = ''] = process.argv.slice(2);
const database = connect({ url, kind: 'embedded', size: 2 });
await pushPolicies({ database, effects: { ...realEffects, now: () => new Date(now) } }, { city });
await database.close();
