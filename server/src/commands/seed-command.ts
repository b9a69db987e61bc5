import type { Sentence } from '@zhitong/domain/language';
import { fillIn } from '@zhitong/domain/refusal';
import { demoPassword, demoSignIns } from '#features/directory/demo-sign-ins';
import { realEffects } from '#platform/effects';
import { hintGrowth } from '#platform/event-hub';
import { type Command, type CommandCall, UsageProblem } from './command.ts';
import { demoCity } from './demo-city.ts';
import { type SeedStep, seedDemo } from './seed-demo.ts';

export const seedCommand: Command = {
  name: 'seed demo',
  operands: [],
  summary: { zh: '写入演示城市（威海）', en: 'Write the demo city (Weihai)' },
  details: {
    zh: ['主体、产品库、供给、一年的需求、报价和成交，以及演示账号。', '全部标明为演示数据；已写入过则不做任何改动。'],
    en: [
      'Organisations, products, offers, a year of needs, quotes and deals, and the demo sign-ins.',
      'All of it is marked as demo data; when it is there already, nothing changes.',
    ],
  },
  options: {},
  run: runSeed,
};

export const seedStepWords = {
  generate: { zh: '生成演示城市', en: 'Making the demo city' },
  reference: { zh: '写入行政区划和产品库', en: 'Writing regions and products' },
  organisations: { zh: '写入主体和供给', en: 'Writing organisations and offers' },
  match: { zh: '匹配一年的需求', en: 'Matching a year of needs' },
  needs: { zh: '写入需求、报价和成交', en: 'Writing needs, quotes and deals' },
  commit: { zh: '提交', en: 'Committing' },
  log: { zh: '封存事件日志', en: 'Sealing the event log' },
  accounts: { zh: '建立演示账号', en: 'Making the demo sign-ins' },
} as const satisfies Record<SeedStep, Sentence>;

const words = {
  seeded: {
    zh: '已写入演示城市：主体 {organisations} 个，供给 {offers} 条，需求 {needs} 条，成交 {deals} 笔。',
    en: 'The demo city is written: {organisations} organisations, {offers} offers, {needs} needs, {deals} deals.',
  },
  alreadyThere: {
    zh: '演示城市已经在库中，没有任何改动。',
    en: 'The demo city is there already; nothing has changed.',
  },
  signIns: { zh: '演示账号（密码 {password}）：{names}', en: 'Demo sign-ins (password {password}): {names}' },
  otherCity: {
    zh: '演示城市是威海（371000），本系统是 {city}，不写入',
    en: 'The demo city is Weihai (371000); this installation is {city}: nothing is written',
  },
} as const satisfies Record<string, Sentence>;

async function runSeed({ installation, progress, language, print }: CommandCall): Promise<void> {
  const { database, config } = installation;
  if (config.city !== demoCity) {
    const { zh, en } = words.otherCity;
    throw new UsageProblem({ zh: fillIn(zh, { city: config.city }), en: fillIn(en, { city: config.city }) });
  }
  const result = await seedDemo(database, {
    effects: realEffects,
    onStep: (step, done, total) => progress.step(seedStepWords[step], done, total),
  });
  await hintGrowth(database, config.city);
  progress.end();
  if (result.kind === 'already-there') print(words.alreadyThere[language]);
  else {
    const { organisations, offers, needs, deals } = result;
    print(fillIn(words.seeded[language], { organisations, offers, needs, deals }));
  }
  const names = demoSignIns.map(({ username }) => username).join(' ');
  print(fillIn(words.signIns[language], { password: demoPassword, names }));
}
