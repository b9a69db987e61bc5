import { listClaims } from '@zhitong/contract/directory/claim-contract';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { appText } from './app-text.ts';
import { type MenuPlace, places } from './menu-places.tsx';

/** How many wait behind a place of the menu; nothing where none do. */
export function MenuCount({ place }: { place: MenuPlace }) {
  return place.to === places.reviews.to ? <ClaimsWaiting /> : null;
}

function ClaimsWaiting() {
  const say = useText(appText);
  const decides = useMay()('claim.decide');
  const asked = useAsk(listClaims, { query: { status: 'waiting', limit: 1 } }, { enabled: decides });
  const count = asked.data?.counts.waiting ?? 0;
  if (!decides || count === 0) return null;
  return (
    <span className="zt-menu-count">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="zt-only-read">{say('claimsWaiting', { count })}</span>
    </span>
  );
}
