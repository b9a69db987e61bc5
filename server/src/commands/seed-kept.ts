import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NeedClassing } from '@zhitong/domain/needs/need-class';
import { classifyNeed } from '@zhitong/domain/needs/need-classifier';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import type { CaseWorld } from './seed-case-stories.ts';
import { dataFolder } from './seed-reference.ts';
import type { Story } from './seed-stories.ts';

interface KeptExample {
  readonly text: string;
  readonly hoursAgo: number;
  /** what the firm said to it; absent: nothing yet */
  readonly review?: string;
}

export interface KeptStory {
  readonly story: Story;
  readonly classing: NeedClassing;
  readonly review: string | undefined;
}

const hour = 3_600_000;

/** Demo needs that the classifier keeps back, each of a firm that asked for something else as well. */
export function tellKept({ now, newId }: CaseWorld, stories: readonly Story[]): readonly KeptStory[] {
  const examples: readonly KeptExample[] = JSON.parse(
    readFileSync(join(dataFolder, 'demo-city', 'kept-needs.json'), 'utf8'),
  );
  const askers = [...new Map(stories.map(({ need }) => [need.organisationId, need])).values()];
  return examples.flatMap(({ text, hoursAgo, review }, at) => {
    const other = askers[at];
    const classing = classifyNeed({ text, hasProduct: false, history: { undecided: 0, most: 3 } });
    if (!other || !classing) return [];
    const need: Story['need'] = {
      ...{ ...other, id: newId(), text, products: [], quantity: null, deadline: null, place: null, certificates: [] },
      ...{ limits: [], state: 'open', reach: 'city', notes: [], closedAt: null },
      publishedAt: new Date(now.getTime() - hoursAgo * hour),
    };
    return [{ story: { need, sides: [], deal: undefined }, classing, review }];
  });
}

export async function writeKept(tx: Tx, connection: BulkConnection, kept: readonly KeptStory[]): Promise<void> {
  const rows = kept.map(({ story: { need }, classing, review }) => ({
    ...{ city: need.city, need_id: need.id, asker_id: need.organisationId, class: classing.class, demo: need.demo },
    ...{ reasons: JSON.stringify(classing.reasons), at: need.publishedAt, review_text: review ?? null },
    review_at: review === undefined ? null : new Date(need.publishedAt.getTime() + hour / 2),
  }));
  await fillCityTable(tx, connection, { table: 'kept_need', rows });
}
