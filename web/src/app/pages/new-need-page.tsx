import { ReachPanel, useReach } from '#features/matching/reach';
import { useComposer } from '#features/needs/composer';
import { ComposerScreen } from '#features/needs/composer-screen';
import { useRequestForm } from '#features/needs/request-form';
import { useAddress } from '#platform/address';

/** Which list, who handles it, who can make it, and what is still missing? */
export function NewNeedPage() {
  const address = useAddress();
  const composer = useComposer(address.get('text'), address.get('gap'));
  const request = useRequestForm(composer);
  const matchable = composer.matchable && (request.list === undefined || request.list === 'sourcing');
  const reach = useReach({ text: composer.settledText, chips: composer.chips, enabled: matchable });
  return (
    <ComposerScreen
      composer={composer}
      request={request}
      reach={<ReachPanel reach={reach} asked={matchable} />}
      reachCount={matchable ? reach.data?.matches.length : undefined}
    />
  );
}
