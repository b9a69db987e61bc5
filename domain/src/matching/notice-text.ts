import { claimReturnCodes, claimReturnWords } from '../directory/claim-return.ts';
import type { Language } from '../language.ts';
import { spokenDay } from '../needs/city-day.ts';
import type { EventType } from './event.ts';
import { cascadeNotices } from './notice-cascade.ts';
import { caseNotices } from './notice-cases.ts';
import { chainNotices } from './notice-chains.ts';
import { dutyNotices } from './notice-duties.ts';
import {
  count,
  declineWord,
  money,
  type NoticeFacts,
  price,
  reachWord,
  rejectionWord,
  stepWord,
  subject,
  word,
} from './notice-facts.ts';
import { fundingNotices } from './notice-funding.ts';
import { investmentNotices } from './notice-investment.ts';
import { knowledgeNotices } from './notice-knowledge.ts';
import { orderNotices } from './notice-orders.ts';
import { policyNotices } from './notice-policies.ts';
import { technologyNotices } from './notice-technology.ts';

/** The sentence of an event in the reader's language, for the inbox and the timeline of a need. */
export function noticeText(event: { type: EventType; payload: NoticeFacts }, language: Language): string {
  return sentences[event.type][language](event.payload);
}

/** Things the firm did itself: listed among its notices, but nothing it still has to read. */
const ownDoings: ReadonlySet<EventType> = new Set<EventType>([
  'need.published',
  'need.withdrawn',
  'need.chosen',
  'match.shortlisted',
  'rejection.given',
  'offer.published',
  'offer.changed',
  'offer.withdrawn',
  'case.called-back',
  'case-template.changed',
  'policy.stated',
  'target.changed',
  'premises.changed',
]);

export function isNews(type: EventType): boolean {
  return !ownDoings.has(type);
}

export const ownDoingTypes: readonly EventType[] = [...ownDoings];

type Sentences = Readonly<Record<Language, (facts: NoticeFacts) => string>>;

