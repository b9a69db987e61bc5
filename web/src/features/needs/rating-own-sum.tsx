import { sumRatings } from '@zhitong/contract/needs/rating-contract';
import { type RatingGrade, ratingGrades, ratingWords } from '@zhitong/domain/needs/rating';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { Answered, Empty } from '#ui/states';
import { type PeriodQuery, RatingPeriodPart } from './rating-period.tsx';
import { countOf } from './rating-share.ts';
import { ratingsText } from './ratings-text.ts';

/** How the grades of one's own body are spread, from five on. */
export function RatingOwnSum() {
  return <RatingPeriodPart>{(query) => <OwnSum query={query} />}</RatingPeriodPart>;
}

function OwnSum({ query }: { query: PeriodQuery }) {
  const say = useText(ratingsText);
  const language = useLanguage();
  const asked = useAsk(sumRatings, { query });
  return (
    <Answered asked={asked} rows={5}>
      {({ count, grades }) => {
        if (grades === null)
          return (
            <Empty
              sentence={
                count === 0 ? say(query.period === 'all' ? 'noSums' : 'noneInPeriod') : say('ownFew', { count })
              }
            />
          );
        const columns: readonly Column<RatingGrade>[] = [
          { key: 'grade', head: say('grade'), cell: (grade) => ratingWords[grade][language] },
          { key: 'count', head: say('count'), align: 'right', cell: (grade) => countOf(grades, grade) },
        ];
        return <DataTable label={say('ownTitle')} columns={columns} rows={ratingGrades} keyOf={String} />;
      }}
    </Answered>
  );
}
