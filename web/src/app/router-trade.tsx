import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from './router-shell.tsx';

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home-page.tsx'), 'HomePage'),
});
const needs = createRoute({
  getParentRoute: () => shell,
  path: '/needs',
  component: lazyRouteComponent(() => import('./pages/needs-page.tsx'), 'NeedsPage'),
});
const newNeed = createRoute({
  getParentRoute: () => shell,
  path: '/needs/new',
  component: lazyRouteComponent(() => import('./pages/new-need-page.tsx'), 'NewNeedPage'),
});
const need = createRoute({
  getParentRoute: () => shell,
  path: '/needs/$id',
  component: lazyRouteComponent(() => import('./pages/need-page.tsx'), 'NeedPage'),
});
const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  component: lazyRouteComponent(() => import('./pages/cases-page.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => shell,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('./pages/cases-page.tsx'), 'CasesPage'),
});
const desk = createRoute({
  getParentRoute: () => shell,
  path: '/desk',
  component: lazyRouteComponent(() => import('./pages/desk-page.tsx'), 'DeskPage'),
});
const ratings = createRoute({
  getParentRoute: () => shell,
  path: '/ratings',
  component: lazyRouteComponent(() => import('./pages/ratings-page.tsx'), 'RatingsPage'),
});
const orders = createRoute({
  getParentRoute: () => shell,
  path: '/orders',
  component: lazyRouteComponent(() => import('./pages/orders-page.tsx'), 'OrdersPage'),
});
const opportunities = createRoute({
  getParentRoute: () => shell,
  path: '/opportunities',
  component: lazyRouteComponent(() => import('./pages/opportunities-page.tsx'), 'OpportunitiesPage'),
});
const opportunity = createRoute({
  getParentRoute: () => shell,
  path: '/opportunities/$id',
  component: lazyRouteComponent(() => import('./pages/opportunities-page.tsx'), 'OpportunitiesPage'),
});
const offers = createRoute({
  getParentRoute: () => shell,
  path: '/offers',
  component: lazyRouteComponent(() => import('./pages/offers-page.tsx'), 'OffersPage'),
});
const purchases = createRoute({
  getParentRoute: () => shell,
  path: '/purchases',
  component: lazyRouteComponent(() => import('./pages/purchases-page.tsx'), 'PurchasesPage'),
});
const deals = createRoute({
  getParentRoute: () => shell,
  path: '/deals',
  component: lazyRouteComponent(() => import('./pages/deals-page.tsx'), 'DealsPage'),
});
const deal = createRoute({
  getParentRoute: () => shell,
  path: '/deals/$id',
  component: lazyRouteComponent(() => import('./pages/deals-page.tsx'), 'DealsPage'),
});
const products = createRoute({
  getParentRoute: () => shell,
  path: '/products',
  component: lazyRouteComponent(() => import('./pages/products-page.tsx'), 'ProductsPage'),
});
const product = createRoute({
  getParentRoute: () => shell,
  path: '/products/$id',
  component: lazyRouteComponent(() => import('./pages/product-page.tsx'), 'ProductPage'),
});
const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  component: lazyRouteComponent(() => import('./pages/policies-page.tsx'), 'PoliciesPage'),
});
const articles = createRoute({
  getParentRoute: () => shell,
  path: '/articles',
  component: lazyRouteComponent(() => import('./pages/articles-page.tsx'), 'ArticlesPage'),
});
const article = createRoute({
  getParentRoute: () => shell,
  path: '/articles/$id',
  component: lazyRouteComponent(() => import('./pages/article-page.tsx'), 'ArticlePage'),
});
const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  component: lazyRouteComponent(() => import('./pages/templates-page.tsx'), 'TemplatesPage'),
});
const caseTerms = createRoute({
  getParentRoute: () => shell,
  path: '/case-terms',
  component: lazyRouteComponent(() => import('./pages/case-terms-page.tsx'), 'CaseTermsPage'),
});
const drillRules = createRoute({
  getParentRoute: () => shell,
  path: '/drill-rules',
  component: lazyRouteComponent(() => import('./pages/drill-rules-page.tsx'), 'DrillRulesPage'),
});
const papers = createRoute({
  getParentRoute: () => shell,
  path: '/papers',
  component: lazyRouteComponent(() => import('./pages/papers-page.tsx'), 'PapersPage'),
});
const paper = createRoute({
  getParentRoute: () => shell,
  path: '/papers/$id',
  component: lazyRouteComponent(() => import('./pages/papers-page.tsx'), 'PaperPage'),
});
const funding = createRoute({
  getParentRoute: () => shell,
  path: '/funding',
  component: lazyRouteComponent(() => import('./pages/funding-page.tsx'), 'FundingPage'),
});
const fundingOffers = createRoute({
  getParentRoute: () => shell,
  path: '/funding/offers',
  component: lazyRouteComponent(() => import('./pages/funding-offers-page.tsx'), 'FundingOffersPage'),
});
const fundingReceipts = createRoute({
  getParentRoute: () => shell,
  path: '/funding/receipts',
  component: lazyRouteComponent(() => import('./pages/funding-receipts-page.tsx'), 'FundingReceiptsPage'),
});
const fundingOutcomes = createRoute({
  getParentRoute: () => shell,
  path: '/funding/outcomes',
  component: lazyRouteComponent(() => import('./pages/funding-outcomes-page.tsx'), 'FundingOutcomesPage'),
});
const fundingAsk = createRoute({
  getParentRoute: () => shell,
  path: '/funding/$id',
  component: lazyRouteComponent(() => import('./pages/funding-ask-page.tsx'), 'FundingAskPage'),
});
const technology = createRoute({
  getParentRoute: () => shell,
  path: '/technology',
  component: lazyRouteComponent(() => import('./pages/technology-page.tsx'), 'TechnologyPage'),
});
const technologyAnswers = createRoute({
  getParentRoute: () => shell,
  path: '/technology/answers',
  component: lazyRouteComponent(() => import('./pages/technology-answers-page.tsx'), 'TechnologyAnswersPage'),
});
const technologyAsk = createRoute({
  getParentRoute: () => shell,
  path: '/technology/$id',
  component: lazyRouteComponent(() => import('./pages/technology-ask-page.tsx'), 'TechnologyAskPage'),
});

