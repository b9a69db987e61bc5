import { listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { listImports } from '@zhitong/contract/directory/import-contract';
import { type HeldPostRow, listPeople } from '@zhitong/contract/directory/person-contract';
import { exportOf, exportOfAll } from '@zhitong/contract/list-export';
import { dutyClassWords, dutyListWords } from '@zhitong/domain/directory/duty-words';
import { importKindWords } from '@zhitong/domain/directory/import-words';
import { importStateWords } from '@zhitong/domain/directory/list-words';
import { roleWords } from '@zhitong/domain/directory/role-words';
import type { Language, Sentence } from '@zhitong/domain/language';
import { cityDay, cityTime } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import { type ListExport, sendList, wholeList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { contextOf } from '#platform/viewer';
import { viewMyDuties } from './duty-views.ts';
import { viewImports } from './import-views.ts';
import { viewPeople } from './person-views.ts';
import type { DutyDeps } from './post-desk.ts';
import { said } from './sheet-list-routes.ts';

type MyDuty = Awaited<ReturnType<typeof viewMyDuties>>['matters'][number];
type ImportRow = Awaited<ReturnType<typeof viewImports>>['imports'][number];

/** People, one's own matters, imports: the lists of an organisation as Excel files. */
export function sheetOwnRoutes(routes: Routes, deps: DutyDeps): void {
  routes.for('person.see', exportOf(listPeople), async ({ params, query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const read = (offset: number, limit: number) => viewPeople(deps, viewer, { ...query, ...params, offset, limit });
    const { organisation, asOf } = await read(0, 1);
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...peopleSheet(spoken),
        filter: said(organisation.name, asOf),
        page: async (offset, limit) => {
          const { posts: rows, total } = await read(offset, limit);
          return { rows, total };
        },
      },
    );
  });

  routes.for('duty.see', exportOfAll(listMyDuties), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...myDutySheet(spoken),
        filter: said(viewer.personName),
        page: wholeList(async () => (await viewMyDuties(deps, viewer)).matters),
      },
    );
  });

  routes.for('import.run', exportOf(listImports), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const reader = { viewer, language: spoken, now: deps.effects.now(), refusals: {} };
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...importSheet(spoken),
        page: async (offset, limit) => {
          const { imports: rows, total } = await inContext(deps.database, contextOf(viewer), (tx) =>
            viewImports(tx, reader, { ...query, offset, limit }),
          );
          return { rows, total };
        },
      },
    );
  });
}

type Sheet<Row> = Omit<ListExport<Row>, 'page' | 'filter'>;

function peopleSheet(language: Language): Sheet<HeldPostRow> {
  return {
    ...{ list: 'people', title: { zh: '人员与岗位', en: 'People and posts' } },
    columns: [
      { zh: '姓名', en: 'Name', text: ({ person }) => person.name },
      { zh: '角色', en: 'Role', text: ({ role }) => roleWords[role][language] },
      { zh: '从', en: 'From', text: ({ from }) => from },
      { zh: '到', en: 'Until', text: ({ to }) => to ?? '—' },
      { zh: '负责事项', en: 'Owns', text: ({ owns }) => String(owns) },
      { zh: 'B 角事项', en: 'Deputises', text: ({ deputises }) => String(deputises) },
    ],
  };
}

const parts = {
  owner: { zh: '我是负责人', en: 'Owner' },
  cover: { zh: '代办', en: 'Covering' },
  deputy: { zh: '负责人请假，我是 B 角', en: 'Deputy of somebody away' },
  away: { zh: '我请假，由别人负责', en: 'I am away' },
} as const satisfies Record<MyDuty['part'], Sentence>;

function myDutySheet(language: Language): Sheet<MyDuty> {
  return {
    ...{ list: 'my-duties', title: { zh: '我的职责', en: 'My duties' } },
    columns: [
      { zh: '编号', en: 'Number', text: ({ number }) => number },
      { zh: '事项', en: 'Matter', text: ({ title }) => title },
      { zh: '为什么是我', en: 'Why me', text: ({ part }) => parts[part][language] },
      { zh: '到', en: 'Until', text: ({ until }) => until ?? '—' },
      { zh: '清单', en: 'List', text: ({ list }) => dutyListWords[list][language] },
      { zh: '难易', en: 'Class', text: (row) => dutyClassWords[row.class][language] },
      { zh: 'B 角', en: 'Deputy', text: ({ deputy }) => deputy?.name ?? '—' },
    ],
  };
}

function importSheet(language: Language): Sheet<ImportRow> & { readonly filter: readonly string[] } {
  return {
    ...{ list: 'imports', title: { zh: '导入记录', en: 'Imports' }, filter: [] },
    columns: [
      { zh: '文件', en: 'File', text: ({ fileName }) => fileName },
      { zh: '类别', en: 'Kind', text: ({ kind }) => importKindWords[kind][language] },
      { zh: '状态', en: 'State', text: ({ state }) => importStateWords[state][language] },
      { zh: '可导入', en: 'Accepted', text: ({ accepted }) => String(accepted) },
      { zh: '行数', en: 'Rows', text: ({ rows }) => String(rows) },
      { zh: '经办人', en: 'By', text: ({ by }) => by },
      { zh: '时间', en: 'At', text: ({ madeAt }) => `${cityDay(new Date(madeAt))} ${cityTime(new Date(madeAt))}` },
    ],
  };
}
