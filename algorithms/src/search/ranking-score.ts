/** A question with the answers that count as right. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
}

export interface RankingScore {
  readonly mrr10: number;
  readonly recall10: number;
  readonly recall100: number;
}

/** Means over all queries: reciprocal rank of the first right answer within ten, and the share of right answers within 10 and 100. */
export function scoreRanking(
  queries: readonly JudgedQuery[],
  answers: ReadonlyMap<string, readonly string[]>,
): RankingScore {
  const mean = (value: (query: JudgedQuery, ranked: readonly string[]) => number) =>
    queries.reduce((sum, query) => sum + value(query, answers.get(query.id) ?? []), 0) / Math.max(1, queries.length);
  return {
    mrr10: mean(({ relevant }, ranked) => {
      const first = ranked.slice(0, 10).findIndex((code) => relevant.has(code));
      return first < 0 ? 0 : 1 / (first + 1);
    }),
    recall10: mean(({ relevant }, ranked) => shareFound(relevant, ranked.slice(0, 10))),
    recall100: mean(({ relevant }, ranked) => shareFound(relevant, ranked.slice(0, 100))),
  };
}

function shareFound(relevant: ReadonlySet<string>, ranked: readonly string[]): number {
  return relevant.size === 0 ? 0 : new Set(ranked.filter((code) => relevant.has(code))).size / relevant.size;
}
