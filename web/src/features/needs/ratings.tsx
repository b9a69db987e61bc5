import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Page } from '#ui/page';
import { RatingCallbacks } from './rating-callbacks.tsx';
import { RatingOwnSum } from './rating-own-sum.tsx';
import { RatingSums } from './rating-sums.tsx';
import { RatingSuspicions } from './rating-suspicions.tsx';
import { ratingsText } from './ratings-text.ts';
import './case.css';
import './desk.css';
import './ratings.css';

const views = ['sums', 'suspicions', 'callbacks'] as const;
const parts = { sums: RatingSums, suspicions: RatingSuspicions, callbacks: RatingCallbacks } as const;

/** How do firms grade the bodies, what looks made up, and whom do we call back? A body sees its own sum. */
export function Ratings() {
  const say = useText(ratingsText);
  const supervises = useMay()('rating.supervise');
  const address = useAddress();
  const view = views.find((name) => name === address.get('view')) ?? 'sums';
  const Part = parts[view];
  return (
    <Page title={say('title')} finding={say('lead')}>
      {supervises ? (
        <>
          <ChoiceRow
            label={say('view')}
            value={view}
            choices={views.map((value) => ({ value, word: say(`view.${value}`) }))}
            onChoose={(next) =>
              address.set({ view: next === 'sums' ? undefined : next, date: undefined, period: undefined }, 'quietly')
            }
          />
          <Part />
        </>
      ) : (
        <RatingOwnSum />
      )}
    </Page>
  );
}
