import type { Language, Sentence } from '../language.ts';
import type { CaseAction, CaseActionKind, CaseSide } from './case-action.ts';
import { caseActionWords } from './case-action-words.ts';
import { caseHandBackWords, caseReopeningWords, caseUnsolvedWords } from './case-codes.ts';
import { casePlacingWords } from './case-placing.ts';
import { cityTime, spokenDay } from './city-day.ts';
import { spokenWork } from './working-words.ts';

/** A step of a case with the names in it, as its page tells it. */
export interface CaseStep {
  readonly action: CaseAction;
  readonly side: CaseSide;
  /** of the organisation that acted; empty: the platform */
  readonly by: string;
  /** of the organisation the action names: the next body, or a helper */
  readonly other: string;
  /** which hand-back of the case it is, from 1 */
  readonly handBack: number;
  /** what it costs the body, working minutes */
  readonly penaltyMinutes: number;
  /** what a working day is worth, so that working time can be told in days */
  readonly dayMinutes: number;
}

export interface CaseReader {
  readonly language: Language;
  /** the firm that asked is spoken to */
  readonly isAsker: boolean;
}

/** `市住建局退回（第 1 次）：不属本单位职责。扣其时限 6 小时，您的时限不变`. */
export function caseSentence(step: CaseStep, reader: CaseReader): string {
  const sentence: Telling<CaseActionKind> = sentences[step.action.kind];
  return sentence[reader.language](step, reader);
}

/** What stands before a sentence: who did it, in one or two words. */
export function caseActorWord({ side, by }: Pick<CaseStep, 'side' | 'by'>, { language, isAsker }: CaseReader): string {
  if (side === 'system') return language === 'zh' ? '系统' : 'The platform';
  if (side === 'firm' && isAsker) return language === 'zh' ? '您' : 'You';
  return by;
}

export const caseActionWord = (kind: CaseActionKind, language: Language): string => caseActionWords[kind][language];

type Tell = (step: CaseStep, reader: CaseReader) => string;
type Telling<_K extends CaseActionKind> = Readonly<Record<Language, Tell>>;

const you: Sentence = { zh: '您', en: 'You' };
const firm: Tell = ({ by }, { isAsker, language }) => (isAsker ? you[language] : by);
const hours = (minutes: number) => Math.round((minutes / 60) * 10) / 10;
const whose = { zh: ['您的', '企业的'], en: ['yours', 'the firm’s'] } as const;
const yours: Tell = (_step, { isAsker, language }) => whose[language][isAsker ? 0 : 1];

