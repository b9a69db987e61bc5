import { usePath, useSearchWords } from '#platform/address';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { appText } from './app-text.ts';
import { currentItem, phoneBarOf } from './menu.tsx';
import { MenuCount } from './menu-count.tsx';
import { useViewer } from './viewer-context.tsx';

export function PhoneBar() {
  const say = useText(appText);
  const items = phoneBarOf(useViewer());
  const current = currentItem(items, usePath(), useSearchWords());
  return (
    <nav className="zt-phone-bar" aria-label={say('navigation')}>
      <ul>
        {items.map((item) => (
          <li key={item.word} className={item === current ? 'zt-here' : undefined}>
            <AppLink to={item.to} {...(item === current && { current: true })}>
              {item.icon}
              <span>{say(item.word)}</span>
              <MenuCount place={item} />
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
