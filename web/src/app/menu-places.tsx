import {
  AimOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BellOutlined,
  CheckSquareOutlined,
  CopyOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  ExperimentOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  FormOutlined,
  GiftOutlined,
  HeatMapOutlined,
  HomeOutlined,
  ImportOutlined,
  InboxOutlined,
  ProfileOutlined,
  ReadOutlined,
  SafetyOutlined,
  ShopOutlined,
  ShoppingOutlined,
  SolutionOutlined,
  StarOutlined,
  TableOutlined,
  TeamOutlined,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { Permission } from '@zhitong/domain/directory/permission';
import type { ReactNode } from 'react';
import type { appText } from './app-text.ts';

export interface MenuPlace {
  readonly to: string;
  readonly word: keyof typeof appText.zh;
  readonly icon: ReactNode;
  /** absent: everybody has it */
  readonly needs?: Permission;
}

/** Every place a menu can lead to. Which of them a role sees, and in which order, stands in menu.tsx. */
export const places = {
  home: { to: '/', word: 'home', icon: <HomeOutlined aria-hidden="true" />, needs: 'home.see' },
  publish: { to: '/needs/new', word: 'publish', icon: <FormOutlined aria-hidden="true" />, needs: 'need.publish' },
  needs: { to: '/needs', word: 'needs', icon: <ProfileOutlined aria-hidden="true" />, needs: 'need.see' },
  opportunities: {
    ...{ to: '/opportunities', word: 'opportunities', icon: <InboxOutlined aria-hidden="true" /> },
    needs: 'opportunity.see',
  },
  desk: { to: '/desk', word: 'desk', icon: <DashboardOutlined aria-hidden="true" />, needs: 'case.supervise' },
  chains: { to: '/chains', word: 'chains', icon: <ApartmentOutlined aria-hidden="true" />, needs: 'chain.see' },
  heat: { to: '/heatmap', word: 'heat', icon: <HeatMapOutlined aria-hidden="true" />, needs: 'heat.see' },
  ratings: { to: '/ratings', word: 'ratings', icon: <StarOutlined aria-hidden="true" />, needs: 'rating.sum' },
  briefs: { to: '/chains/brief', word: 'briefs', icon: <FileTextOutlined aria-hidden="true" />, needs: 'chain.brief' },
  orders: { to: '/orders', word: 'orders', icon: <AuditOutlined aria-hidden="true" />, needs: 'order.see' },
  cases: { to: '/cases', word: 'cases', icon: <InboxOutlined aria-hidden="true" />, needs: 'case.list' },
  casesHelp: {
    ...{ to: '/cases?who=help', word: 'casesHelp', icon: <TeamOutlined aria-hidden="true" /> },
    needs: 'case.list',
  },
  casesDone: {
    ...{ to: '/cases?who=done', word: 'casesDone', icon: <CheckSquareOutlined aria-hidden="true" /> },
    needs: 'case.list',
  },
  offers: { to: '/offers', word: 'offers', icon: <ToolOutlined aria-hidden="true" />, needs: 'offer.change' },
  purchases: {
    ...{ to: '/purchases', word: 'purchases', icon: <ShoppingOutlined aria-hidden="true" /> },
    needs: 'purchase.see',
  },
  targets: { to: '/targets', word: 'targets', icon: <AimOutlined aria-hidden="true" />, needs: 'target.see' },
  premises: {
    ...{ to: '/premises', word: 'premises', icon: <EnvironmentOutlined aria-hidden="true" /> },
    needs: 'premises.see',
  },
  deals: { to: '/deals', word: 'deals', icon: <FileTextOutlined aria-hidden="true" />, needs: 'deal.see' },
  organisations: {
    ...{ to: '/organisations', word: 'organisations', icon: <BankOutlined aria-hidden="true" /> },
    needs: 'organisation.see',
  },
  products: { to: '/products', word: 'products', icon: <AppstoreOutlined aria-hidden="true" />, needs: 'product.see' },
  duties: { to: '/duties', word: 'duties', icon: <TableOutlined aria-hidden="true" />, needs: 'duty.see' },
  myDuties: { to: '/duties/mine', word: 'myDuties', icon: <SolutionOutlined aria-hidden="true" />, needs: 'duty.see' },
  funding: { to: '/funding', word: 'funding', icon: <InboxOutlined aria-hidden="true" />, needs: 'funding.see' },
  fundingOffers: {
    ...{ to: '/funding/offers', word: 'fundingOffers', icon: <FormOutlined aria-hidden="true" /> },
    needs: 'funding.see',
  },
  fundingReceipts: {
    ...{ to: '/funding/receipts', word: 'fundingReceipts', icon: <SafetyOutlined aria-hidden="true" /> },
    needs: 'payment-record.see',
  },
  fundingOutcomes: {
    ...{ to: '/funding/outcomes', word: 'fundingOutcomes', icon: <DashboardOutlined aria-hidden="true" /> },
    needs: 'funding.see',
  },
  technology: {
    ...{ to: '/technology', word: 'technology', icon: <ExperimentOutlined aria-hidden="true" /> },
    needs: 'technology.see',
  },
  technologyAnswers: {
    ...{ to: '/technology/answers', word: 'technologyAnswers', icon: <FormOutlined aria-hidden="true" /> },
    needs: 'technology.see',
  },
  reviews: { to: '/reviews', word: 'reviews', icon: <AuditOutlined aria-hidden="true" />, needs: 'claim.decide' },
  articles: { to: '/articles', word: 'articles', icon: <ReadOutlined aria-hidden="true" />, needs: 'article.list' },
  templates: {
    ...{ to: '/templates', word: 'templates', icon: <CopyOutlined aria-hidden="true" /> },
    needs: 'case-template.see',
  },
  caseTerms: {
    ...{ to: '/case-terms', word: 'caseTerms', icon: <FieldTimeOutlined aria-hidden="true" /> },
    needs: 'case-terms.see',
  },
  policies: { to: '/policies', word: 'policies', icon: <GiftOutlined aria-hidden="true" />, needs: 'policy.mine' },
  papers: { to: '/papers', word: 'papers', icon: <GiftOutlined aria-hidden="true" />, needs: 'policy.papers' },
  imports: { to: '/imports', word: 'imports', icon: <ImportOutlined aria-hidden="true" />, needs: 'import.run' },
  system: { to: '/system', word: 'system', icon: <DashboardOutlined aria-hidden="true" />, needs: 'system.see' },
  accounts: { to: '/accounts', word: 'accounts', icon: <TeamOutlined aria-hidden="true" />, needs: 'account.see' },
  permissions: {
    ...{ to: '/permissions', word: 'permissions', icon: <SafetyOutlined aria-hidden="true" /> },
    needs: 'permission.see',
  },
  audit: { to: '/audit', word: 'audit', icon: <AuditOutlined aria-hidden="true" />, needs: 'audit.see' },
  noticeChannels: {
    ...{ to: '/notice-channels', word: 'noticeChannels', icon: <BellOutlined aria-hidden="true" /> },
    needs: 'notice-channel.see',
  },
  me: { to: '/me', word: 'barMine', icon: <UserOutlined aria-hidden="true" /> },
} as const satisfies Record<string, MenuPlace>;

/** The page of the organisation one acts for. */
export const ownPlace = (organisationId: string, word: 'ownFirm' | 'ownBody' | 'ownAlliance'): MenuPlace => ({
  ...{ to: `/organisations/${organisationId}`, word, icon: <ShopOutlined aria-hidden="true" /> },
  needs: 'organisation.see',
});
