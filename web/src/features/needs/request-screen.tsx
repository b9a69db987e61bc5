import { needTimeline } from '@zhitong/contract/needs/case-contract';
import type { Need } from '@zhitong/contract/needs/need-contract';
import { isCaseOver } from '@zhitong/domain/needs/case-action';
import type { ReactNode } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { CaseLight } from './case-light.tsx';
import { OrderConsent } from './order-consent.tsx';
import { RatingBox } from './rating-box.tsx';
import { RequestActions } from './request-actions.tsx';
import { RequestConfirmation } from './request-confirmation.tsx';
import { RequestFileList } from './request-files.tsx';
import { requestText } from './request-text.ts';
import type { RequestTimeline } from './request-timeline.ts';

/** Who has my matter, since when, what next, by when? */
export function RequestScreen({ need, offers }: { need: Need; offers?: ReactNode }) {
  const say = useText(requestText);
  const asked = useAsk(needTimeline, { params: { id: need.id } });
  const seen = asked.data;
  return (
    <Page
      title={need.title}
      finding={seen && <CaseLight row={seen} dayMinutes={seen.dayMinutes} />}
      action={seen && <RequestActions need={need} seen={seen} />}
    >
      <Answered asked={asked} rows={6}>
        {(timeline) => (
          <div className="zt-request">
            <Standing timeline={timeline} />
            <RequestConfirmation needId={need.id} timeline={timeline} />
            <OrderConsent caseId={timeline.case.id} />
            {timeline.rating && <RatingBox needId={need.id} rating={timeline.rating} />}
            {offers}
            <section aria-label={say('timeline')}>
              <h2>{say('timeline')}</h2>
              <Events events={timeline.events} />
            </section>
            <Original timeline={timeline} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** In one breath: who has it, since when, and what comes next by when. */
function Standing({ timeline: { holder, next, status } }: { timeline: RequestTimeline }) {
  const say = useText(requestText);
  const language = useLanguage();
  const minute = useMinute();
  const since = formatInstantExactly(holder.since, minute, language);
  const facts = { body: holder.body.name, person: holder.person ?? '', since };
  return (
    <p className="zt-request-standing" role="status">
      <MixedText>
        {!isCaseOver(status) && say(holder.person ? 'holder' : 'holderNobody', facts)}
        {say('next', { next })}
      </MixedText>
    </p>
  );
}

function Events({ events }: { events: RequestTimeline['events'] }) {
  const language = useLanguage();
  const minute = useMinute();
  return (
    <ol className="zt-card zt-timeline">
      {events.toReversed().map((event) => (
        <li key={`${event.at} ${event.text}`}>
          <time className="zt-ink-2 zt-figures zt-nowrap" dateTime={event.at}>
            {formatInstantExactly(event.at, minute, language)}
          </time>
          <div>
            <MixedText>{event.text}</MixedText>
            {event.said && (
              <blockquote className="zt-said" lang="zh">
                {event.said}
              </blockquote>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Original({ timeline: { text, files, allowed, mayConfirm, rating } }: { timeline: RequestTimeline }) {
  const say = useText(requestText);
  const own = mayConfirm || rating !== null || allowed.includes('withdraw');
  return (
    <section className="zt-card zt-padded">
      <h2>{say(own ? 'original' : 'originalBureau')}</h2>
      <p className="zt-request-words" lang="zh">
        {text}
      </p>
      <RequestFileList files={files} />
    </section>
  );
}