const sentences: { readonly [K in CaseActionKind]: Telling<K> } = {
  submitted: {
    zh: (step, reader) => `${firm(step, reader)}提交，计时开始，由${step.other}办理${placed(step, 'zh')}`,
    en: (step, reader) =>
      `${firm(step, reader)} sent it in; the clock runs; it is with ${step.other}${placed(step, 'en')}`,
  },
  accepted: { zh: ({ by }) => `${by}签收`, en: ({ by }) => `${by} signed for it` },
  answered: { zh: ({ by }) => `${by}答复`, en: ({ by }) => `${by} answered` },
  'handed-back': { zh: handBackZh, en: handBackEn },
  arbitrated: {
    zh: ({ other, action }) =>
      `第二次退回，系统${rowOf(action) ? `按职责清单第 ${rowOf(action)} 条${matterOf(action, 'zh')}指定${other}主办` : `没有找到对应的职责，由${other}指派`}`,
    en: ({ other, action }) =>
      rowOf(action)
        ? `Handed back twice: row ${rowOf(action)} of the duty table${matterOf(action, 'en')} puts ${other} in charge`
        : `Handed back twice, and no row of the duty table fits: ${other} finds a body`,
  },
  transferred: { zh: ({ by, other }) => `${by}指派给${other}`, en: ({ by, other }) => `${by} assigned it to ${other}` },
  'helper-asked': {
    zh: ({ by, other }) => `${by}请${other}协办`,
    en: ({ by, other }) => `${by} asked ${other} for help`,
  },
  'helper-answered': { zh: ({ by }) => `${by}协办答复`, en: ({ by }) => `${by} answered as a helper` },
  'bank-asked': {
    zh: (step, reader) => `${firm(step, reader)}问${step.other}`,
    en: (step, reader) => `${firm(step, reader)} asked ${step.other}`,
  },
  'bank-offered': { zh: ({ by }) => `${by}报价`, en: ({ by }) => `${by} made an offer` },
  'bank-declined': {
    zh: ({ by }) => `${by}婉拒，并说明怎样才可以`,
    en: ({ by }) => `${by} declined and said what would change it`,
  },
  'offer-accepted': {
    zh: (step, reader) => `${firm(step, reader)}接受了${step.other}的报价，款项到账后请确认是否解决`,
    en: (step, reader) => `${firm(step, reader)} took the offer of ${step.other}; solved once the money is there`,
  },
  'sheet-sent': {
    zh: ({ action }) =>
      sentTo(action) > 0
        ? `目标表已送达 ${sentTo(action)} 家创新平台和高校`
        : '没有方向相符的创新平台或高校，已请调度单位物色',
    en: ({ action }) =>
      sentTo(action) > 0
        ? `The target sheet was sent out; centres and universities that have it: ${sentTo(action)}`
        : 'No centre or university fits; the bureau was asked to find one',
  },
  'sheet-answered': { zh: ({ by }) => `${by}逐项应答`, en: ({ by }) => `${by} answered target by target` },
  'answer-taken': {
    zh: (step, reader) => `${firm(step, reader)}采用了${step.other}的应答，见效后请确认是否解决`,
    en: (step, reader) => `${firm(step, reader)} took the answer of ${step.other}; solved once it works`,
  },
  'answer-mended': {
    zh: ({ by }) => `${by}更正了应答，此前的应答留存`,
    en: ({ by }) => `${by} mended its answer; the one before is kept`,
  },
  taken: {
    zh: (step, reader) => `${step.other}承接，由其主办，${yours(step, reader)}时限不变`,
    en: (step) => `${step.other} took it over and is in charge; the due time stays`,
  },
  'extension-asked': {
    zh: (step) => `${step.by}申请延期 ${extended(step, 'zh')}，须同意才算数`,
    en: (step) => `${step.by} asked for ${extended(step, 'en')} more; it counts only with consent`,
  },
  'extension-agreed': {
    zh: (step, reader) => `${decided(step, reader)}同意延期`,
    en: (step, reader) => `${decided(step, reader)} agreed to more time`,
  },
  'extension-refused': {
    zh: (step, reader) => `${decided(step, reader)}不同意延期，时限不变`,
    en: (step, reader) => `${decided(step, reader)} refused more time; the due time stays`,
  },
  confirmed: {
    zh: (step, reader) => `${firm(step, reader)}确认已解决`,
    en: (step, reader) => `${firm(step, reader)} said it is solved`,
  },
  'not-solved': {
    zh: (step, reader) => `${firm(step, reader)}说没解决，继续办理，时限照算`,
    en: (step, reader) => `${firm(step, reader)} said it is not solved; it goes on, all time counted`,
  },
  closed: {
    zh: ({ by, action }) => `${by}未解决办结：${unsolved(action, 'zh')}`,
    en: ({ by, action }) => `${by} closed it unsolved: ${unsolved(action, 'en')}`,
  },
  withdrawn: {
    zh: (step, reader) => `${firm(step, reader)}撤回`,
    en: (step, reader) => `${firm(step, reader)} withdrew it`,
  },
  reopened: {
    zh: (step) => `${because(step, 'zh')}重新办理，由${step.other}主办，另给时限`,
    en: (step) => `Reopened${because(step, 'en')} with ${step.other}, with a time of its own`,
  },
  chosen: {
    zh: (step, reader) => `${firm(step, reader)}选定了供应商，已解决`,
    en: (step, reader) => `${firm(step, reader)} chose a supplier; solved`,
  },
  reminded: {
    zh: (step, reader) => `${firm(step, reader)}催办`,
    en: (step, reader) => `${firm(step, reader)} reminded`,
  },
  supplemented: {
    zh: (step, reader) => `${firm(step, reader)}补充材料`,
    en: (step, reader) => `${firm(step, reader)} added to it`,
  },
  'firm-asked': {
    zh: ({ by }, { isAsker }) => `${by}请${isAsker ? '您' : '企业'}补充说明，时限照算`,
    en: ({ by }, { isAsker }) => `${by} has a question for ${isAsker ? 'you' : 'the firm'}; the clock runs on`,
  },
};

function placed({ action }: CaseStep, language: Language): string {
  if (action.kind !== 'submitted' || action.placing === undefined) return '';
  const words = casePlacingWords[action.placing][language];
  return language === 'zh' ? `（${words}）` : ` (${words})`;
}

function handBackZh(step: CaseStep, reader: CaseReader): string {
  const { by, other, handBack, penaltyMinutes, action } = step;
  const why = action.kind === 'handed-back' ? caseHandBackWords[action.code].zh : '';
  return `${by}退回（第 ${handBack} 次）：${why}。扣其时限 ${hours(penaltyMinutes)} 小时，${yours(step, reader)}时限不变，现在由${other}办理`;
}

function handBackEn(step: CaseStep, reader: CaseReader): string {
  const { by, other, handBack, penaltyMinutes, action } = step;
  const why = action.kind === 'handed-back' ? caseHandBackWords[action.code].en : '';
  return `${by} handed it back (no. ${handBack}): ${why}. It costs that body ${hours(penaltyMinutes)} h; ${yours(step, reader)} stays as it was; now with ${other}`;
}

function because({ action }: CaseStep, language: Language): string {
  return action.kind === 'reopened' && action.because ? caseReopeningWords[action.because][language] : '';
}

const decided: Tell = (step, reader) => (step.side === 'firm' ? firm(step, reader) : step.by);
const sentTo = (action: CaseAction) => (action.kind === 'sheet-sent' ? action.helpers.length : 0);
const rowOf = (action: CaseAction) => (action.kind === 'arbitrated' ? action.dutyNumber : null);
/** The matter in words: nobody outside knows the rows of the table by their numbers. */
function matterOf(action: CaseAction, language: Language): string {
  const title = action.kind === 'arbitrated' ? action.dutyTitle : undefined;
  if (title === undefined) return '';
  return language === 'zh' ? `“${title}”` : ` (${title})`;
}

const extended = ({ action, dayMinutes }: CaseStep, language: Language) =>
  spokenWork(action.kind === 'extension-asked' ? Math.round(action.extensionMs / 60_000) : 0, dayMinutes, language);
const unsolved = (action: CaseAction, language: Language) =>
  action.kind === 'closed' ? caseUnsolvedWords[action.code][language] : '';

/** `11月23日 10:05`. */
export function spokenInstant(at: Date, language: Language): string {
  const { date, dateEn } = spokenDay(at);
  return `${language === 'zh' ? date : dateEn} ${cityTime(at)}`;
}
