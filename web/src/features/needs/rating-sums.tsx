import { type RatingSums as Sums, sumRatingsByBody } from '@zhitong/contract/needs/rating-contract';
import { ratingGrades, ratingWords } from '@zhitong/domain/needs/rating';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { type Say, useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { Answered, Empty } from '#ui/states';
import { type PeriodQuery, RatingPeriodPart } from './rating-period.tsx';
import { countOf, fewestForShare, type Grades, satisfiedOf, shownOf } from './rating-share.ts';
import { ratingsText } from './ratings-text.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly asked: number;
  readonly count: number;
  readonly grades: Grades | null;
}

/** The grades of each body as sums; each body leads to its closed cases, a grade to none, or it would tell who rated. */
export function RatingSums() {
  return (
    <RatingPeriodPart action={(query) => <ExportLink list={sumRatingsByBody} query={{ ...query }} />}>
      {(query) => <SumTable query={query} />}
    </RatingPeriodPart>
  );
}

function SumTable({ query }: { query: PeriodQuery }) {
  const say = useText(ratingsText);
  const columns = useColumns(say);
  const asked = useAsk(sumRatingsByBody, { query });
  const empty = query.period === 'all' ? 'noSums' : 'noneInPeriod';
  return (
    <Answered asked={asked} rows={8}>
      {(sums) =>
        sums.bodies.length === 0 ? (
          <Empty sentence={say(empty)} />
        ) : (
          <DataTable label={say('view.sums')} columns={columns} rows={rowsOf(sums, say)} keyOf={({ key }) => key} />
        )
      }
    </Answered>
  );
}

function rowsOf({ bodies, total }: Sums, say: Say<(typeof ratingsText)['zh']>): readonly Row[] {
  const rows = bodies.map(({ body, ...row }) => ({ key: body.id, name: body.name, ...row }));
  return total.grades === null ? rows : [{ key: '', name: say('total'), ...total }, ...rows];
}

function useColumns(say: Say<(typeof ratingsText)['zh']>): readonly Column<Row>[] {
  const language = useLanguage();
  const rated = ({ count, asked }: Row) => say('shareOf', { some: count, all: asked });
  return [
    {
      ...{ key: 'body', head: say('body') },
      cell: ({ key, name }) =>
        key === '' ? <strong>{name}</strong> : <AppLink to={`/cases?body=${key}&state=closed`}>{name}</AppLink>,
    },
    { key: 'rated', head: say('rated'), align: 'right', oneLine: true, cell: rated },
    {
      ...{ key: 'satisfied', head: say('satisfied'), align: 'right', oneLine: true },
      cell: ({ grades }) =>
        grades === null ? (
          <span className="zt-meta">{say('few')}</span>
        ) : (
          <span title={say('satisfiedHint')}>{shareText(satisfiedOf(grades), shownOf(grades))}</span>
        ),
    },
    ...ratingGrades.map(
      (grade): Column<Row> => ({
        ...{ key: `g${grade}`, head: ratingWords[grade][language], align: 'right' },
        cell: ({ grades }) => (grades === null ? '—' : countOf(grades, grade).toLocaleString('en-GB')),
      }),
    ),
  ];

  function shareText(some: number, all: number): string {
    if (all < fewestForShare) return say('shareOf', { some, all });
    return say('percent', { share: Math.round((some / all) * 100) });
  }
}
