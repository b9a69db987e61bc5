import { useMay } from '#platform/may';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { claimText } from './claim-text.ts';

/** The way to one’s own claims; absent for whoever may not claim. */
export function MyClaimsLink() {
  const say = useText(claimText);
  const may = useMay();
  if (!may('claim.make')) return null;
  return (
    <section className="zt-card zt-padded">
      <AppLink to="/claims">{say('mineTitle')}</AppLink>
    </section>
  );
}