const sentences = {
  'need.published': {
    zh: (p) => `${subject(p, 'zh')}：已发布，送达 ${count(p, 'matched')} 家`,
    en: (p) => `${subject(p, 'en')}: published, sent to ${count(p, 'matched')} firms`,
  },
  'need.withdrawn': {
    zh: (p) => `${subject(p, 'zh')}：需求已撤回`,
    en: (p) => `${subject(p, 'en')}: need withdrawn`,
  },
  'need.widened': {
    zh: (p) => `${subject(p, 'zh')}：新送达 ${count(p, 'added')} 家，范围${reachWord(p, 'zh')}`,
    en: (p) => `${subject(p, 'en')}: sent to ${count(p, 'added')} more firms, reach ${reachWord(p, 'en')}`,
  },
  'need.chosen': {
    zh: (p) => `${subject(p, 'zh')}：已选定${word(p, 'seller')}`,
    en: (p) => `${subject(p, 'en')}: ${word(p, 'seller')} chosen`,
  },
  'opportunity.arrived': {
    zh: (p) => `新商机：${word(p, 'buyer')}需要${subject(p, 'zh')}${dueWords(p, 'zh')}`,
    en: (p) => `New opportunity: ${word(p, 'buyer')} needs ${subject(p, 'en')}${dueWords(p, 'en')}`,
  },
  'opportunity.withdrawn': {
    zh: (p) => `${subject(p, 'zh')}：买方已撤回`,
    en: (p) => `${subject(p, 'en')}: withdrawn by the buyer`,
  },
  'opportunity.closed': {
    zh: (p) => `${subject(p, 'zh')}：该需求已结束，不再接受报价`,
    en: (p) => `${subject(p, 'en')}: closed, takes no more quotes`,
  },
  'match.seen': {
    zh: (p) => `${subject(p, 'zh')}：${word(p, 'supplier')}已看`,
    en: (p) => `${subject(p, 'en')}: seen by ${word(p, 'supplier')}`,
  },
  'match.shortlisted': {
    zh: (p) => `${subject(p, 'zh')}：${word(p, 'supplier')}已列入候选`,
    en: (p) => `${subject(p, 'en')}: ${word(p, 'supplier')} put on the short list`,
  },
  'match.rejected': {
    zh: (p) => `${subject(p, 'zh')}：未选原因：${rejectionWord(p, 'zh')}`,
    en: (p) => `${subject(p, 'en')}: not chosen, because of: ${rejectionWord(p, 'en')}`,
  },
  // the same fact on the buyer's side: whom it told
  'rejection.given': {
    zh: (p) => `${subject(p, 'zh')}：未选${word(p, 'supplier')}，原因：${rejectionWord(p, 'zh')}`,
    en: (p) => `${subject(p, 'en')}: ${word(p, 'supplier')} not chosen, because of: ${rejectionWord(p, 'en')}`,
  },
  'response.given': { zh: (p) => answerSentence(p, 'zh'), en: (p) => answerSentence(p, 'en') },
  'response.amended': {
    zh: (p) => `${answerSentence(p, 'zh')}（已修改）`,
    en: (p) => `${answerSentence(p, 'en')} (changed)`,
  },
  'offer.published': {
    zh: (p) => `供给已发布：${word(p, 'product')}`,
    en: (p) => `Offer published: ${word(p, 'product')}`,
  },
  'offer.changed': {
    zh: (p) => `供给已修改：${word(p, 'product')}`,
    en: (p) => `Offer changed: ${word(p, 'product')}`,
  },
  'offer.withdrawn': {
    zh: (p) => `供给已撤下：${word(p, 'product')}`,
    en: (p) => `Offer withdrawn: ${word(p, 'product')}`,
  },
  'offers.imported': { zh: () => '供给数据已导入', en: () => 'Offers were imported' },
  'claim.submitted': {
    zh: (p) => `有人认领“${word(p, 'firm')}”，等待审核`,
    en: (p) => `“${word(p, 'firm')}” is claimed and waits for review`,
  },
  'claim.changed': {
    zh: (p) => `“${word(p, 'firm')}”的认领${p.kind === 'withdrawn' ? '已撤回' : '补充了材料，等待审核'}`,
    en: (p) =>
      `Claim of “${word(p, 'firm')}” ${p.kind === 'withdrawn' ? 'withdrawn' : 'supplemented, waits for review'}`,
  },
  'claim.contested': {
    zh: (p) => `有人认领贵企业“${word(p, 'firm')}”，市工信局正在核对。您的岗位不变`,
    en: (p) => `Somebody claims your firm “${word(p, 'firm')}”; the bureau is checking. Your post stays`,
  },
  'claim.decided': { zh: (p) => claimSentence(p, 'zh'), en: (p) => claimSentence(p, 'en') },
  'invitation.used': {
    zh: (p) => `${word(p, 'person')}接受了邀请，加入“${word(p, 'firm')}”`,
    en: (p) => `${word(p, 'person')} accepted the invitation to “${word(p, 'firm')}”`,
  },
  'organisation.changed': {
    zh: (p) => `${word(p, 'person')}修改了“${word(p, 'firm')}”登记的内容`,
    en: (p) => `${word(p, 'person')} changed what is registered of “${word(p, 'firm')}”`,
  },
  'organisation.merged': {
    zh: (p) => `“${word(p, 'away')}”已并入“${word(p, 'into')}”，今后以后者办理；原有的需求和成交，切换到原岗位继续办`,
    en: (p) =>
      `“${word(p, 'away')}” was merged into “${word(p, 'into')}”, which stands from now on; what was begun is finished in the old post`,
  },
  'organisation.split': {
    zh: (p) => `“${word(p, 'away')}”已从“${word(p, 'into')}”拆分还原，各自办理`,
    en: (p) => `“${word(p, 'away')}” was split from “${word(p, 'into')}” again; each stands for itself`,
  },
  'deal.begun': {
    zh: (p) => `${subject(p, 'zh')}：${word(p, 'buyer')}选定${word(p, 'seller')}，可登记样品或订单`,
    en: (p) => `${subject(p, 'en')}: ${word(p, 'buyer')} chose ${word(p, 'seller')}; write down the sample or order`,
  },
  'deal.step-written': {
    zh: (p) => `${word(p, 'product')}：${word(p, 'by')}登记了${stepWord(p, 'zh')} ${money(p, 'zh')}，待对方确认`,
    en: (p) =>
      `${word(p, 'product')}: ${word(p, 'by')} wrote down the ${stepWord(p, 'en')} of ${money(p, 'en')}, to be confirmed by the other side`,
  },
  'deal.step-confirmed': {
    zh: (p) => `${word(p, 'product')}：${word(p, 'by')}确认了${stepWord(p, 'zh')} ${money(p, 'zh')}`,
    en: (p) => `${word(p, 'product')}: ${word(p, 'by')} confirmed the ${stepWord(p, 'en')} of ${money(p, 'en')}`,
  },
  ...dutyNotices,
  ...caseNotices,
  ...knowledgeNotices,
  ...chainNotices,
  ...investmentNotices,
  ...orderNotices,
  ...fundingNotices,
  ...policyNotices,
  ...technologyNotices,
  ...cascadeNotices,
} as const satisfies Record<EventType, Sentences>;

/** Two needs of one buyer for the same thing are told apart by their day. */
function dueWords(facts: NoticeFacts, language: Language): string {
  const deadline = word(facts, 'deadline');
  if (deadline === '') return '';
  const { date, dateEn } = spokenDay(new Date(`${deadline}T00:00:00+08:00`));
  return language === 'zh' ? `，${date}前` : `, by ${dateEn}`;
}

function answerSentence(facts: NoticeFacts, language: Language): string {
  const lead = `${subject(facts, language)}${language === 'zh' ? '：' : ': '}${word(facts, 'supplier')}`;
  if (typeof facts.declined === 'string')
    return language === 'zh'
      ? `${lead}做不了（${declineWord(facts, 'zh')}）`
      : `${lead} declined (${declineWord(facts, 'en')})`;
  const days = count(facts, 'leadDays');
  return language === 'zh'
    ? `${lead}报价 ${price(facts, 'zh')}，${days} 天交货`
    : `${lead} quoted ${price(facts, 'en')}, ${days} days`;
}

function claimSentence(facts: NoticeFacts, language: Language): string {
  const firm = word(facts, 'firm');
  const code = claimReturnCodes.find((known) => known === facts.claimCode);
  const reason = code ? claimReturnWords[code][language] : '';
  if (facts.kind === 'returned')
    return language === 'zh' ? `“${firm}”的认领已退回：${reason}` : `Claim of “${firm}” returned: ${reason}`;
  if (facts.kind === 'verified') return language === 'zh' ? `“${firm}”已核实` : `“${firm}” is verified`;
  return language === 'zh' ? `“${firm}”的认领已批准` : `Claim of “${firm}” approved`;
}
