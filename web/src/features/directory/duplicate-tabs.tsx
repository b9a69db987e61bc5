import './identity.css';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { duplicateText } from './duplicate-text.ts';

const places = [
  { to: '/duplicates', word: 'tabPairs' },
  { to: '/merges', word: 'tabMerges' },
  { to: '/disputes', word: 'tabDisputes' },
] as const;

/** Three desks of one job: which records are one organisation, and which are wrong. */
export function DuplicateTabs({ here }: { here: (typeof places)[number]['to'] }) {
  const say = useText(duplicateText);
  return (
    <nav className="zt-identity-tabs" aria-label={say('title')}>
      {places.map(({ to, word }) => (
        <AppLink key={to} to={to} className="zt-identity-tab" current={to === here}>
          {say(word)}
        </AppLink>
      ))}
    </nav>
  );
}
