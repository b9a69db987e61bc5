import {
  AppstoreOutlined,
  BankOutlined,
  FileTextOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  ProfileOutlined,
  ShopOutlined,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Viewer } from '#features/directory/session';
import type { appText } from './app-text.ts';

export interface MenuItem {
  readonly to: string;
  readonly word: keyof typeof appText.zh;
  readonly icon: ReactNode;
}

const home: MenuItem = { to: '/', word: 'home', icon: <HomeOutlined aria-hidden="true" /> };
const needs: MenuItem = { to: '/needs', word: 'needs', icon: <ProfileOutlined aria-hidden="true" /> };
const opportunities: MenuItem = {
  to: '/opportunities',
  word: 'opportunities',
  icon: <InboxOutlined aria-hidden="true" />,
};
const deals: MenuItem = { to: '/deals', word: 'deals', icon: <FileTextOutlined aria-hidden="true" /> };

/** What stands in the sider for this post; what a role may not use is absent. */
export function menuOf(viewer: Viewer): readonly MenuItem[] {
  if (viewer.bureau) return bureauMenu;
  const ownFirm = `/organisations/${viewer.post.organisation.id}`;
  return [
    home,
    { to: '/needs/new', word: 'publish', icon: <FormOutlined aria-hidden="true" /> },
    needs,
    opportunities,
    { to: '/offers', word: 'offers', icon: <ToolOutlined aria-hidden="true" /> },
    deals,
    { to: ownFirm, word: 'ownFirm', icon: <ShopOutlined aria-hidden="true" /> },
  ];
}

const bureauMenu: readonly MenuItem[] = [
  home,
  { ...needs, word: 'allNeeds' },
  { ...deals, word: 'cityDeals' },
  { to: '/organisations', word: 'organisations', icon: <BankOutlined aria-hidden="true" /> },
  { to: '/products', word: 'products', icon: <AppstoreOutlined aria-hidden="true" /> },
];

/** The five places of the bar at the foot of a phone. */
export function phoneBarOf(viewer: Viewer): readonly MenuItem[] {
  const mine: MenuItem = { to: '/me', word: 'barMine', icon: <UserOutlined aria-hidden="true" /> };
  if (viewer.bureau) {
    return [
      home,
      { ...needs, word: 'barNeeds' },
      { ...deals, word: 'barDeals' },
      { to: '/organisations', word: 'organisations', icon: <BankOutlined aria-hidden="true" /> },
      mine,
    ];
  }
  return [
    home,
    { ...needs, word: 'barNeeds' },
    { to: '/needs/new', word: 'barPublish', icon: <FormOutlined aria-hidden="true" /> },
    opportunities,
    mine,
  ];
}

/** The item the address belongs to: the longest that it begins with. */
export function currentItem(items: readonly MenuItem[], path: string): MenuItem | undefined {
  const fitting = items.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return fitting.toSorted((a, b) => b.to.length - a.to.length)[0];
}
