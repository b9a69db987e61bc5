import type { getChain } from '@zhitong/contract/chains/chain-contract';
import type { z } from 'zod';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { GapMark } from '#ui/gap-mark';
import { MixedText } from '#ui/mixed-text';
import { ChainAmounts } from './chain-amounts.tsx';
import { chainText } from './chain-text.ts';
import { countOf, sumsOf } from './class-sums.ts';

type Chain = z.output<typeof getChain.reply>;

/** How many segments and products, how strong; the largest gap with its amount and who buys. */
export function ChainFinding({ chain: { chain, segments, largest, kept } }: { chain: Chain }) {
  const say = useText(chainText);
  const products = segments.reduce((sum, segment) => sum + segment.products.length, 0);
  if (kept) {
    const notKept = products - segments.reduce((sum, { classes }) => sum + countOf(classes), 0);
    return say('mapFindingPast', { segments: segments.length, products, notKept, ...sumsOf(segments) });
  }
  return (
    <>
      {say('mapFinding', { segments: segments.length, products, ...sumsOf(segments) })}{' '}
      {largest ? (
        <>
          {say('largest')}
          <AppLink to={`/chains/${chain.id}/gaps/${largest.product.id}`}>{largest.product.name}</AppLink>{' '}
          <GapMark of={largest.class} />
          <Price demand={largest.demand} />
          {say('end')}
        </>
      ) : (
        say('largestNone')
      )}
    </>
  );
}

function Price({ demand }: { demand: NonNullable<Chain['largest']>['demand'] }) {
  const say = useText(chainText);
  if (demand.buyers === null || demand.withheld === 'few') return <> · {say('few')}</>;
  if (demand.buyers === 0) return <> · {say('noPurchase')}</>;
  return (
    <>
      {say('boughtBy')}
      <strong>
        <ChainAmounts of={demand} buyers={demand.buyers} />
      </strong>
    </>
  );
}

/** Who answers for the chain. */
export function ChainFacts({ chain: { chief, leadBody, leader, expert, demo } }: { chain: Chain['chain'] }) {
  const say = useText(chainText);
  const facts = [
    { word: 'chief' as const, value: chief && <MixedText>{say('chiefOf', { ...chief })}</MixedText> },
    { word: 'leadBody' as const, value: leadBody && <Body body={leadBody} /> },
    { word: 'leader' as const, value: leader && <Body body={leader} /> },
    { word: 'expert' as const, value: expert && <MixedText>{expert}</MixedText> },
  ];
  return (
    <dl className="zt-chain-facts">
      {facts.map(({ word, value }) => (
        <div key={word}>
          <dt>{say(word)}</dt>
          <dd>{value ?? say('nobody')}</dd>
        </div>
      ))}
      {demo && (
        <div>
          <dt className="zt-only-read">{say('demoData')}</dt>
          <dd className="zt-demo-mark">{say('demo')}</dd>
        </div>
      )}
    </dl>
  );
}

function Body({ body: { id, name } }: { body: NonNullable<Chain['chain']['leader']> }) {
  return <AppLink to={`/organisations/${id}`}>{name}</AppLink>;
}
