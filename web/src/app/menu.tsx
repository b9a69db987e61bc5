import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';
import { mayEver } from '@zhitong/domain/directory/permission';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import type { Viewer } from '#features/directory/session';
import { type MenuPlace, ownPlace, places } from './menu-places.tsx';

/** What stands in the sider for this post, at most seven places, the landing page first; what a role may not use is absent. */
export function menuOf({ post }: Viewer): readonly MenuPlace[] {
  const { role, organisation } = post;
  const menu = menuFor(role, organisation.kind);
  return menu(organisation.id).filter(isOpenTo(role));
}

function menuFor(role: PostRole, kind: OrganisationKind): Menu {
  if (kind === 'bank') return bankMenu;
  if (role === 'handler' && isScience(kind)) return scienceDesk;
  return roleMenus[role] ?? everydayMenus[kind];
}

const isScience = (kind: OrganisationKind) => kind === 'university' || kind === 'centre';

/** The bar at the foot of a phone: four places of the menu at most, and always one's own. */
export function phoneBarOf(viewer: Viewer): readonly MenuPlace[] {
  const { role, organisation } = viewer.post;
  const usual = roleBars[role] ?? (role in roleMenus ? undefined : everydayBars[organisation.kind]);
  // whoever works for a bank has the bank’s places, whatever the role
  const bar = organisation.kind === 'bank' || (role === 'handler' && isScience(organisation.kind)) ? undefined : usual;
  return [...(bar ?? menuOf(viewer).slice(0, 4)).filter(isOpenTo(role)), places.me];
}

/** What this post may use and has no room for in its menu: it stands under the name, and on a phone among one's own. */
export function furtherPlacesOf(viewer: Viewer): readonly MenuPlace[] {
  const { role, organisation } = viewer.post;
  if (isAdministrator(role)) return [];
  // policies are for firms, and purchases are theirs; the bureau verifies them
  const forFirms = organisation.kind === 'enterprise' ? [policies, purchases] : [];
  const forBureau = role === 'operator' ? [purchases] : [];
  const forBanks = organisation.kind === 'bank' ? [cases] : [];
  const forBodies = isBody(organisation.kind) ? [ratings, articles, templates, caseTerms] : [];
  // orders are given to departments
  const forDepartments = organisation.kind === 'department' ? [heat, orders, papers, duties] : [];
  // what a school or centre had before technology needs came first
  const forScience = isScience(organisation.kind) ? [home, publish, needs, casesDone, duties] : [];
  const shown = new Set(menuOf(viewer).map(({ to }) => to));
  const forOwn = [...forFirms, ...forBureau, ...forBanks, ...forScience, ...forBodies, ...forDepartments];
  return [...forOwn, chains, briefs, targets, premises, organisations, products, imports, noticeChannels]
    .filter(isOpenTo(role))
    .filter(({ to }) => !shown.has(to));
}

/** Answers requests of firms, and keeps what it answered. */
const isBody = (kind: OrganisationKind) => kind !== 'enterprise' && kind !== 'alliance';

const isOpenTo =
  (role: PostRole) =>
  ({ needs }: MenuPlace): boolean =>
    needs === undefined || mayEver(needs, role);

/** The item the address belongs to: the longest that it begins with, and whose filter is that of the address. */
export function currentItem(items: readonly MenuPlace[], path: string, search = ''): MenuPlace | undefined {
  const asked = new URLSearchParams(search);
  const fitting = items.filter(({ to }) => {
    const [start = '', filter = ''] = to.split('?');
    const within = path === start || (start !== '/' && path.startsWith(`${start}/`));
    return within && [...new URLSearchParams(filter)].every(([name, value]) => asked.get(name) === value);
  });
  return fitting.toSorted((a, b) => b.to.length - a.to.length)[0];
}

const { home, publish, needs, opportunities, offers, purchases, deals, organisations, products, duties, myDuties } =
  places;
