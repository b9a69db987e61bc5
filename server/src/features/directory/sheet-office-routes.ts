import { type Account, listAccounts } from '@zhitong/contract/directory/account-contract';
import { type ClaimRow, listClaims } from '@zhitong/contract/directory/claim-contract';
import { type Dispute, listDisputes } from '@zhitong/contract/directory/dispute-contract';
import { type DuplicateRow, listDuplicates } from '@zhitong/contract/directory/duplicate-contract';
import { listMerges, type MergeRow } from '@zhitong/contract/directory/merge-contract';
import { exportOf } from '@zhitong/contract/list-export';
import {
  accountFactorWords,
  accountStateWords,
  claimStatusWords,
  disputeFieldWord,
  disputeStateWords,
  duplicateStateWords,
  duplicateVerdictWords,
} from '@zhitong/domain/directory/list-words';
import { roleWords } from '@zhitong/domain/directory/role-words';
import type { Language } from '@zhitong/domain/language';
import { cityDay, cityTime } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import { type ListExport, sendList, wholeList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { contextOf } from '#platform/viewer';
import { viewAccounts } from './account-views.ts';
import { viewClaims } from './claim-views.ts';
import { viewDisputes } from './dispute-views.ts';
import { viewDuplicates } from './duplicate-views.ts';
import { viewMerges } from './merge-views.ts';
import type { DutyDeps } from './post-desk.ts';
import type { Sessions } from './session-service.ts';
import { said } from './sheet-list-routes.ts';

/** The lists the bureau and the security administrator work through, as Excel files with the filter of the screen. */
export function sheetOfficeRoutes(routes: Routes, deps: DutyDeps & { readonly sessions: Sessions }): void {
  const { database, effects, sessions } = deps;

  routes.for('account.see', exportOf(listAccounts), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const list: ListExport<Account> = {
      ...{ list: 'accounts', title: { zh: '用户', en: 'Accounts' } },
      filter: said(
        query.q,
        query.state && accountStateWords[query.state][spoken],
        query.factor && accountFactorWords[query.factor][spoken],
      ),
      columns: [
        { zh: '用户名', en: 'User name', text: ({ username }) => username },
        { zh: '姓名', en: 'Name', text: ({ person }) => person.name },
        {
          ...{ zh: '单位与岗位', en: 'Organisation and post' },
          text: ({ posts }) =>
            posts.map(({ organisation, role }) => `${organisation.name} ${roleWords[role][spoken]}`).join('；') || '—',
        },
        { zh: '状态', en: 'State', text: ({ state }) => accountStateWords[state][spoken] },
        { zh: '两步验证', en: 'Second factor', text: ({ factor }) => accountFactorWords[factor][spoken] },
        { zh: '最近登录', en: 'Last signed in', text: ({ lastUsedAt }) => moment(lastUsedAt) },
      ],
      page: async (offset, limit) => {
        const now = effects.now();
        const at = { city: viewer.city, on: cityDay(now), now, idleSince: sessions.idleSince() };
        const { accounts: rows, total } = await inContext(database, contextOf(viewer), (tx) =>
          viewAccounts(tx, { ...query, ...at, viewerId: viewer.userId, offset, limit }),
        );
        return { rows, total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });

  routes.for('claim.see', exportOf(listClaims), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const personId = viewer.role === 'operator' ? undefined : viewer.personId;
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...claimSheet(spoken),
        filter: said(query.status && claimStatusWords[query.status][spoken]),
        page: async (offset, limit) => {
          const { claims: rows, total } = await inContext(database, contextOf(viewer), (tx) =>
            viewClaims(tx, { status: query.status, personId, offset, limit }),
          );
          return { rows, total };
        },
      },
    );
  });

  routes.for('organisation.dispute', exportOf(listDisputes), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...disputeSheet(spoken),
        filter: said(query.state && disputeStateWords[query.state][spoken]),
        page: wholeList(async () => (await viewDisputes(database, viewer, query)).disputes),
      },
    );
  });

  routes.for('organisation.merge', exportOf(listDuplicates), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...duplicateSheet(spoken),
        filter: said(duplicateStateWords[query.state][spoken]),
        page: async (offset, limit) => {
          const page = { ...query, language: spoken, offset, limit };
          const { pairs: rows, total } = await viewDuplicates(database, viewer, page);
          return { rows, total };
        },
      },
    );
  });

  routes.for('organisation.merge', exportOf(listMerges), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    return sendList(
      { ...deps, viewer, language: spoken, reply },
      {
        ...mergeSheet(spoken),
        page: async (offset, limit) => {
          const { merges: rows, total } = await viewMerges(database, viewer, { offset, limit });
          return { rows, total };
        },
      },
    );
  });
}

