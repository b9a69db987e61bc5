import { type PostRole, postRoles } from '../directory/organisation.ts';
import { roleWords } from '../directory/role-words.ts';
import type { Language } from '../language.ts';
import { spokenDay } from '../needs/city-day.ts';
import type { EventType } from './event.ts';
import { count, type NoticeFacts, word } from './notice-facts.ts';

type DutyEventType = Extract<EventType, `post.${string}` | `duty.${string}` | `leave.${string}`>;

/** Sentences about posts, matters and leaves, for the body they happen in. */
export const dutyNotices = {
  'post.given': {
    zh: (p) => `${word(p, 'person')}自${day(p, 'from', 'zh')}起在本单位任${roleWord(p, 'zh')}`,
    en: (p) => `${word(p, 'person')} is ${roleWord(p, 'en')} here from ${day(p, 'from', 'en')}`,
  },
  'post.ended': {
    zh: (p) => `${word(p, 'person')}的岗位于${day(p, 'from', 'zh')}结束`,
    en: (p) => `The post of ${word(p, 'person')} ends on ${day(p, 'from', 'en')}`,
  },
  'duty.assigned': {
    zh: (p) =>
      `职责清单第 ${word(p, 'number')} 项“${word(p, 'matter')}”自${day(p, 'from', 'zh')}起由${holders(p, 'zh')}`,
    en: (p) => `Matter ${word(p, 'number')} “${word(p, 'matter')}”: from ${day(p, 'from', 'en')} ${holders(p, 'en')}`,
  },
  'duty.handed-over': {
    zh: (p) =>
      `${word(p, 'person')}的 ${count(p, 'count')} 件事项（${word(p, 'matter')}等）自${day(p, 'from', 'zh')}起已移交`,
    en: (p) =>
      `${count(p, 'count')} matters of ${word(p, 'person')} (such as ${word(p, 'matter')}) are handed over from ${day(p, 'from', 'en')}`,
  },
  'duty.moved': {
    zh: (p) =>
      `职责清单第 ${word(p, 'number')} 项“${word(p, 'matter')}”自${day(p, 'from', 'zh')}起由${word(p, 'oldBody')}转到${word(p, 'body')}，${holders(p, 'zh')}`,
    en: (p) =>
      `Matter ${word(p, 'number')} “${word(p, 'matter')}” moves from ${word(p, 'oldBody')} to ${word(p, 'body')} on ${day(p, 'from', 'en')}: ${holders(p, 'en')}`,
  },
  'duty.ended': {
    zh: (p) => `职责清单第 ${word(p, 'number')} 项“${word(p, 'matter')}”自${day(p, 'from', 'zh')}起取消`,
    en: (p) => `Matter ${word(p, 'number')} “${word(p, 'matter')}” leaves the duty table on ${day(p, 'from', 'en')}`,
  },
  'leave.entered': {
    zh: (p) => `${word(p, 'person')}${day(p, 'from', 'zh')}起请假，${day(p, 'to', 'zh')}返岗，${standIn(p, 'zh')}`,
    en: (p) =>
      `${word(p, 'person')} is away from ${day(p, 'from', 'en')} until ${day(p, 'to', 'en')}; ${standIn(p, 'en')}`,
  },
} as const satisfies Record<DutyEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;

function day(facts: NoticeFacts, name: string, language: Language): string {
  const at = new Date(`${word(facts, name)}T00:00:00+08:00`);
  if (Number.isNaN(at.getTime())) return '…';
  const spoken = spokenDay(at);
  return language === 'zh' ? spoken.date : spoken.dateEn;
}

function roleWord(facts: NoticeFacts, language: Language): string {
  const role: PostRole = postRoles.find((known) => known === facts.role) ?? 'member';
  return roleWords[role][language];
}

function holders(facts: NoticeFacts, language: Language): string {
  const [owner, deputy] = [word(facts, 'owner'), word(facts, 'deputy')];
  if (language === 'zh') return deputy === '' ? `${owner}负责` : `${owner}负责，${deputy}为 B 角`;
  return deputy === '' ? `${owner} answers` : `${owner} answers, ${deputy} deputises`;
}

function standIn(facts: NoticeFacts, language: Language): string {
  const cover = word(facts, 'cover');
  if (language === 'zh') return cover === '' ? '由 B 角负责' : `由${cover}代办`;
  return cover === '' ? 'the deputies answer' : `${cover} covers`;
}
