import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { appText } from './app-text.ts';

export function MissingPage() {
  const say = useText(appText);
  return (
    <main className="zt-state" id="content">
      <h1>{say('pageMissing')}</h1>
      <AppLink to="/">{say('home')}</AppLink>
    </main>
  );
}
