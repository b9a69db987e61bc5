import type { needTimeline } from '@zhitong/contract/needs/case-contract';
import type { z } from 'zod';

/** Who has a request, and all that happened to it, as its page is told. */
export type RequestTimeline = z.output<typeof needTimeline.reply>;
