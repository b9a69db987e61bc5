import type { Language, Sentence } from '../language.ts';
import type { CaseStatus } from './case-action.ts';
import { type CaseReader, spokenInstant } from './case-timeline.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { workedBetween } from './working-time.ts';
import { spokenWork } from './working-words.ts';

export interface CaseNext {
  readonly status: CaseStatus;
  readonly lead: string;
  readonly due: Date;
  /** false: a day up to it lies in a year whose calendar is not published */
  readonly dueCertain: boolean;
  readonly firstAnswerDue: Date | null;
  readonly signDue: Date | null;
  readonly extensionWaits: boolean;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  readonly dayMinutes: number;
}

/** What happens next, by whom, by when; what should have happened says by how much it is late. */
export function caseNext(next: CaseNext, reader: CaseReader): string {
  const { status, lead, extensionWaits } = next;
  const { language, isAsker } = reader;
  if (extensionWaits) return waitsForWord[language](lead, { answer: owed(next, language), isAsker });
  if (status === 'waiting' || status === 'handling') return answers[language](lead, owed(next, language));
  if (isAsker && status === 'answered') return yourWord[language];
  const words: Sentence = ends[status];
  return words[language];
}

const deeds = {
  first: { zh: '前首次回应', en: 'gives a first answer by' },
  sign: { zh: '前签收', en: 'signs by' },
  answer: { zh: '前答复', en: 'answers by' },
} as const satisfies Record<string, Sentence>;

/** Everything the body owes, what is due first at the front. */
function owed(next: CaseNext, language: Language): string {
  const { firstAnswerDue, signDue, due, dueCertain } = next;
  const parts = [
    ...(firstAnswerDue ? [{ deed: deeds.first, at: firstAnswerDue, unsure: false }] : []),
    ...(signDue ? [{ deed: deeds.sign, at: signDue, unsure: false }] : []),
    { deed: deeds.answer, at: due, unsure: !dueCertain },
  ].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const told = parts.map(({ deed, at, unsure }) => {
    const when = spokenInstant(at, language);
    const words = language === 'zh' ? `${when} ${deed.zh}` : `${deed.en} ${when}`;
    return `${words}${unsure ? uncertain[language] : ''}${over(next, at, language)}`;
  });
  const late = parts.some(({ at }) => next.now > at);
  if (language === 'zh') return told.join(late ? '；' : '，');
  return told.join(late ? '; ' : ', ');
}

/** `，已超 3 小时`; nothing while there is time. */
function over({ now, calendar, dayMinutes }: CaseNext, at: Date, language: Language): string {
  if (now <= at) return '';
  const minutes = Math.floor(workedBetween(calendar, at, now) / 60_000);
  // on a free day no working time has passed, and yet the instant has
  if (minutes === 0) return language === 'zh' ? '，已过' : ' (passed)';
  const span = spokenWork(minutes, dayMinutes, language);
  return language === 'zh' ? `，已超 ${span}` : ` (${span} over)`;
}

const uncertain: Sentence = {
  zh: '（日历未公布，可能调整）',
  en: ' (the calendar is not published yet, it may change)',
};

const waitsForWord = {
  zh: (lead: string, { answer, isAsker }: { answer: string; isAsker: boolean }) =>
    `${lead}申请延期，等${isAsker ? '您' : '企业'}或调度单位答复；时限照算，${answer}`,
  en: (lead: string, { answer, isAsker }: { answer: string; isAsker: boolean }) =>
    `${lead} asks for more time and waits for ${isAsker ? 'your' : 'the firm’s'} or the bureau’s word; until then it ${answer}`,
};

const answers = {
  zh: (lead: string, answer: string) => `${lead}应于 ${answer}`,
  en: (lead: string, answer: string) => `${lead} ${answer}`,
};

const yourWord: Sentence = { zh: '请您确认是否解决', en: 'Please say whether it is solved' };

const ends = {
  answered: { zh: '等企业确认是否解决', en: 'Waits for the firm to say whether it is solved' },
  solved: { zh: '已解决', en: 'Solved' },
  unsolved: { zh: '未解决办结，企业可以要求重新办理', en: 'Closed unsolved; the firm may have it reopened' },
  withdrawn: { zh: '企业已撤回', en: 'Withdrawn by the firm' },
} as const satisfies Record<Exclude<CaseStatus, 'waiting' | 'handling'>, Sentence>;
