import { getBrief, listBriefs } from '@zhitong/contract/chains/brief-contract';
import { compareChain, getChain, getGap, listChains, listGaps } from '@zhitong/contract/chains/chain-contract';
import { getDraft, listDrafts } from '@zhitong/contract/chains/draft-contract';
import { drillChain, listDrillRules } from '@zhitong/contract/chains/drill-contract';
import { getGapDoings, listGapTasks } from '@zhitong/contract/chains/gap-task-contract';
import { listPurchases } from '@zhitong/contract/chains/purchase-contract';
import { getClaim, listClaims } from '@zhitong/contract/directory/claim-contract';
import { getDuty, listDuties, listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { listInvitations } from '@zhitong/contract/directory/invitation-contract';
import { listMyLeaves } from '@zhitong/contract/directory/leave-contract';
import { getMergeLinks } from '@zhitong/contract/directory/merge-contract';
import { getOrganisation } from '@zhitong/contract/directory/organisation-contract';
import { getOrganisationHistory } from '@zhitong/contract/directory/organisation-tree-contract';
import { listPeople } from '@zhitong/contract/directory/person-contract';
import { listPremises } from '@zhitong/contract/investment/premises-contract';
import { getTarget, listGapTargets, listTargets, viewFunnel } from '@zhitong/contract/investment/target-contract';
import { getDeal, listDeals } from '@zhitong/contract/matching/deal-contract';
import { getHome } from '@zhitong/contract/matching/home-contract';
import { listInbox } from '@zhitong/contract/matching/inbox-contract';
import { listNeedMatches } from '@zhitong/contract/matching/match-contract';
import { listOffers } from '@zhitong/contract/matching/offer-contract';
import { getOpportunity, listOpportunities } from '@zhitong/contract/matching/opportunity-contract';
import { listPayments } from '@zhitong/contract/matching/payment-contract';
import { getArticle, listArticles, viewAnsweredAtOnce } from '@zhitong/contract/needs/article-contract';
import { getCascade, listKeptNeeds } from '@zhitong/contract/needs/cascade-contract';
import { listAlikeCases } from '@zhitong/contract/needs/case-alike-contract';
import { getCase, getClock, listCases, needTimeline } from '@zhitong/contract/needs/case-contract';
import { listCaseTemplates } from '@zhitong/contract/needs/case-template-contract';
import { listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { listOrderTerms, listSourcingTerms } from '@zhitong/contract/needs/city-terms-contract';
import { compareOffers, getAsk, listAsks, listReceipts, viewOutcomes } from '@zhitong/contract/needs/funding-contract';
import { getNeed, listNeeds } from '@zhitong/contract/needs/need-contract';
import { listCaseOrders, listOrders, listOrderTasks } from '@zhitong/contract/needs/order-contract';
import { listPolicies, myPolicies } from '@zhitong/contract/needs/policy-contract';
import { getPaper, listPapers } from '@zhitong/contract/needs/policy-paper-contract';
import { listCallbacks, listSuspicions, sumRatingsByBody } from '@zhitong/contract/needs/rating-contract';
import { getSupervision, listWaitingCases } from '@zhitong/contract/needs/supervision-contract';
import { compareAnswers, getSheet, getTechnology, listTechnology } from '@zhitong/contract/needs/technology-contract';
import type { EventType } from '@zhitong/domain/matching/event';

const needs = [getNeed, getCascade, listNeeds, listNeedMatches];
const funding = [getAsk, listAsks, listReceipts, viewOutcomes];
const ratings = [listCallbacks, listSuspicions, sumRatingsByBody];
const desk = [getSupervision, listWaitingCases, ...ratings];
const technology = [getTechnology, listTechnology];
const cases = [
  getCase,
  getClock,
  listCases,
  listAlikeCases,
  needTimeline,
  listNeeds,
  compareOffers,
  compareAnswers,
  getSheet,
  ...desk,
];
const briefs = [getBrief, listBriefs];
const orders = [listOrders, listOrderTasks, listCaseOrders, ...briefs];
const opportunities = [getOpportunity, listOpportunities];
const deals = [getDeal, listDeals];
const duties = [listDuties, getDuty, listMyDuties, listMyLeaves];
const people = [listPeople, ...duties];
const frame = [getHome, listInbox];
const targets = [listTargets, getTarget, listGapTargets, viewFunnel];
const chains = [listChains, getChain, listGaps, getGap, getGapDoings, drillChain, ...briefs];

/** Which questions an event makes old. */
export const touched: Record<EventType, readonly { readonly path: string }[]> = {
  'need.published': [...needs, getGapDoings, ...frame],
  'need.withdrawn': [...needs, ...opportunities, ...frame],
  'need.widened': [...needs, ...frame],
  'need.chosen': [...needs, ...opportunities, ...deals, ...frame],
  'opportunity.arrived': [...opportunities, ...needs, ...frame],
  'opportunity.withdrawn': [...opportunities, ...frame],
  'opportunity.closed': [...opportunities, ...frame],
  'match.seen': needs,
  'match.shortlisted': [...needs, ...opportunities, ...frame],
  'match.rejected': [...needs, ...opportunities, ...frame],
  'rejection.given': [...needs, ...opportunities, ...frame],
  'response.given': [...needs, ...opportunities, ...frame],
  'response.amended': [...needs, ...opportunities, ...frame],
  'offer.published': [listOffers],
  'offer.changed': [listOffers, ...opportunities],
  'offer.withdrawn': [listOffers],
  'offers.imported': [listOffers],
  'deal.begun': [...deals, ...needs, ...opportunities, ...frame],
  'deal.step-written': [...deals, ...frame],
  'deal.step-confirmed': [...deals, ...frame],
  'post.given': [...people, listInbox],
  'post.ended': [...people, listInbox],
  'duty.assigned': [...duties, listInbox],
  'duty.handed-over': [...people, listInbox],
  'duty.moved': [...duties, listInbox],
  'duty.ended': [...duties, listInbox],
  'leave.entered': [...people, listInbox],
  'claim.submitted': [listClaims, getHome],
  'claim.changed': [listClaims, getClaim, getHome],
  'claim.contested': [],
  'claim.decided': [listClaims, getClaim, getOrganisation, getHome],
  'invitation.used': [listInvitations],
  'organisation.changed': [getOrganisation, getOrganisationHistory, listInbox],
  'organisation.merged': [getOrganisation, getMergeLinks, listInbox],
  'organisation.split': [getOrganisation, getMergeLinks, listInbox],
  'case.called-back': [listCallbacks],
  'article.changed': [listArticles, getArticle, listInbox],
  'article.accepted': [listArticles, getArticle, viewAnsweredAtOnce, listInbox],
  'case-template.changed': [listCaseTemplates, listInbox],
  'case-terms.changed': [listCaseTerms, listInbox],
  'order-terms.changed': [listOrderTerms, listInbox],
  'sourcing-terms.changed': [listSourcingTerms, listInbox],
  'case.acted': [...cases, ...orders, ...frame],
  'case.escalated': [...cases, ...orders, ...frame],
  'order.acted': [...orders, ...cases, ...frame],
  'order.silent-firm': [...orders, ...cases, ...frame],
  'order.overdue': [...orders, ...cases, ...frame],
  'funding.asked': [...funding, ...frame],
  'funding.accepted': [...funding, ...frame],
  'funding.lost': [...funding, ...frame],
  'funding.ended': [...funding, ...frame],
  'funding.offer-changed': [compareOffers, ...frame],
  'funding.receipt-given': [...funding, ...frame],
  'funding.receipt-taken-back': [...funding, ...frame],
  'funding.record-read': [compareOffers, ...frame],
  'technology.sent': [...technology, ...frame],
  'technology.nobody': [getSheet, ...frame],
  'technology.answered': [compareAnswers, getSheet, ...frame],
  'technology.ended': [...technology, ...frame],
  'technology.chosen': [...technology, ...frame],
  'technology.passed-over': [...technology, ...frame],
  'technology.goes-on': [...technology, ...frame],
  'deal.payment-noted': [listPayments, ...frame],
  'deal.payment-confirmed': [listPayments, ...frame],
  'chain.drafted': [listDrafts, getDraft, listInbox],
  'chain.published': [...chains, compareChain, listDrafts, getDraft, listInbox],
  'gap-task.acted': [getGapDoings, listGapTasks, ...frame],
  'drill-rules.changed': [listDrillRules, drillChain, listInbox],
  'gap.changed': [...chains, listInbox],
  'purchase.changed': [listPurchases, ...chains, listInbox],
  'target.changed': targets,
  'target.given': [...targets, listInbox],
  'target.entered': [...targets, listInbox],
  'target.alike': [...targets, listInbox],
  'premises.changed': [listPremises, listTargets, getTarget],
  'policy.changed': [listPapers, getPaper, listPolicies, myPolicies, ...frame],
  'policy.stated': [myPolicies],
  'policy.fits': [myPolicies, ...frame],
  'policy.lacks': [myPolicies, ...frame],
  'cascade.held': [...needs, ...frame],
  'cascade.released': [...needs, ...frame],
  'cascade.exhausted': [...cases, ...needs, ...frame],
  'need.kept-back': [...needs, listKeptNeeds, ...frame],
  'need.review-asked': [...needs, listKeptNeeds, ...frame],
  'need.ruled': [...needs, listKeptNeeds, ...frame],
};
