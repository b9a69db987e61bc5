import type { AuditEntry, AuditFilter } from '@zhitong/contract/directory/audit-contract';
import { kindsWithOpenReason, splitSaying } from '@zhitong/domain/directory/audit-confidential';
import { endOfCityDay } from '@zhitong/domain/needs/city-day';
import { type RawBuilder, sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { containsPattern } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';

export interface TrailPage {
  readonly filter: AuditFilter;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface TrailRows {
  readonly entries: AuditEntry[];
  readonly next: number | null;
}

/**
 * A page of the sealed trail of the viewer's city, by cursor: it costs the same on the first page and on the thousandth. Row-level
 * security lets the audit administrator read it, and nobody else.
 */
export async function viewTrail(database: Database, viewer: Viewer, page: TrailPage): Promise<TrailRows> {
  const upwards = page.after !== undefined;
  const edge = upwards ? sql`and a.position > ${page.after}` : sql`and a.position < ${page.before ?? beyondAll}`;
  const direction = upwards ? sql`asc` : sql`desc`;
  const { rows } = await inContext(database, contextOf(viewer), (tx) =>
    sql<Row>`
      select a.position, a.at, a.actor_person, a.actor_name, a.actor_role, a.actor_organisation, o.name as organisation_name,
        a.action, a.subject_kind, a.subject_id, a.why, a.before, a.after, a.address, a.request_id, a.hash
      from audit_entry a left join organisation o on o.city = a.city and o.id = a.actor_organisation
      where a.city = ${viewer.city} ${edge} ${conditions(page.filter)}
      order by a.position ${direction} limit ${page.limit + 1}`.execute(tx),
  );
  const shown = rows.slice(0, page.limit);
  return { entries: shown.map(asEntry), next: rows.length > page.limit ? (shown.at(-1)?.position ?? null) : null };
}

const beyondAll = Number.MAX_SAFE_INTEGER;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function conditions({ who, action, subject, why, from, to }: AuditFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [];
  if (who) parts.push(uuid.test(who) ? sql`a.actor_person = ${who}` : sql`a.actor_name ilike ${containsPattern(who)}`);
  if (action)
    parts.push(action.includes('.') ? sql`a.action = ${action}` : sql`a.action like ${`${likeText(action)}.%`}`);
  if (subject) parts.push(sql`(a.subject_id = ${subject} or a.subject_kind = ${subject})`);
  // a reason that is not shown is not searched either
  if (why)
    parts.push(
      sql`a.why ilike ${containsPattern(why)} and (a.format > 1 or a.subject_kind = any(${kindsWithOpenReason}))`,
    );
  if (from) parts.push(sql`a.at >= ${new Date(endOfCityDay(from).getTime() - 86_400_000)}`);
  if (to) parts.push(sql`a.at < ${endOfCityDay(to)}`);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

const likeText = (text: string) => text.replace(/[\\%_]/g, '\\$&');

interface Row {
  position: number;
  at: Date;
  actor_person: string | null;
  actor_name: string;
  actor_role: string | null;
  actor_organisation: string | null;
  organisation_name: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  why: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
  request_id: string | null;
  hash: string;
}

function asEntry(row: Row): AuditEntry {
  return {
    position: row.position,
    at: row.at.toISOString(),
    who: {
      personId: row.actor_person,
      name: row.actor_name,
      role: row.actor_role,
      organisation:
        row.actor_organisation === null ? null : { id: row.actor_organisation, name: row.organisation_name },
    },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    // entries written before there was a confidential part hold everything in one
    ...splitSaying(row.subject_kind, row).shown,
    ...{ address: row.address, requestId: row.request_id, hash: row.hash },
  };
}
