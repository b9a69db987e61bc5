import type { DutyState } from '@zhitong/domain/directory/duty';
import { findOrphans, type Orphan, type OrphanCause } from '@zhitong/domain/directory/duty-orphans';
import type { Language, Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { fillIn } from '@zhitong/domain/refusal';
import { loadCityDuties } from '#features/directory/public';
import { inContext } from '#platform/context';
import { realEffects } from '#platform/effects';
import { type Command, notProven } from './command.ts';

export const dutiesCheckCommand: Command = {
  name: 'duties check',
  operands: [],
  summary: {
    zh: '核对职责清单：从今天起任何一天都没有无主事项',
    en: 'Check the duty table: no matter is left to nobody on any day from today on',
  },
  details: {
    zh: ['列出每件无主事项、从哪天起、为什么；一件都没有则打印 0，退出码 0；有则退出码 3。可每晚定时运行。'],
    en: [
      'Lists every matter nobody answers for, from which day and why; prints 0 and ends with 0 when there is none, else with 3. May run nightly.',
    ],
  },
  options: {},
  run: async ({ installation, language, print }) => {
    const { database, config } = installation;
    const { city } = config;
    const today = cityDay(realEffects.now());
    const state = await inContext(database, { city, viewer: 'system' }, (tx) => loadCityDuties(tx, city, today));
    const orphans = findOrphans(state, today);
    for (const line of orphanLines(orphans, state, language)) print(line);
    return orphans.length > 0 ? notProven : 0;
  },
};

const words = {
  clean: {
    zh: '0 件无主事项（在册 {matters} 件，从今天起逐日核对）',
    en: '0 orphan matters ({matters} on the table, every day from today on)',
  },
  orphan: { zh: '{number} {title}  {day} 起：{cause}', en: '{number} {title}  from {day}: {cause}' },
} as const satisfies Record<string, Sentence>;

const causes = {
  'no-term': { zh: '没有指定负责人，或同时指定了两次', en: 'no owner is named, or two are' },
  'not-in-body': { zh: '负责人或 B 角不在责任单位任职', en: 'owner or deputy holds no post in the body' },
  'one-person': { zh: '负责人和 B 角是同一个人', en: 'owner and deputy are one person' },
  'nobody-there': { zh: '都在请假，没有人代办', en: 'everybody is on leave and nobody covers' },
} as const satisfies Record<OrphanCause, Sentence>;

export function orphanLines(orphans: readonly Orphan[], { matters }: DutyState, language: Language): string[] {
  if (orphans.length === 0) return [fillIn(words.clean[language], { matters: matters.length })];
  return orphans.map(({ matter: { number, title }, day, cause }) =>
    fillIn(words.orphan[language], { number, title, day, cause: causes[cause][language] }),
  );
}
