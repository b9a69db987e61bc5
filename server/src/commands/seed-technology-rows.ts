import { workingDaysMs } from '@zhitong/domain/needs/case-terms';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { listValue } from '#platform/city-table';
import type { CaseWorld } from './seed-case-stories.ts';
import type { TechnologyStory } from './seed-technology.ts';

/** Sheets, whom they went to, their clocks, the answers, and the news of it, as the running server would have written them. */
export function technologyTables(world: CaseWorld, stories: readonly TechnologyStory[]) {
  const asked = stories.flatMap((story) => asksOf(world, story));
  return [
    { table: 'technology_sheet' as const, rows: stories.map(sheetRow) },
    { table: 'technology_ask' as const, rows: asked.map(({ row }) => row) },
    { table: 'case_help' as const, rows: asked.map(({ help }) => help) },
    { table: 'technology_answer' as const, rows: asked.flatMap(({ answer }) => answer ?? []) },
    { table: 'event' as const, rows: asked.map(({ event }) => event) },
  ];
}

function sheetRow({ asker, needId, sheet, steps: [first] }: TechnologyStory) {
  return {
    ...{
      city: asker.city,
      need_id: needId,
      asker_id: asker.id,
      targets: JSON.stringify(sheet.targets),
      trl: sheet.trl,
    },
    ...{ budget_fen: sheet.budgetFen, ip_wish: sheet.ipWish, written_at: first.action.at },
  };
}

function asksOf(world: CaseWorld, story: TechnologyStory) {
  const { rules, newId, rows } = world;
  const { asker, needId, text, steps } = story;
  const { at } = steps[0].action;
  const due = workedAfter(rules.calendar, at, workingDaysMs(rules, rules.city.helperDays, at)).at;
  const title = caseTitle(text);
  return story.fits.map(({ body, reasons }) => {
    const id = newId();
    const given = story.answers.find(({ bodyId }) => bodyId === body.id);
    const took = story.takenBy?.bodyId === body.id ? story.takenBy.at : null;
    const person = rows.people.find(
      (one) => one.id === rows.posts.find(({ organisationId }) => organisationId === body.id)?.personId,
    );
    const sides = { body_id: body.id, asker_id: asker.id };
    return {
      row: {
        ...{ ...sides, city: asker.city, id, case_id: story.id, need_id: needId, body_name: body.name, title, text },
        ...{ asker_name: asker.name, reasons: JSON.stringify(reasons), asked_at: at, due_at: due, demo: true },
        ...{ answered_at: given?.at ?? null, took_at: took, ended_at: story.endedAt },
      },
      help: {
        ...{ city: asker.city, case_id: story.id, helper_id: body.id, helper_name: body.name, asked_at: at },
        ...{ question: '', due_at: due, answered_at: took ?? given?.at ?? null },
      },
      answer: given && {
        ...{ ...sides, city: asker.city, id: newId(), ask_id: id, items: JSON.stringify(given.items) },
        ...{ note: given.note, by_person: person?.id ?? null, by_name: person?.name ?? '', at: given.at },
        replaced_at: null,
      },
      event: {
        ...{ city: asker.city, id: newId(), type: 'technology.sent', subject_id: id, at },
        audience: listValue([body.id]),
        payload: { needId, title, asker: asker.name },
      },
    };
  });
}
