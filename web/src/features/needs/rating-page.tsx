import { giveRating, readRating } from '@zhitong/contract/needs/rating-contract';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Page } from '#ui/page';
import { Answered, Refused } from '#ui/states';
import { RatingForm } from './rating-form.tsx';
import { ratingText } from './rating-text.ts';

/** What stands behind `#` never leaves the browser but in our own calls. */
const tokenHere = () => decodeURIComponent(location.hash.slice(1));

/** How was it handled? For whoever holds the link, on a telephone without an account. */
export function RatingPage() {
  const say = useText(ratingText);
  const [token] = useState(tokenHere);
  const asked = useAsk(readRating, { params: { token } }, { enabled: token !== '' });
  return (
    <main id="main" className="zt-rating-page">
      <Page title={say('title')}>
        {token === '' ? (
          <Refused sentence={say('noToken')} />
        ) : (
          <Answered asked={asked} rows={3}>
            {({ title, body, state }) => (
              <section className="zt-card zt-padded">
                <p lang="zh">{say('about', { title, body })}</p>
                {state === 'open' ? <Open token={token} /> : <Refused sentence={say(state)} />}
              </section>
            )}
          </Answered>
        )}
      </Page>
    </main>
  );
}

function Open({ token }: { token: string }) {
  const say = useText(ratingText);
  const language = useLanguage();
  const minute = useMinute();
  const giving = useDo(giveRating);
  if (giving.data) {
    const { due, dueCertain } = giving.data;
    const uncertain = dueCertain ? '' : say('uncertain');
    return (
      <p role="status">
        {say('thanks')}
        {due && say('reopened', { due: formatInstantExactly(due, minute, language), uncertain })}
      </p>
    );
  }
  const give = ({ grade, text }: { grade: number; text: string }) =>
    giving.mutate({ params: { token }, body: { grade, ...(text.trim() && { text }) } });
  return <RatingForm onGive={give} pending={giving.isPending} error={giving.error} />;
}
