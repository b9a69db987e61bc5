import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../values.ts';

/** Only where ZHITONG_TEST_CLOCK=1 on a demo installation that listens on loopback; elsewhere there is no such address. */
export const setTestClock = endpoint({
  method: 'PUT',
  path: '/api/test/clock',
  tag: 'test',
  summary:
    'Move the clock of a demo installation, for tests and outside checks; what fell due has fired when this answers',
  status: 200,
  body: z.object({ now: instant }),
  reply: z.object({ now: instant, fired: z.number().int() }),
});
