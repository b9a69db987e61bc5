import { ReachPanel, useReach } from '#features/matching/reach';
import { useComposer } from '#features/needs/composer';
import { ComposerScreen } from '#features/needs/composer-screen';
import { useAddress } from '#platform/address';

/** Who can make this, and what is still missing? */
export function NewNeedPage() {
  const composer = useComposer(useAddress().get('text'));
  const { matchable } = composer;
  const reach = useReach({ text: composer.settledText, chips: composer.chips, enabled: matchable });
  return (
    <ComposerScreen
      composer={composer}
      reach={<ReachPanel reach={reach} asked={matchable} />}
      reachCount={matchable ? reach.data?.matches.length : undefined}
    />
  );
}
