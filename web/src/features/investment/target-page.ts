import type { getTarget } from '@zhitong/contract/investment/target-contract';
import type { z } from 'zod';

/** One target with everything that is done about it. */
export type TargetPage = z.output<typeof getTarget.reply>;
