import { screen } from '@testing-library/react';
import { noticeText } from '@zhitong/domain/matching/notice-text';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { renderScreen } from '../../testing/render-screen.tsx';
import { NeedTimeline } from './need-timeline.tsx';

const facts = { product: '熔喷布', supplier: '威海净川熔喷材料有限公司（演示）', code: 'price', matched: 6 };

describe('the timeline of a need', () => {
  it.each([
    ['zh', '熔喷布：未选威海净川熔喷材料有限公司（演示），原因：价格'],
    ['en', '熔喷布: 威海净川熔喷材料有限公司（演示） not chosen, because of: price'],
  ] as const)('says newest first whom the buyer told why not, and when (%s)', async (language, sentence) => {
    changeDisplay({ language });
    const entry = (type: 'need.published' | 'rejection.given', at: string) => ({
      ...{ type, at },
      text: noticeText({ type, payload: facts }, language),
    });
    const entries = [
      entry('need.published', '2026-11-20T09:00:00+08:00'),
      entry('rejection.given', '2026-11-21T10:30:00+08:00'),
    ];
    await renderScreen(<NeedTimeline entries={entries} />);
    const [first] = await screen.findAllByRole('listitem');
    expect(first?.textContent).toContain(sentence);
    expect(first?.querySelector('time')?.textContent).toContain('10:30');
  });
});
