import type { TargetActionKind } from '../investment/target-history.ts';
import { targetStatuses, targetStatusWords } from '../investment/target-stage.ts';
import type { Language } from '../language.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type InvestmentEventType = Extract<EventType, `target.${string}` | `premises.${string}`>;
type Telling = Readonly<Record<Language, (facts: NoticeFacts) => string>>;

const firm = (facts: NoticeFacts) => word(facts, 'firm');
const by = (facts: NoticeFacts) => word(facts, 'by');

/** Sentences about targets, for those who work on them alone. */
export const investmentNotices = {
  'target.changed': {
    zh: (p) => `招商线索“${firm(p)}”：${by(p)}${deeds[kindOf(p)].zh(p)}`,
    en: (p) => `Target “${firm(p)}”: ${by(p)} ${deeds[kindOf(p)].en(p)}`,
  },
  'target.given': {
    zh: (p) => `招商线索“${firm(p)}”由${by(p)}移交给${word(p, 'owner')}，请跟进`,
    en: (p) => `Target “${firm(p)}” was given by ${by(p)} to ${word(p, 'owner')}, who goes on with it`,
  },
  'target.entered': {
    zh: (p) => `${by(p)}参与招商线索“${firm(p)}”，请一起推进`,
    en: (p) => `${by(p)} takes part in the target “${firm(p)}”`,
  },
  'target.alike': {
    zh: (p) => `${by(p)}另立了一条招商线索“${firm(p)}”，与您的相近，请核对`,
    en: (p) => `${by(p)} keeps a second record of a target like yours, “${firm(p)}”; please check`,
  },
  'premises.changed': {
    zh: (p) => `${by(p)}更新了载体资源：${word(p, 'name')}`,
    en: (p) => `${by(p)} updated land and plants: ${word(p, 'name')}`,
  },
} as const satisfies Record<InvestmentEventType, Telling>;

function statusWord(facts: NoticeFacts, language: Language): string {
  return targetStatusWords[targetStatuses.find((one) => one === facts.status) ?? 'lead'][language];
}

const deeds = {
  registered: { zh: () => '登记', en: () => 'registered it' },
  stepped: { zh: (p) => `记录进展，${statusWord(p, 'zh')}`, en: (p) => `noted a step: ${statusWord(p, 'en')}` },
  given: { zh: (p) => `移交给${word(p, 'owner')}`, en: (p) => `gave it to ${word(p, 'owner')}` },
  entered: { zh: () => '参与进来', en: () => 'takes part' },
  wished: { zh: () => '登记了载体要求', en: () => 'wrote down what it wishes of its premises' },
  absorbed: { zh: () => '并入了重复的一条', en: () => 'joined a second record to it' },
  joined: { zh: () => '并入另一条线索', en: () => 'joined it to another' },
  lost: { zh: () => '记为未成', en: () => 'closed it as lost' },
} as const satisfies Record<TargetActionKind, Telling>;

function kindOf({ kind }: NoticeFacts): TargetActionKind {
  return (Object.keys(deeds) as TargetActionKind[]).find((known) => known === kind) ?? 'stepped';
}