type Sheet<Row> = Omit<ListExport<Row>, 'page' | 'filter'>;

function claimSheet(language: Language): Sheet<ClaimRow> {
  return {
    ...{ list: 'claims', title: { zh: '企业认领', en: 'Claims' } },
    columns: [
      { zh: '企业', en: 'Firm', text: ({ firm }) => firm.name },
      { zh: '统一社会信用代码', en: 'Credit code', text: ({ firm }) => firm.creditCode ?? '—' },
      { zh: '申请人', en: 'Claimant', text: ({ claimant }) => claimant.name },
      { zh: '所在单位', en: 'Organisation', text: ({ claimant }) => claimant.organisation?.name ?? '—' },
      { zh: '状态', en: 'State', text: ({ status }) => claimStatusWords[status][language] },
      { zh: '材料', en: 'Files', text: ({ files }) => String(files) },
      { zh: '提交时间', en: 'Submitted', text: ({ at }) => moment(at) },
      { zh: '最近变动', en: 'Changed', text: ({ changedAt }) => moment(changedAt) },
    ],
  };
}

function disputeSheet(language: Language): Sheet<Dispute> {
  return {
    ...{ list: 'disputes', title: { zh: '异议', en: 'Disputes' } },
    columns: [
      { zh: '主体', en: 'Organisation', text: ({ organisation }) => organisation.name },
      { zh: '哪一项', en: 'Which fact', text: ({ field }) => disputeFieldWord(field, language) },
      { zh: '哪里不对', en: 'What is wrong', text: ({ claim }) => claim },
      { zh: '提出单位', en: 'By', text: ({ by }) => by.name },
      { zh: '提出人', en: 'Person', text: ({ byName }) => byName },
      { zh: '时间', en: 'At', text: ({ at }) => moment(at) },
      { zh: '状态', en: 'State', text: ({ state }) => disputeStateWords[state][language] },
      { zh: '答复', en: 'Answer', text: ({ answer }) => answer ?? '—' },
    ],
  };
}

function duplicateSheet(language: Language): Sheet<DuplicateRow> {
  return {
    ...{ list: 'duplicates', title: { zh: '疑似重复', en: 'Possible duplicates' } },
    columns: [
      { zh: '主体一', en: 'One', text: ({ a }) => a.name },
      { zh: '信用代码一', en: 'Code of one', text: ({ a }) => a.creditCode ?? '—' },
      { zh: '主体二', en: 'Other', text: ({ b }) => b.name },
      { zh: '信用代码二', en: 'Code of other', text: ({ b }) => b.creditCode ?? '—' },
      { zh: '判断', en: 'Verdict', text: ({ verdict }) => duplicateVerdictWords[verdict][language] },
      { zh: '理由', en: 'Why', text: ({ reasons }) => reasons.map(({ text }) => text).join('；') },
      { zh: '发现时间', en: 'Found', text: ({ foundAt }) => moment(foundAt) },
      { zh: '判定人', en: 'Answered by', text: ({ answeredBy }) => answeredBy ?? '—' },
    ],
  };
}

function mergeSheet(language: Language): Sheet<MergeRow> & { readonly filter: readonly string[] } {
  const state = ({ splitAt }: MergeRow) => (splitAt === null ? standing : split)[language];
  return {
    ...{ list: 'merges', title: { zh: '合并记录', en: 'Merges' }, filter: [] },
    columns: [
      { zh: '并入', en: 'Merged', text: ({ merged }) => merged.name },
      { zh: '保留', en: 'Kept', text: ({ survivor }) => survivor.name },
      { zh: '时间', en: 'At', text: ({ at }) => moment(at) },
      { zh: '经办', en: 'By', text: ({ by }) => by },
      { zh: '状态', en: 'State', text: state },
      { zh: '理由', en: 'Why', text: ({ why }) => why ?? '—' },
    ],
  };
}

const standing = { zh: '合并中', en: 'Merged' };
const split = { zh: '已拆分', en: 'Split' };

function moment(at: string | null): string {
  return at === null ? '—' : `${cityDay(new Date(at))} ${cityTime(new Date(at))}`;
}
