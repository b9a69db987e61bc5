import { type RatingPeriod, ratingPeriods } from '@zhitong/domain/needs/rating-period';
import type { ReactNode } from 'react';
import { useAddress } from '#platform/address';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Empty } from '#ui/states';
import { ratingsText } from './ratings-text.ts';

export interface PeriodQuery {
  readonly period: RatingPeriod;
  readonly from?: string;
  readonly to?: string;
}

interface Props {
  /** beside the choice */
  readonly action?: (query: PeriodQuery) => ReactNode;
  /** the sums of a period that can be asked for */
  readonly children: (query: PeriodQuery) => ReactNode;
}

/** The period of a sum stands in the address; half a stretch of days is not asked for. */
export function RatingPeriodPart({ action, children }: Props) {
  const say = useText(ratingsText);
  const address = useAddress();
  const period = ratingPeriods.find((name) => name === address.get('period')) ?? 'all';
  const [from, to] = [address.get('from') ?? '', address.get('to') ?? ''];
  const problem = period === 'days' ? problemOf(from, to) : undefined;
  const query: PeriodQuery = { period, ...(period === 'days' && { from, to }) };
  const choose = (next: RatingPeriod) =>
    address.set({ period: next === 'all' ? undefined : next, from: undefined, to: undefined }, 'quietly');
  return (
    <>
      <div className="zt-filters">
        <ChoiceRow
          label={say('period')}
          value={period}
          choices={ratingPeriods.map((value) => ({ value, word: say(`period.${value}`) }))}
          onChoose={choose}
        />
        {!problem && action?.(query)}
      </div>
      {period === 'days' && (
        <div className="zt-rating-days">
          {(['from', 'to'] as const).map((end) => (
            <Field key={end} label={say(end)}>
              {(field) => (
                <DateField
                  {...field}
                  value={end === 'from' ? from : to}
                  onChange={(next) => address.set({ [end]: next || undefined }, 'quietly')}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {problem ? <Empty sentence={say(problem)} /> : children(query)}
      {!problem && period !== 'all' && <p className="zt-meta">{say('batches')}</p>}
    </>
  );
}

function problemOf(from: string, to: string): 'needDays' | 'daysBackwards' | undefined {
  if (from === '' || to === '') return 'needDays';
  return from > to ? 'daysBackwards' : undefined;
}
