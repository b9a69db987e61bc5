import type { PostRole } from '@zhitong/domain/directory/organisation';
import { mayEver } from '@zhitong/domain/directory/permission';
import type { Viewer } from '#features/directory/session';
import { type MenuPlace, ownPlace, places } from './menu-places.tsx';

/** What stands in the sider for this post, at most seven places; what a role may not use is absent. */
export function menuOf({ post }: Viewer): readonly MenuPlace[] {
  const { role, organisation } = post;
  const ofRole = menus[role](organisation.id);
  return ofRole.filter(({ needs }) => needs === undefined || mayEver(needs, role));
}

/** The bar at the foot of a phone: four places of the menu at most, and always one's own. */
export function phoneBarOf(viewer: Viewer): readonly MenuPlace[] {
  const { role } = viewer.post;
  const bar = phoneBars[role] ?? menuOf(viewer).slice(0, 4);
  return [...bar, places.me];
}

/** The item the address belongs to: the longest that it begins with. */
export function currentItem(items: readonly MenuPlace[], path: string): MenuPlace | undefined {
  const fitting = items.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return fitting.toSorted((a, b) => b.to.length - a.to.length)[0];
}

const { home, publish, needs, opportunities, offers, deals, organisations, products, duties, myDuties } = places;
const { reviews, system, accounts, permissions, audit } = places;

const firmMenu = (own: string) => [home, publish, needs, opportunities, offers, deals, ownPlace(own, 'ownFirm')];
const bodyMenu = (own: string) => [myDuties, duties, organisations, products, ownPlace(own, 'ownBody')];

const menus: Readonly<Record<PostRole, (own: string) => readonly MenuPlace[]>> = {
  member: firmMenu,
  manager: firmMenu,
  operator: () => [
    home,
    { ...needs, word: 'allNeeds' },
    organisations,
    { ...deals, word: 'cityDeals' },
    duties,
    reviews,
    products,
  ],
  handler: bodyMenu,
  'chief-office': bodyMenu,
  'investment-officer': bodyMenu,
  'emergency-desk': bodyMenu,
  'system-administrator': () => [system, permissions],
  'security-administrator': () => [accounts, organisations, permissions],
  'audit-administrator': () => [audit, permissions],
};

const firmBar: readonly MenuPlace[] = [
  home,
  { ...needs, word: 'barNeeds' },
  { ...publish, word: 'barPublish' },
  opportunities,
];

const phoneBars: { readonly [role in PostRole]?: readonly MenuPlace[] } = {
  member: firmBar,
  manager: firmBar,
  operator: [home, { ...needs, word: 'barNeeds' }, reviews, organisations],
};
