import type { Language } from '../language.ts';
import type { CaseActionKind } from '../needs/case-action.ts';
import { caseActionWords } from '../needs/case-action-words.ts';
import {
  caseHandBackCodes,
  caseHandBackWords,
  caseReopenings,
  caseReopeningWords,
  caseUnsolvedCodes,
  caseUnsolvedWords,
} from '../needs/case-codes.ts';
import { caseRungs } from '../needs/case-light.ts';
import { type CaseMarkKind, caseMarkKinds } from '../needs/case-mark.ts';
import { rungSentence } from '../needs/case-rung-words.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type CaseEventType = Extract<EventType, `case.${string}`>;

/** Sentences about cases, for the firm that asked, the bodies that handle it, and the bureau. */
export const caseNotices = {
  'case.acted': {
    zh: (p) => `“${word(p, 'title')}”${deeds[kindOf(p)].zh(p)}`,
    en: (p) => `“${word(p, 'title')}”: ${deeds[kindOf(p)].en(p)}`,
  },
  'case.escalated': {
    zh: (p) => `“${word(p, 'title')}”${rungNotice(p, 'zh')}`,
    en: (p) => `“${word(p, 'title')}”: ${rungNotice(p, 'en')}`,
  },
  'case.called-back': {
    zh: (p) => `已记录“${word(p, 'title')}”的回访`,
    en: (p) => `“${word(p, 'title')}”: what the call-back said was noted`,
  },
} as const satisfies Record<CaseEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;

type Deed = Readonly<Record<Language, (facts: NoticeFacts) => string>>;

const by = (facts: NoticeFacts) => word(facts, 'by');
const lead = (facts: NoticeFacts) => word(facts, 'lead');

const deeds = {
  submitted: { zh: (p) => `已提交，由${lead(p)}办理`, en: (p) => `sent in, with ${lead(p)}` },
  accepted: { zh: (p) => `${by(p)}已签收`, en: (p) => `signed for by ${by(p)}` },
  answered: {
    zh: (p) => `${by(p)}已答复，请确认是否解决`,
    en: (p) => `answered by ${by(p)}; say whether it is solved`,
  },
  'handed-back': {
    zh: (p) => `${by(p)}退回（${reason(p, 'zh')}），现在由${lead(p)}办理，时限不变`,
    en: (p) => `handed back by ${by(p)} (${reason(p, 'en')}), now with ${lead(p)}; the due time stays`,
  },
  arbitrated: {
    zh: (p) => `第二次退回，按职责清单由${lead(p)}主办`,
    en: (p) => `handed back twice: by the duty table it is with ${lead(p)}`,
  },
  transferred: { zh: (p) => `指派给${lead(p)}`, en: (p) => `assigned to ${lead(p)}` },
  'helper-asked': { zh: (p) => `${by(p)}请协办`, en: (p) => `${by(p)} asks for help` },
  'helper-answered': { zh: (p) => `${by(p)}已协办答复`, en: (p) => `${by(p)} answered as a helper` },
  'bank-asked': { zh: (p) => `${by(p)}已选银行`, en: (p) => `${by(p)} asked a bank` },
  'bank-offered': { zh: (p) => `${by(p)}已报价`, en: (p) => `${by(p)} made an offer` },
  'bank-declined': {
    zh: (p) => `${by(p)}婉拒，说明了怎样才可以`,
    en: (p) => `${by(p)} declined and says what would change it`,
  },
  'offer-accepted': { zh: () => '企业已接受银行报价', en: () => 'the firm took a bank’s offer' },
  'sheet-sent': { zh: () => '目标表已送达', en: () => 'the target sheet was sent out' },
  'sheet-answered': { zh: (p) => `${by(p)}已逐项应答`, en: (p) => `${by(p)} answered target by target` },
  'answer-taken': { zh: () => '企业已采用一份应答', en: () => 'the firm took an answer' },
  'answer-mended': {
    zh: (p) => `${by(p)}更正了应答，请核对后再确认是否解决`,
    en: (p) => `${by(p)} mended its answer; look at it before you say whether it is solved`,
  },
  taken: { zh: (p) => `${lead(p)}承接，由其主办，时限不变`, en: (p) => `${lead(p)} took it over; the due time stays` },
  'extension-asked': { zh: (p) => `${by(p)}申请延期，请答复`, en: (p) => `${by(p)} asks for more time` },
  'extension-agreed': { zh: () => '同意延期', en: () => 'more time was agreed to' },
  'extension-refused': { zh: () => '不同意延期', en: () => 'more time was refused' },
  confirmed: { zh: () => '企业确认已解决', en: () => 'the firm says it is solved' },
  'not-solved': { zh: (p) => `企业说没解决，由${lead(p)}继续办`, en: (p) => `not solved, ${lead(p)} goes on` },
  closed: { zh: (p) => `未解决办结：${unsolved(p, 'zh')}`, en: (p) => `closed unsolved: ${unsolved(p, 'en')}` },
  withdrawn: { zh: () => '企业已撤回', en: () => 'withdrawn by the firm' },
  reopened: {
    zh: (p) => `${why(p, 'zh')}重新办理，由${lead(p)}主办`,
    en: (p) => `reopened${why(p, 'en')}, with ${lead(p)}`,
  },
  chosen: { zh: () => '企业已选定供应商，已解决', en: () => 'the firm chose a supplier; solved' },
  reminded: { zh: () => '企业催办', en: () => 'the firm reminds' },
  supplemented: { zh: () => '企业补充了材料', en: () => 'the firm added to it' },
  'firm-asked': { zh: (p) => `${by(p)}有问题请您补充`, en: (p) => `${by(p)} has a question for you` },
} as const satisfies Record<CaseActionKind, Deed>;

function kindOf(facts: NoticeFacts): CaseActionKind {
  const kinds = Object.keys(caseActionWords) as CaseActionKind[];
  return kinds.find((kind) => kind === facts.kind) ?? 'submitted';
}

function why(facts: NoticeFacts, language: Language): string {
  const code = caseReopenings.find((known) => known === facts.because);
  return code ? caseReopeningWords[code][language] : '';
}

function reason(facts: NoticeFacts, language: Language): string {
  const code = caseHandBackCodes.find((known) => known === facts.code);
  return code ? caseHandBackWords[code][language] : '';
}

function unsolved(facts: NoticeFacts, language: Language): string {
  return caseUnsolvedWords[caseUnsolvedCodes.find((known) => known === facts.code) ?? 'other'][language];
}

function rungNotice(facts: NoticeFacts, language: Language): string {
  const lead = word(facts, 'lead');
  const mark = caseMarkKinds.find((known) => known === facts.mark) ?? null;
  // written before marks had rungs, or told before a mark is missed
  if (facts.rung === 'sign' || facts.rung === 'near') return nearNotice[mark ?? 'sign'][language](lead);
  const who = caseRungs.find((known) => known === facts.rung) ?? 'handler';
  const where = [word(facts, 'person'), lead].filter((name) => name !== '').join(' · ');
  return language === 'zh'
    ? `${rungSentence(who, 'zh', mark)}（${where}）`
    : `${rungSentence(who, 'en', mark)} (${where})`;
}

const nearNotice = {
  sign: { zh: (body: string) => `还没有签收，请${body}签收`, en: (body: string) => `not signed for yet by ${body}` },
  'first-answer': {
    zh: (body: string) => `企业还没有收到回应，请${body}尽快回应`,
    en: (body: string) => `the firm has heard nothing yet from ${body}`,
  },
} as const satisfies Record<CaseMarkKind, Readonly<Record<Language, (body: string) => string>>>;
