import { listDuties } from '@zhitong/contract/directory/duty-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { exportOf } from '@zhitong/contract/list-export';
import { claimStateWords } from '@zhitong/domain/directory/claim-state';
import { dutyListWords } from '@zhitong/domain/directory/duty-words';
import { organisationKindChoices } from '@zhitong/domain/directory/import-choices';
import { industryOf } from '@zhitong/domain/directory/industry';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type ListExport, sendList } from '#platform/list-export';
import type { Routes } from '#platform/route';
import { viewDuties } from './duty-views.ts';
import { viewOrganisations } from './organisation-list-views.ts';
import type { DutyDeps } from './post-desk.ts';

type OrganisationRow = Awaited<ReturnType<typeof viewOrganisations>>['organisations'][number];
type DutyRow = Awaited<ReturnType<typeof viewDuties>>['duties'][number];

/** The lists of the directory as Excel files, with the filter of the screen. */
export function sheetListRoutes(routes: Routes, deps: DutyDeps): void {
  routes.for('organisation.see', exportOf(listOrganisations), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const kind = organisationKindChoices.find(({ value }) => value === query.kind)?.[spoken];
    const list: ListExport<OrganisationRow> = {
      ...{ list: 'organisations', title: { zh: '主体名单', en: 'Organisations' } },
      filter: said(
        ...[query.q, kind, query.region, query.claim && claimStateWords[query.claim][spoken]],
        query.industry && `${query.industry} ${industryOf(query.industry)?.name[spoken] ?? ''}`.trim(),
      ),
      columns: [
        { zh: '名称', en: 'Name', text: ({ name }) => name },
        {
          ...{ zh: '类别', en: 'Kind' },
          text: (row) => organisationKindChoices.find(({ value }) => value === row.kind)?.[spoken] ?? row.kind,
        },
        { zh: '所在地', en: 'Place', text: ({ region }) => region ?? '—' },
      ],
      page: async (offset, limit) => {
        const { organisations: rows, total } = await viewOrganisations(deps.database, viewer, {
          ...query,
          today: cityDay(deps.effects.now()),
          offset,
          limit,
        });
        return { rows, total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });

  routes.for('duty.see', exportOf(listDuties), ({ query, language, reply }, viewer) => {
    const spoken = query.lang ?? language;
    const list: ListExport<DutyRow> = {
      ...{ list: 'duties', title: { zh: '职责清单', en: 'Duty table' } },
      filter: said(query.q, query.list && dutyListWords[query.list][spoken], query.asOf),
      columns: [
        { zh: '编号', en: 'Number', text: ({ number }) => number },
        { zh: '事项', en: 'Matter', text: ({ title }) => title },
        { zh: '责任单位', en: 'Body', text: ({ body }) => body.name },
        { zh: '负责人', en: 'Owner', text: ({ owner }) => owner.name },
        { zh: 'B 角', en: 'Deputy', text: ({ deputy }) => deputy?.name ?? '—' },
        { zh: '现由谁答复', en: 'Answering', text: ({ answering }) => answering.name },
        { zh: '依据', en: 'Basis', text: ({ basis }) => basis ?? '—' },
        { zh: '起始日期', en: 'From', text: ({ from }) => from },
      ],
      page: async (offset, limit) => {
        const { duties: rows, total } = await viewDuties(deps, viewer, { ...query, offset, limit });
        return { rows, total };
      },
    };
    return sendList({ ...deps, viewer, language: spoken, reply }, list);
  });
}

/** The filter in words: what was not asked for is not said. */
export function said(...words: readonly (string | undefined)[]): readonly string[] {
  return words.flatMap((word) => (word ? [word] : []));
}
