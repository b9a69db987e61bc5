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

const home: MenuItem = { to: '/', word: 'home', icon: <HomeOutlined /> };
const needs: MenuItem = { to: '/needs', word: 'needs', icon: <ProfileOutlined /> };
const opportunities: MenuItem = { to: '/opportunities', word: 'opportunities', icon: <InboxOutlined /> };
const deals: MenuItem = { to: '/deals', word: 'deals', icon: <FileTextOutlined /> };

/** What stands in the sider for this post; what a role may not use is absent. */
export function menuOf(viewer: Viewer): readonly MenuItem[] {
  if (viewer.bureau) return bureauMenu;
  const ownFirm = `/organisations/${viewer.post.organisation.id}`;
  return [
    home,
    { to: '/needs/new', word: 'publish', icon: <FormOutlined /> },
    needs,
    opportunities,
    { to: '/offers', word: 'offers', icon: <ToolOutlined /> },
    deals,
    { to: ownFirm, word: 'ownFirm', icon: <ShopOutlined /> },
  ];
}

const bureauMenu: readonly MenuItem[] = [
  home,
  { ...needs, word: 'allNeeds' },
  { ...deals, word: 'cityDeals' },
  { to: '/organisations', word: 'organisations', icon: <BankOutlined /> },
  { to: '/products', word: 'products', icon: <AppstoreOutlined /> },
];

/** The five places of the bar at the foot of a phone. */
export function phoneBarOf(viewer: Viewer): readonly MenuItem[] {
  const mine: MenuItem = { to: '/me', word: 'barMine', icon: <UserOutlined /> };
  if (viewer.bureau) {
    return [
      home,
      { ...needs, word: 'barNeeds' },
      { ...deals, word: 'barDeals' },
      { to: '/organisations', word: 'organisations', icon: <BankOutlined /> },
      mine,
    ];
  }
  return [
    home,
    { ...needs, word: 'barNeeds' },
    { to: '/needs/new', word: 'barPublish', icon: <FormOutlined /> },
    opportunities,
    mine,
  ];
}

/** The item the address belongs to: the longest that it begins with. */
export function currentItem(items: readonly MenuItem[], path: string): MenuItem | undefined {
  const fitting = items.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return fitting.toSorted((a, b) => b.to.length - a.to.length)[0];
}