const chains = createRoute({
  getParentRoute: () => shell,
  path: '/chains',
  component: lazyRouteComponent(() => import('./pages/chains-page.tsx'), 'ChainsPage'),
});
const chain = createRoute({
  getParentRoute: () => shell,
  path: '/chains/$id',
  component: lazyRouteComponent(() => import('./pages/chain-page.tsx'), 'ChainPage'),
});
const chainEdit = createRoute({
  getParentRoute: () => shell,
  path: '/chains/$id/edit',
  component: lazyRouteComponent(() => import('./pages/chain-edit-page.tsx'), 'ChainEditPage'),
});
const gaps = createRoute({
  getParentRoute: () => shell,
  path: '/chains/$id/gaps',
  component: lazyRouteComponent(() => import('./pages/gaps-page.tsx'), 'GapsPage'),
});
const gap = createRoute({
  getParentRoute: () => shell,
  path: '/chains/$id/gaps/$product',
  component: lazyRouteComponent(() => import('./pages/gap-page.tsx'), 'GapPage'),
});
const briefs = createRoute({
  getParentRoute: () => shell,
  path: '/chains/brief',
  component: lazyRouteComponent(() => import('./pages/briefs-page.tsx'), 'BriefsPage'),
});
const brief = createRoute({
  getParentRoute: () => shell,
  path: '/chains/$id/brief',
  component: lazyRouteComponent(() => import('./pages/brief-page.tsx'), 'BriefPage'),
});
const drill = createRoute({
  getParentRoute: () => shell,
  path: '/chains/$id/drill',
  component: lazyRouteComponent(() => import('./pages/drill-page.tsx'), 'DrillPage'),
});

const heat = createRoute({
  getParentRoute: () => shell,
  path: '/heatmap',
  component: lazyRouteComponent(() => import('./pages/heat-page.tsx'), 'HeatPage'),
});

/** Pages of needs, cases, answers, deals and money. */
const noticeChannels = createRoute({
  getParentRoute: () => shell,
  path: '/notice-channels',
  component: lazyRouteComponent(() => import('./pages/notice-channels-page.tsx'), 'NoticeChannelsPage'),
});

export const tradePages = [
  home,
  needs,
  newNeed,
  need,
  cases,
  oneCase,
  desk,
  ratings,
  orders,
  opportunities,
  opportunity,
  offers,
  purchases,
  deals,
  deal,
  products,
  product,
  policies,
  articles,
  article,
  templates,
  caseTerms,
  drillRules,
  papers,
  paper,
  funding,
  fundingOffers,
  fundingReceipts,
  fundingOutcomes,
  fundingAsk,
  noticeChannels,
  technology,
  technologyAnswers,
  technologyAsk,
  chains,
  chain,
  chainEdit,
  gaps,
  gap,
  briefs,
  brief,
  drill,
  heat,
];
