import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAnswerSearch } from '@zhitong/domain/needs/known-answers';
import { newRequestRouter } from '@zhitong/domain/needs/request-router';
import { expect, it } from 'vitest';
import { readRoutingParts } from './request-routing-parts.ts';

/** Articles of the demo city; of the routing requests only the build part is read. */
const rows: readonly { duty: number; question: string; answer: string; to?: string }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'data', 'demo-city', 'articles.json'), 'utf8'),
);
const answers = rows
  .filter(({ to }) => to === undefined)
  .map(({ duty, question, answer }, at) => ({ id: String(at), title: question, text: answer, dutyId: String(duty) }));

it('offers no answer about a loan taken back to whoever only wants one, and offers it to whoever lost one', () => {
  const { build, matters, outside, synonyms } = readRoutingParts();
  const examples = build.map(({ text, matter }) => ({ text, matterId: matter }));
  const router = newRequestRouter({ matters, examples, outside, synonyms });
  const search = newAnswerSearch(answers, synonyms);
  const titles = (text: string) => {
    const likely = router
      .route(text, 3)
      .candidates.map((one) => ({ dutyId: one.matter.id, confidence: one.confidence }));
    return search.find(text, { matters: likely, limit: 3 }).map(({ answer }) => answer.title);
  };
  expect(titles('想贷款200万元，一年期，买设备，最好信用或者设备抵押')).toEqual([]);
  expect(titles('需要流动资金贷款300万元，期限一年，用于采购原料')).toEqual([]);
  expect(titles('银行突然抽贷，怎么办')[0]).toContain('抽贷');
});

it('finds the answer of the matter for four requests in five, and shows one to fewer than one in eight that has none', () => {
  const { build, matters, outside, synonyms } = readRoutingParts();
  const router = newRequestRouter({ matters, examples: [], outside, synonyms });
  const search = newAnswerSearch(answers, synonyms);
  const answered = new Set(answers.map(({ dutyId }) => dutyId));
  const counts = { fitting: 0, found: 0, others: 0, shown: 0 };
  for (const { text, matter } of build) {
    const likely = router
      .route(text, 3)
      .candidates.map((one) => ({ dutyId: one.matter.id, confidence: one.confidence }));
    const shown = search.find(text, { matters: likely, limit: 3 });
    if (answered.has(matter)) {
      counts.fitting += 1;
      if (shown.some(({ answer }) => answer.dutyId === matter)) counts.found += 1;
    } else {
      counts.others += 1;
      if (shown.length > 0) counts.shown += 1;
    }
  }
  expect(counts.fitting).toBeGreaterThan(150);
  expect(counts.found / counts.fitting).toBeGreaterThan(0.8);
  expect(counts.shown / counts.others).toBeLessThan(0.125);
});
