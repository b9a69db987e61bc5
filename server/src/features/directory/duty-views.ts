import type { DutyRow, getDuty, listDuties, listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { type DutyDesk, deskOf, whoAnswers } from '@zhitong/domain/directory/duty-answering';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import {
  countDuties,
  findDuty,
  listDutiesOfPerson,
  listDutyHistory,
  listDutyRows,
  type StoredDuty,
} from './duty-rows.ts';
import { listBodyLeaves, listBodyPosts } from './duty-state.ts';
import type { DutyDeps } from './post-desk.ts';

type ListQuery = z.output<typeof listDuties.query & z.ZodType>;
type List = z.input<typeof listDuties.reply>;

/** The duty table as it stood, stands or will stand on a day. */
export function viewDuties({ database, effects }: DutyDeps, viewer: Viewer, query: ListQuery): Promise<List> {
  const asOf = query.asOf ?? cityDay(effects.now());
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const filter = { ...query, city, asOf };
    const { total, withoutDeputy } = await countDuties(tx, filter);
    const rows = await listDutyRows(tx, filter);
    const desk = await deskFor(tx, { city, asOf, rows });
    return { asOf, total, withoutDeputy, duties: rows.map((row) => dutyReply(row, asOf, desk)) };
  });
}

type Detail = z.input<typeof getDuty.reply>;

/** One matter on a day; before its first or after its last day as it stood on the nearest. */
export function viewDuty(
  { database, effects }: DutyDeps,
  viewer: Viewer,
  of: { id: string; asOf?: string | undefined },
): Promise<Detail> {
  const { city } = viewer;
  const asked = of.asOf ?? cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const history = await listDutyHistory(tx, { city, id: of.id });
    const nearest = history.find(({ from, to }) => from <= asked && (to === null || asked < to)) ?? history.at(0);
    if (!nearest) throw new Refusal('platform.not-found');
    const inForce = nearest.from <= asked && (nearest.to === null || asked < nearest.to);
    const asOf = inForce ? asked : nearest.from;
    const row = await findDuty(tx, { city, id: of.id, asOf });
    if (!row) throw new Refusal('platform.not-found');
    const desk = await deskFor(tx, { city, asOf, rows: [row] });
    const mine = viewer.role === 'manager' && row.body_id === viewer.organisationId;
    const bureau = viewer.role === 'operator';
    const allowed = [...(mine || bureau ? ['assign' as const] : []), ...(bureau ? ['change' as const] : [])];
    return { ...dutyReply(row, asOf, desk), asOf: asked, inForce, source: row.source, history, allowed };
  });
}

type Mine = z.input<typeof listMyDuties.reply>;

/** What the person answers for today in this organisation, and what others answer for in its place. */
export function viewMyDuties({ database, effects }: DutyDeps, viewer: Viewer): Promise<Mine> {
  const { city, personId, organisationId } = viewer;
  const today = cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const rows = await listDutiesOfPerson(tx, { city, bodyId: organisationId, asOf: today });
    const desk = await deskFor(tx, { city, asOf: today, rows });
    const posts = await listBodyPosts(tx, { city, bodyIds: [organisationId], since: today });
    const own = new Set(posts.filter((post) => post.personId === personId).map(({ id }) => id));
    const leaves = await listBodyLeaves(tx, { city, bodyIds: [organisationId], since: today });
    const away = leaves.find(({ postId, from }) => own.has(postId) && from <= today);
    const nameOf = (id: string | null) => posts.find((post) => post.id === id)?.personName ?? null;
    return {
      today,
      leave: away ? { id: away.id, from: away.from, to: away.to, cover: nameOf(away.coverPostId) } : null,
      matters: rows.flatMap((row) => mineOf(row, { today, desk, own })),
    };
  });
}

interface Looking {
  readonly today: string;
  readonly desk: DutyDesk;
  readonly own: ReadonlySet<string>;
}

function mineOf(row: StoredDuty, { today, desk, own }: Looking): Mine['matters'] {
  const reply = dutyReply(row, today, desk);
  const { postId, because } = reply.answering;
  if (own.has(postId)) {
    const awayId = because === 'owner' ? undefined : row.owner_post_id;
    const until = awayId === undefined ? row.term_to : (desk.leaveOn(awayId, today)?.to ?? null);
    return [{ ...reply, part: because, until }];
  }
  if (!own.has(row.owner_post_id)) return [];
  return [{ ...reply, part: 'away', until: desk.leaveOn(row.owner_post_id, today)?.to ?? null }];
}

async function deskFor(tx: Tx, { city, asOf, rows }: { city: string; asOf: string; rows: readonly StoredDuty[] }) {
  const bodyIds = [...new Set(rows.map(({ body_id }) => body_id))];
  const posts = await listBodyPosts(tx, { city, bodyIds, since: asOf });
  const leaves = await listBodyLeaves(tx, { city, bodyIds, since: asOf });
  return deskOf({ posts, leaves });
}

function dutyReply(row: StoredDuty, asOf: string, desk: DutyDesk): DutyRow {
  const term = {
    ...{ id: row.term_id, dutyId: row.id, bodyId: row.body_id, from: row.term_from, to: row.term_to },
    ...{ ownerPostId: row.owner_post_id, deputyPostId: row.deputy_post_id },
  };
  const answering = whoAnswers(term, asOf, desk);
  const named = (postId: string, name: string | null) => ({
    ...{ postId, name: name ?? '', away: desk.leaveOn(postId, asOf) !== undefined },
  });
  return {
    ...{ id: row.id, number: row.number, title: row.title, description: row.description, words: row.words },
    ...{ list: row.list, class: row.class, level: row.level, basis: row.basis, demo: row.demo },
    body: { id: row.body_id, name: row.body_name },
    owner: named(row.owner_post_id, row.owner_name),
    deputy: row.deputy_post_id === null ? null : named(row.deputy_post_id, row.deputy_name),
    answering: {
      postId: answering?.post.id ?? row.owner_post_id,
      name: answering?.post.personName ?? row.owner_name,
      because: answering?.because ?? 'owner',
      path: answering?.path.map(({ personName }) => personName) ?? [row.owner_name],
    },
    ...{ from: row.valid_from, to: row.valid_to },
  };
}
