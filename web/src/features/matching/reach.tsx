import type { UseQueryResult } from '@tanstack/react-query';
import { type PreviewMatch, previewMatches } from '@zhitong/contract/matching/match-contract';
import type { needChips } from '@zhitong/contract/values';
import { tiers } from '@zhitong/domain/matching/tier';
import { useState } from 'react';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatParts } from '#platform/format-list';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Loading, Trouble } from '#ui/states';
import { TierPips } from '#ui/tier';
import { reachText } from './reach-text.ts';
import { VerdictCounts } from './verdicts.tsx';
import { WhyDrawer } from './why-drawer.tsx';

export type Reach = UseQueryResult<z.output<typeof previewMatches.reply>>;

interface ReachWish {
  readonly text: string;
  readonly chips: z.input<typeof needChips>;
  readonly enabled: boolean;
}

const listed = 50;
const firstShown = 8;

/** Who would be told, exactly as publishing will do it: local first. The list keeps its rows while it refreshes. */
export function useReach({ text, chips, enabled }: ReachWish): Reach {
  return useAsk(previewMatches, { body: { text, chips, limit: listed, cityFirst: true } }, { enabled });
}

/** The live right side of the composer. */
export function ReachPanel({ reach, asked }: { reach: Reach; asked: boolean }) {
  const say = useText(reachText);
  if (!asked) return <p className="zt-ink-3">{say('waiting')}</p>;
  if (reach.error && !reach.data) return <Trouble error={reach.error} onRetry={() => void reach.refetch()} />;
  if (!reach.data) return <Loading rows={6} />;
  const { matches, notes, model } = reach.data;
  return (
    <div className={reach.isPlaceholderData ? 'zt-stale' : undefined}>
      <p className="zt-reach-sentence" aria-live="polite">
        <ReachSentence matches={matches} />
      </p>
      <ReachRows matches={matches} model={model} />
      {notes.map((note) => (
        <p key={note.code} className="zt-note">
          <MixedText>{note.text}</MixedText>
        </p>
      ))}
    </div>
  );
}

function ReachSentence({ matches }: { matches: readonly PreviewMatch[] }) {
  const say = useText(reachText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  if (matches.length === 0) return say('nobody');
  const byTier = tiers
    .map((tier) => ({ tier, count: matches.filter((match) => match.tier === tier).length }))
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => say('tierCount', { tier: sayShared(`tierPlace.${tier}`), count }));
  return say('willReach', { count: matches.length, tiers: formatParts(byTier, language) });
}

function ReachRows({ matches, model }: { matches: readonly PreviewMatch[]; model: string }) {
  const say = useText(reachText);
  const [why, setWhy] = useState<string>();
  const [all, setAll] = useState(false);
  const shown = all ? matches : matches.slice(0, firstShown);
  return (
    <>
      <ol className="zt-reach-rows">
        {shown.map((match, place) => (
          <li key={match.organisation.id}>
            <span className="zt-rank zt-figures">{place + 1}</span>
            <span className="zt-reach-firm">
              <span lang="zh">{match.organisation.name}</span>
              <span className="zt-reach-facts">
                <TierPips tier={match.tier} />
                <VerdictCounts reasons={match.reasons} />
                <span className="zt-ink-3 zt-figures">{say('score', { score: Math.round(match.score) })}</span>
              </span>
            </span>
            <button type="button" className="zt-plain-button zt-nowrap" onClick={() => setWhy(match.organisation.id)}>
              {say('why')}
              <span className="zt-only-read" lang="zh">
                {match.organisation.name}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {matches.length > shown.length && (
        <button type="button" className="zt-plain-button" onClick={() => setAll(true)}>
          {say('showAll', { count: matches.length })}
        </button>
      )}
      <WhyDrawer
        match={matches.find(({ organisation }) => organisation.id === why)}
        model={model}
        onClose={() => setWhy(undefined)}
      />
    </>
  );
}
