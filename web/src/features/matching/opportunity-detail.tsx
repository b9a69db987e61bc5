import { getOpportunity, type Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { propertyText } from '@zhitong/domain/matching/property-words';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatBefore } from '#platform/format-date';
import { formatNeedSubject } from '#platform/format-need';
import { formatDemand, formatNeedLimit } from '#platform/format-quantity';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { TierPips } from '#ui/tier';
import { FillFact } from './fill-fact.tsx';
import { OpportunityAnswer } from './opportunity-answer.tsx';
import { OpportunityLight } from './opportunity-light.tsx';
import { opportunityText } from './opportunity-text.ts';
import { ReasonLine } from './verdicts.tsx';

/** The need as this supplier may see it, why it came here, and the answer in two taps. */
export function OpportunityDetail({ id }: { id: string }) {
  const asked = useAsk(getOpportunity, { params: { id } });
  return (
    <Answered asked={asked} rows={6}>
      {(opportunity) => <Detail opportunity={opportunity} />}
    </Answered>
  );
}

function Detail({ opportunity }: { opportunity: Opportunity }) {
  const say = useText(opportunityText);
  const language = useLanguage();
  const minute = useMinute();
  const { need } = opportunity;
  const facts = [
    need.deadline && formatBefore(need.deadline, minute, language),
    need.place,
    ...need.limits.map((limit) => formatNeedLimit(limit, language)),
    ...need.certificates,
  ].filter(Boolean);
  // once it is over no time is left, and the day stands among the facts
  const running = opportunity.state === 'new' || opportunity.state === 'answered';
  return (
    <article className="zt-card zt-opportunity">
      <header>
        <h2>
          <MixedText>{formatNeedSubject(need, language)}</MixedText>
        </h2>
        <p className="zt-opportunity-facts">
          {running && <OpportunityLight row={opportunity} />}
          <AppLink to={`/organisations/${opportunity.buyer.id}`}>{opportunity.buyer.name}</AppLink>
          <TierPips tier={opportunity.tier} />
        </p>
        {facts.length > 0 && (
          <p className="zt-figures">
            <MixedText>{facts.join(' · ')}</MixedText>
          </p>
        )}
      </header>
      <Outcome opportunity={opportunity} />
      <section aria-label={say('whyFits')}>
        <ul className="zt-reasons zt-reasons-tall">
          {opportunity.reasons.map((reason) => (
            <OwnReason key={reason.code + reason.text} opportunity={opportunity} reason={reason} />
          ))}
        </ul>
      </section>
      <OpportunityAnswer opportunity={opportunity} />
      <details>
        <summary>{say('original')}</summary>
        <blockquote lang="zh">{need.text}</blockquote>
      </details>
      <p className="zt-ink-2">
        <MixedText>{opportunity.contact ? say('contact', opportunity.contact) : say('contactWithheld')}</MixedText>
      </p>
    </article>
  );
}

/** A reason as it reads to the supplier itself; what is not registered can be filled in on the spot. */
function OwnReason({ opportunity, reason }: { opportunity: Opportunity; reason: Opportunity['reasons'][number] }) {
  const say = useText(opportunityText);
  const language = useLanguage();
  const limit = opportunity.need.limits.find(({ name }) => name === reason.params.name);
  const bare = reason.params.low === null && reason.params.high === null;
  const own = reason.code === 'limit.unknown' && limit && bare;
  const text = own
    ? say('notStated', { name: propertyText(limit.name, language), limit: formatDemand(limit, language) })
    : reason.text;
  const open = reason.verdict === 'unknown' && opportunity.state === 'new';
  return (
    <li>
      <ReasonLine reason={{ ...reason, text }} />
      {open && limit && <FillFact opportunity={opportunity} limit={limit} />}
      {open && !limit && (
        <AppLink to={`/offers?edit=${opportunity.offer.id}`} className="zt-button-link">
          {say('fill')}
        </AppLink>
      )}
    </li>
  );
}

/** What became of it: chosen with the way to the deal, or not chosen as a fact plus a hint. */
function Outcome({ opportunity: { state, deal, rejection, sameReason } }: { opportunity: Opportunity }) {
  const say = useText(opportunityText);
  if (state === 'new' || state === 'answered' || state === 'declined') return null;
  return (
    <div className="zt-notice">
      <p>
        <strong>{say(`state.${state}`)}</strong> {deal && <AppLink to={`/deals/${deal.id}`}>{say('openDeal')}</AppLink>}
      </p>
      {rejection && <p>{say('notChosen', { reason: say(`reject.${rejection.code}`) })}</p>}
      {rejection?.derived && <p className="zt-ink-2">{say('notChosenDerived')}</p>}
      {rejection?.note && <p lang="zh">{say('notChosenNote', { note: rejection.note })}</p>}
      {rejection && sameReason !== undefined && sameReason > 1 && (
        <p className="zt-ink-2">{say('sameReason', { reason: say(`reject.${rejection.code}`), count: sameReason })}</p>
      )}
    </div>
  );
}
