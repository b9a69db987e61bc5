import { usePath, useSearchWords } from '#platform/address';
import { tabletQuery, useMedia } from '#platform/media';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { appText } from './app-text.ts';
import { currentItem, menuOf } from './menu.tsx';
import { MenuCount } from './menu-count.tsx';
import { useViewer } from './viewer-context.tsx';

/** At most seven places, in the order of the role; on a tablet folded to its signs with small words. */
export function ShellSider() {
  const say = useText(appText);
  const folded = useMedia(tabletQuery);
  const items = menuOf(useViewer());
  const current = currentItem(items, usePath(), useSearchWords());
  return (
    <nav className={folded ? 'zt-sider zt-sider-folded' : 'zt-sider'} aria-label={say('navigation')}>
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
