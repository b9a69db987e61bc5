import { Button } from 'antd';
import { MyClaimsLink } from '#features/directory/claim-link';
import { useSignOut } from '#features/directory/session';
import { SessionList } from '#features/directory/session-list';
import { SessionSecurity } from '#features/directory/session-security';
import { useGo } from '#platform/address';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { appText } from '../app-text.ts';
import { DisplaySettings } from '../display-settings.tsx';
import { furtherPlacesOf, menuOf, phoneBarOf } from '../menu.tsx';
import { useViewer } from '../viewer-context.tsx';

/** Display, sign-in and devices, the way out; on the phone also the places that found no room in the bar. */
export function MePage() {
  const say = useText(appText);
  const viewer = useViewer();
  const phone = usePhone();
  const go = useGo();
  const signOut = useSignOut();
  const barred = new Set(phoneBarOf(viewer).map(({ to }) => to));
  const rest = [...menuOf(viewer), ...furtherPlacesOf(viewer)].filter(({ to }) => !barred.has(to));
  return (
    <Page
      title={say('mineTitle')}
      finding={say('mineFinding', { name: viewer.person.name, organisation: viewer.post.organisation.name })}
    >
      {phone && rest.length > 0 && (
        <ul className="zt-card zt-place-list">
          {rest.map((item) => (
            <li key={item.word}>
              <AppLink to={item.to}>
                {item.icon}
                <span>{say(item.word)}</span>
              </AppLink>
            </li>
          ))}
        </ul>
      )}
      <section className="zt-card zt-padded">
        <DisplaySettings />
      </section>
      <MyClaimsLink />
      <SessionSecurity />
      <SessionList />
      <Button block onClick={() => void signOut().then(() => go('/sign-in'))}>
        {say('signOut')}
      </Button>
    </Page>
  );
}
