import { describe, expect, it } from 'vitest';
import { scoreRanking } from './ranking-score.ts';

const query = { id: '1', text: '熔喷布', relevant: new Set(['a', 'b']) };

describe('the score of a ranking', () => {
  it('is zero for a question without an answer', () => {
    expect(scoreRanking([query], new Map())).toEqual({ mrr10: 0, recall10: 0, recall100: 0 });
  });

  it('counts the first right answer by its place and every right answer once', () => {
    expect(scoreRanking([query], new Map([['1', ['x', 'a', 'a']]]))).toEqual({
      mrr10: 0.5,
      recall10: 0.5,
      recall100: 0.5,
    });
  });

  it('does not count a right answer behind the tenth place', () => {
    const ranked = [...Array.from({ length: 10 }, (_, at) => `x${at}`), 'a', 'b'];
    expect(scoreRanking([query], new Map([['1', ranked]]))).toEqual({ mrr10: 0, recall10: 0, recall100: 1 });
  });
});
