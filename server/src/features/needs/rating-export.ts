import type { RatingSums } from '@zhitong/contract/needs/rating-contract';
import type { Language, Sentence } from '@zhitong/domain/language';
import { isBadGrade, ratingGrades, ratingWords } from '@zhitong/domain/needs/rating';
import { daysOfPeriod, type RatingPeriod, type WantedPeriod } from '@zhitong/domain/needs/rating-period';
import { type ListExport, wholeList } from '#platform/list-export';

const periods = {
  all: { zh: '全部', en: 'All' },
  month: { zh: '本月', en: 'This month' },
  'three-months': { zh: '近三个月', en: 'Last three months' },
  year: { zh: '本年', en: 'This year' },
  days: { zh: '起止日期', en: 'From – to' },
} as const satisfies Record<RatingPeriod, Sentence>;
const few = { zh: '不足 5 个，不显示', en: 'Fewer than 5: not shown' } as const;

type Row = RatingSums['bodies'][number];

/** The sums of the screen as an Excel file: what the screen hides is hidden here. */
export function ratingExport(
  load: () => Promise<RatingSums>,
  { query, today, spoken }: { query: WantedPeriod; today: string; spoken: Language },
): ListExport<Row> {
  const days = daysOfPeriod(query, today);
  const named = days ? [periods[query.period][spoken], `${days.from} – ${days.to}`] : [];
  return {
    ...{ list: 'ratings', title: { zh: '评价汇总', en: 'Grades by body' }, filter: named },
    page: wholeList(async () => (await load()).bodies),
    columns: [
      { zh: '单位', en: 'Body', text: ({ body }) => body.name },
      { zh: '可评', en: 'Ends that could be rated', text: ({ asked }) => String(asked) },
      { zh: '已评', en: 'Rated', text: ({ count }) => String(count) },
      { zh: '满意（含基本满意）', en: 'At least fairly', text: (row) => satisfied(row) ?? few[spoken] },
      ...ratingGrades.map((grade) => ({
        ...ratingWords[grade],
        text: ({ grades }: Row) => String(grades?.find((one) => one.grade === grade)?.count ?? '—'),
      })),
    ],
  };
}

function satisfied({ grades }: Row): string | undefined {
  if (grades === null) return undefined;
  const good = grades.flatMap(({ grade, count }) =>
    ratingGrades.some((one) => one === grade && !isBadGrade(one)) ? [count] : [],
  );
  return String(good.reduce((sum, count) => sum + count, 0));
}