const { imports, papers, policies, reviews, system, accounts, permissions, audit } = places;
const { funding, fundingOffers, fundingReceipts, fundingOutcomes } = places;
const { cases, casesHelp, casesDone, desk, orders, ratings, noticeChannels } = places;
const { articles, templates, caseTerms, chains, briefs, heat, targets, premises } = places;
const { technology, technologyAnswers } = places;

type Menu = (own: string) => readonly MenuPlace[];

/** Asks and offers. */
const firmMenu: Menu = (own) => [home, publish, needs, opportunities, offers, deals, ownPlace(own, 'ownFirm')];
/** Technology needs first: what it takes over and answers, then what it can do and what was agreed. */
const serviceMenu: Menu = (own) => [
  ...[technology, technologyAnswers, cases, opportunities, offers, deals],
  ownPlace(own, 'ownBody'),
];
/** Answers technology needs with what it knows, and looks for firms. */
const scienceMenu: Menu = (own) => [
  ...[technology, technologyAnswers, cases, opportunities, offers, deals],
  ownPlace(own, 'ownBody'),
];
/** Speaks for its members: who they are, what they ask together. */
const allianceMenu: Menu = (own) => [
  ...[home, organisations, publish, needs, opportunities, deals],
  ownPlace(own, 'ownAlliance'),
];
/** Handles technology needs and other matters for a school or centre. */
const scienceDesk: Menu = (own) => [
  ...[technology, technologyAnswers, cases, casesHelp, organisations, myDuties],
  ownPlace(own, 'ownBody'),
];
/** Handles matters. */
const bodyMenu: Menu = (own) => [
  ...[cases, casesHelp, casesDone, organisations, duties, myDuties],
  ownPlace(own, 'ownBody'),
];
/** Answers what firms ask it about money, and looks at firms. Whoever works for a bank has it. */
const bankMenu: Menu = (own) => [
  ...[funding, fundingOffers, fundingReceipts, fundingOutcomes],
  ...[organisations, myDuties, ownPlace(own, 'ownBody')],
];
/** Looks for firms elsewhere, for the weak links of the chains. */
const investmentMenu: Menu = (own) => [
  ...[targets, chains, heat, organisations, products, cases],
  ownPlace(own, 'ownBody'),
];

/** Whoever acts in an everyday role has the menu of its kind of organisation. */
const everydayMenus: Readonly<Record<OrganisationKind, Menu>> = {
  department: bodyMenu,
  bank: bankMenu,
  university: scienceMenu,
  centre: serviceMenu,
  enterprise: firmMenu,
  alliance: allianceMenu,
};

/** These have a menu of their own, whatever they work for. */
const roleMenus: { readonly [role in PostRole]?: Menu } = {
  operator: () => [
    desk,
    { ...cases, word: 'casesCity' },
    { ...needs, word: 'allNeeds' },
    chains,
    organisations,
    { ...deals, word: 'cityDeals' },
    reviews,
  ],
  handler: bodyMenu,
  'chief-office': (own) => [chains, heat, cases, orders, myDuties, organisations, ownPlace(own, 'ownBody')],
  'investment-officer': investmentMenu,
  'emergency-desk': (own) => [products, organisations, cases, duties, myDuties, ownPlace(own, 'ownBody')],
  'system-administrator': () => [system, permissions],
  'security-administrator': () => [accounts, organisations, permissions],
  'audit-administrator': () => [audit, permissions],
};

const barNeeds: MenuPlace = { ...needs, word: 'barNeeds' };
const barPublish: MenuPlace = { ...publish, word: 'barPublish' };

/** Four places for the thumb; where nothing is said, the first four of the menu. */
const everydayBars: { readonly [kind in OrganisationKind]?: readonly MenuPlace[] } = {
  enterprise: [home, barNeeds, barPublish, opportunities],
  alliance: [home, organisations, barPublish, barNeeds],
};
const roleBars: { readonly [role in PostRole]?: readonly MenuPlace[] } = {
  operator: [{ ...desk, word: 'barDesk' }, { ...cases, word: 'barCases' }, reviews, organisations],
  handler: [cases, casesHelp, casesDone, organisations],
};
