import { useQueryClient } from '@tanstack/react-query';
import { listNeedMatches } from '@zhitong/contract/matching/match-contract';
import { getNeed, type Need, widenNeed } from '@zhitong/contract/needs/need-contract';
import { type Tier, tiers } from '@zhitong/domain/matching/tier';
import { Button } from 'antd';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { matchText } from './match-text.ts';

/** Opens the need to the next wider range now, and says how many more have it, or why it could not. */
export function WidenRow({ need }: { need: Need }) {
  const say = useText(matchText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const widening = useDo(widenNeed);
  const next = need.allowed.includes('widen') ? nextTier(need.reach) : undefined;
  const widen = (reach: Tier) =>
    widening.mutate(
      { params: { id: need.id }, body: { reach } },
      { onSuccess: () => refresh(client, getNeed, listNeedMatches) },
    );
  const added = widening.data?.added;
  if (!next && added === undefined && !widening.error) return null;
  return (
    <div className="zt-widen" role="status">
      {added !== undefined && <span>{added > 0 ? say('widened', { count: added }) : say('widenedNone')}</span>}
      {widening.error && <Trouble error={widening.error} />}
      {next && (
        <Button loading={widening.isPending} onClick={() => widen(next)}>
          {say('widenTo', { tier: sayShared(`tier.${next}`) })}
        </Button>
      )}
    </div>
  );
}

function nextTier(reach: Tier): Tier | undefined {
  const next = tiers[tiers.indexOf(reach) + 1];
  return next === 'unknown' ? undefined : next;
}
