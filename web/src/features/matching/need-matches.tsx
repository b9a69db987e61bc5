import { listNeedMatches, type NeedMatch } from '@zhitong/contract/matching/match-contract';
import type { Need } from '@zhitong/contract/needs/need-contract';
import { tiers } from '@zhitong/domain/matching/tier';
import { useRef } from 'react';
import { useAddress } from '#platform/address';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { MixedText } from '#ui/mixed-text';
import { Answered, EmptyFiltered } from '#ui/states';
import { MatchCard } from './match-card.tsx';
import { matchText } from './match-text.ts';
import { WhyDrawer } from './why-drawer.tsx';
import { WidenRow } from './widen-row.tsx';

/** The suppliers of a need, ranked, each with what speaks for and against it. */
export function NeedMatches({ need }: { need: Need }) {
  const say = useText(matchText);
  const asked = useAsk(listNeedMatches, { params: { id: need.id } });
  return (
    <Answered asked={asked} rows={8}>
      {({ matches, notes, model }) => (
        <div className="zt-matches">
          {notes.map((note) => (
            <p key={note.code} className="zt-note">
              <MixedText>{note.text}</MixedText>
            </p>
          ))}
          {need.keptBack !== null && <p className="zt-note">{say('keptBack')}</p>}
          {matches.length > 0 && <Filters matches={matches} />}
          <MatchList need={need} matches={matches} model={model} />
          <WidenRow need={need} />
        </div>
      )}
    </Answered>
  );
}

function Filters({ matches }: { matches: readonly NeedMatch[] }) {
  const say = useText(matchText);
  const sayShared = useText(sharedText);
  const address = useAddress();
  const present = tiers.filter((tier) => matches.some((match) => match.tier === tier));
  return (
    <div className="zt-filters">
      <ChoiceRow
        label={say('sort')}
        value={address.get('sort') === 'price' ? 'price' : 'fit'}
        choices={[
          { value: 'fit', word: say('sortFit') },
          { value: 'price', word: say('sortPrice') },
        ]}
        onChoose={(sort) => address.set({ sort: sort === 'fit' ? undefined : sort }, 'quietly')}
      />
      {present.length > 1 && (
        <ChoiceRow
          label={say('tierFilter')}
          value={address.get('tier') ?? 'all'}
          choices={[
            { value: 'all', word: say('allTiers') },
            ...present.map((tier) => ({ value: tier, word: sayShared(`tier.${tier}`) })),
          ]}
          onChoose={(tier) => address.set({ tier: tier === 'all' ? undefined : tier }, 'quietly')}
        />
      )}
    </div>
  );
}

function MatchList({ need, matches, model }: { need: Need; matches: readonly NeedMatch[]; model: string }) {
  const address = useAddress();
  const list = useRef<HTMLOListElement>(null);
  const tier = address.get('tier');
  const why = address.get('why');
  const fitting = matches.filter((match) => tier === undefined || match.tier === tier);
  const rows = address.get('sort') === 'price' ? fitting.toSorted(byPrice) : fitting;
  const openWhy = (id: string | undefined) => address.set({ why: id }, 'quietly');
  useListKeys(list, openWhy);
  if (rows.length === 0 && matches.length > 0)
    return <EmptyFiltered onClear={() => address.set({ tier: undefined })} />;
  return (
    <>
      <ol className="zt-match-list" ref={list}>
        {rows.map((row) => (
          <MatchCard
            key={row.match.id}
            need={need}
            row={row}
            rank={matches.indexOf(row) + 1}
            onWhy={() => openWhy(row.match.id)}
          />
        ))}
      </ol>
      <WhyDrawer
        match={matches.find(({ match }) => match.id === why)}
        model={model}
        onClose={() => openWhy(undefined)}
      />
    </>
  );
}

/** `j` `k` walk the cards, `w` asks why for the one in focus. */
function useListKeys(list: { readonly current: HTMLOListElement | null }, onWhy: (id: string) => void): void {
  const cards = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-match]') ?? [])];
  const here = () => cards().findIndex((card) => card.contains(document.activeElement));
  const move = (step: number) => {
    const all = cards();
    all[Math.min(Math.max(here() + step, 0), all.length - 1)]?.focus();
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    w: () => {
      const id = cards()[Math.max(here(), 0)]?.dataset.match;
      if (id) onWhy(id);
    },
  });
}

/** Quotes first, cheapest first; the others keep their rank. */
function byPrice(a: NeedMatch, b: NeedMatch): number {
  const price = ({ response }: NeedMatch) => response?.priceFen ?? Number.POSITIVE_INFINITY;
  const difference = price(a) - price(b);
  return Number.isNaN(difference) ? 0 : difference;
}
