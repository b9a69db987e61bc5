import type { NeedMatch } from '@zhitong/contract/matching/match-contract';
import type { Language } from '@zhitong/domain/language';
import type { RejectionCode } from '@zhitong/domain/matching/answer';
import type { MatchNote, Reason, ScorePart } from '@zhitong/domain/matching/reason';
import type { Tier } from '@zhitong/domain/matching/tier';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { LiveIndex } from './live-index.ts';
import { noteReplies, reasonReplies, regionName } from './match-reply.ts';

/** The suppliers of a need with what they answered, best first: one statement. A foreign need does not exist. */
export async function viewNeedMatches(
  { database, index }: { database: Database; index: LiveIndex },
  viewer: Viewer,
  { needId, language }: { needId: string; language: Language },
) {
  const rows = await inContext(database, contextOf(viewer), async (tx) => {
    const result = await sql<Row>`/* kept need-matches */
      select n.notes, n.model as need_model, m.id, m.organisation_id, m.organisation_name, m.organisation_region, m.tier,
             m.score, m.parts, m.reasons, m.created_at, m.seen_at, m.shortlisted_at,
             case when r.id is null then null else jsonb_strip_nulls(jsonb_build_object('id', r.id, 'declined', r.declined,
               'priceFen', r.price_fen, 'unit', r.unit, 'quantity', r.quantity, 'leadDays', r.lead_days, 'note', r.note))
             end as response, r.at as answered_at,
             j.code, j.note as rejection_note, j.derived, j.at as rejected_at, c.name as contact_name, c.phone as contact_phone,
             case when d.id is not null and m.organisation_city <> n.city then m.organisation_city end as abroad
      from need n
      left join match m on m.city = n.city and m.need_id = n.id
      left join response r on r.city = m.city and r.match_id = m.id
      left join rejection j on j.city = m.city and j.match_id = m.id
      left join deal d on d.city = n.city and d.need_id = n.id and d.seller_id = m.organisation_id
      left join organisation_contact c on d.id is not null and c.city = m.organisation_city and c.organisation_id = m.organisation_id
      where n.city = ${viewer.city} and n.id = ${needId}
      order by m.score desc, m.id limit 100`.execute(tx);
    return result.rows;
  });
  const [first] = rows;
  if (first === undefined) throw new Refusal('platform.not-found');
  return {
    matches: rows.flatMap((row) => asNeedMatch(row, index, language)),
    abroad: rows.flatMap(({ abroad, organisation_id: id }) => (abroad === null ? [] : [{ city: abroad, id }])),
    notes: noteReplies(jsonColumn<MatchNote[]>(first.notes), language),
    model: first.need_model ?? '',
  };
}

interface Row {
  notes: unknown;
  need_model: string | null;
  id: string | null;
  organisation_id: string;
  organisation_name: string;
  organisation_region: string | null;
  tier: string;
  score: number;
  parts: unknown;
  reasons: unknown;
  created_at: Date;
  seen_at: Date | null;
  shortlisted_at: Date | null;
  response: unknown;
  answered_at: Date | null;
  code: string | null;
  rejection_note: string | null;
  derived: boolean | null;
  rejected_at: Date | null;
  contact_name: string | null;
  contact_phone: string | null;
  /** the city of the chosen supplier, where it is not the buyer's */
  abroad: string | null;
}

function asNeedMatch(row: Row, index: LiveIndex, language: Language): NeedMatch[] {
  if (row.id === null) return [];
  const supplier = index.findSupplier(row.organisation_id);
  return [
    {
      organisation: {
        id: row.organisation_id,
        name: row.organisation_name,
        ...(supplier?.code ? { code: supplier.code } : {}),
        region: regionName(index, row.organisation_region, language),
      },
      tier: wordColumn<Tier>(row.tier),
      score: row.score,
      parts: jsonColumn<ScorePart[]>(row.parts),
      reasons: reasonReplies(jsonColumn<Reason[]>(row.reasons), language),
      match: {
        id: row.id,
        seenAt: row.seen_at?.toISOString() ?? null,
        shortlistedAt: row.shortlisted_at?.toISOString() ?? null,
        createdAt: row.created_at.toISOString(),
      },
      record: { deliveries: supplier?.deliveries ?? 0, onTime: supplier?.onTime ?? 0 },
      ...answers(row),
    },
  ];
}

function answers(row: Row): Partial<Pick<NeedMatch, 'response' | 'rejection' | 'contact'>> {
  const said = row.response === null ? null : jsonColumn<Omit<NonNullable<NeedMatch['response']>, 'at'>>(row.response);
  return {
    ...(said && row.answered_at ? { response: { ...said, at: row.answered_at.toISOString() } } : {}),
    ...(row.code !== null && row.rejected_at
      ? {
          rejection: {
            code: wordColumn<RejectionCode>(row.code),
            ...(row.rejection_note === null ? {} : { note: row.rejection_note }),
            ...(row.derived ? { derived: true as const } : {}),
            at: row.rejected_at.toISOString(),
          },
        }
      : {}),
    ...(row.contact_name !== null && row.contact_phone !== null
      ? { contact: { name: row.contact_name, phone: row.contact_phone } }
      : {}),
  };
}
