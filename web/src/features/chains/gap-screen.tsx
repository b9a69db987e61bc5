import { type GapReply, getGap } from '@zhitong/contract/chains/chain-contract';
import { getGapDoings } from '@zhitong/contract/chains/gap-task-contract';
import type { z } from 'zod';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatCount } from '#platform/format-number';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { dayIn } from './chain-filter.ts';
import { GapActions } from './gap-actions.tsx';
import { GapAdvice, GapReach, GapTrend } from './gap-cells.tsx';
import { GapDoings } from './gap-doings.tsx';
import { GapFinding } from './gap-finding.tsx';
import { GapHistory } from './gap-history.tsx';
import { GapMakers } from './gap-makers.tsx';
import { GapPrice } from './gap-price.tsx';
import { gapText } from './gap-text.ts';
import { KeptGapPage } from './kept-gap.tsx';
import './chain.css';

type Gap = z.output<typeof getGap.reply> & { readonly gap: GapReply };

/** One weak link down to its rows: why, for how much, who makes it, what stops without it, and since when. */
export function GapScreen({ id, product }: { id: string; product: string }) {
  const at = dayIn(useAddress());
  const asked = useAsk(getGap, { params: { id, product }, query: { at } });
  return (
    <Answered asked={asked} rows={12}>
      {({ gap, kept, ...rest }) => (
        <>
          {kept && <KeptGapPage found={rest} kept={kept} />}
          {gap && <GapPage found={{ ...rest, gap, kept }} />}
        </>
      )}
    </Answered>
  );
}

function GapPage({ found }: { found: Gap }) {
  const say = useText(gapText);
  const language = useLanguage();
  const { chain, gap } = found;
  return (
    <Page
      title={gap.product.name}
      finding={<GapFinding chain={chain} gap={gap} />}
      action={
        <>
          <AppLink className="zt-button-link" to={`/chains/${chain.id}?segment=${encodeURIComponent(gap.segment.id)}`}>
            {say('map')}
          </AppLink>
          <AppLink className="zt-button-link" to={`/chains/${chain.id}/gaps`}>
            {say('back')}
          </AppLink>
        </>
      }
    >
      <GapWays chainId={chain.id} gap={gap} />
      <div className="zt-gap-columns">
        <section className="zt-card zt-padded zt-section" aria-labelledby="why">
          <h2 id="why">{say('why')}</h2>
          <ul className="zt-gap-reasons">
            {gap.causes.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                <MixedText>{text}</MixedText>
              </li>
            ))}
          </ul>
          <GapFacts gap={gap} />
        </section>
        <GapPrice gap={gap} />
      </div>
      <GapDoings chainId={chain.id} product={gap.product.id} />
      <GapMakers found={found} />
      <GapStops found={found} />
      <GapHistory history={found.history} />
      <p className="zt-meta">
        {gap.asOf === null ? say('asOfUnknown') : say('asOf', { date: formatDate(gap.asOf, language) })}
        {' · '}
        <AppLink to={`/products/${gap.product.id}`}>{say('openProduct')}</AppLink>
      </p>
    </Page>
  );
}

/** A firm's need begins with what the firm registered as bought, once that is known. */
function GapWays({ chainId, gap }: { chainId: string } & Pick<Gap, 'gap'>) {
  const doings = useAsk(getGapDoings, { params: { id: chainId, product: gap.product.id } });
  return <GapActions chainId={chainId} gap={gap} wish={doings.data?.wish} />;
}

function GapFacts({ gap }: Pick<Gap, 'gap'>) {
  const { openNeeds, reach } = gap;
  const say = useText(gapText);
  const language = useLanguage();
  return (
    <dl className="zt-facts">
      <div>
        <dt>{say('needs')}</dt>
        <dd>{say('needCount', { count: formatCount(openNeeds, language) })}</dd>
      </div>
      <div>
        <dt>{say('reach')}</dt>
        <dd>
          <GapReach reach={reach} />
        </dd>
      </div>
      <div>
        <dt>{say('advice')}</dt>
        <dd>
          <GapAdvice reach={reach} />
        </dd>
      </div>
      <div>
        <dt>{say('trend')}</dt>
        <dd>
          <GapTrend gap={gap} />
        </dd>
      </div>
    </dl>
  );
}

/** Products of the chain that cannot be made while it is not to be had. */
function GapStops({ found: { chain, stops } }: { found: Gap }) {
  const say = useText(gapText);
  return (
    <section className="zt-section" aria-labelledby="stops">
      <h2 id="stops">{say('stops')}</h2>
      <p className="zt-ink-2">{stops.length > 0 ? say('stopsFinding', { count: stops.length }) : say('stopsNone')}</p>
      {stops.length > 0 && (
        <ul className="zt-gap-stops">
          {stops.map(({ id, name }) => (
            <li key={id}>
              <AppLink to={`/chains/${chain.id}/gaps/${id}`}>{name}</AppLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
