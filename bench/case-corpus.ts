import { caseState } from '@zhitong/domain/needs/case-history';
import { buyer, hrss, testCity } from '@zhitong/server/testing/test-world';
import pg from 'pg';

/** Fills the test city with open cases of the buyer, one in fifty of them with the body whose inbox is read. */
export async function fillCases(adminUrl: string, count: number): Promise<void> {
  const start = new Date('2026-11-20T09:00:00+08:00');
  const state = JSON.stringify(caseState([{ kind: 'submitted', at: start, next: hrss.id }]));
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(
      `insert into need (city, id, organisation_id, kind, text, product_ids, certificates, limits, state, reach,
         idempotency_key, text_hash, demo, published_at)
       select $1, gen_random_uuid(), $2, 'problem', '员工宿舍用电价格，第 ' || n || ' 件', '{}', '{}', '[]', 'open', 'city',
         'bench-' || n, 'bench-' || n, true, $4::timestamptz
       from generate_series(1, $3) n`,
      [testCity, buyer.id, count, start],
    );
    await admin.query(
      `insert into need_case (city, id, need_id, asker_id, asker_name, asker_region, list, class, title, text, status, lead_id,
         lead_name, lead_since, started_at, allowance_ms, penalty_ms, due_at, due_certain, yellow_at, state, seq, reader_ids, demo)
       select n.city, gen_random_uuid(), n.id, n.organisation_id, $2, '371071', 'problem', 'normal', left(n.text, 40), n.text,
         'waiting', b.id, b.name, $3, $3, 135000000, 21600000, d.at, true, d.at - interval '4 hours', $4, 1,
         array[n.organisation_id, b.id], true
       from (select *, row_number() over () as nr from need where idempotency_key like 'bench-%') n
       join (select id, name, (row_number() over (order by id = $5 desc, id)) - 1 as nr, count(*) over () as of
             from organisation where city = $1 and kind <> 'enterprise') b
         on b.nr = case when n.nr % 50 = 0 then 0 else 1 + n.nr % (b.of - 1) end
       cross join lateral (select $3::timestamptz + (n.nr % 20160) * interval '1 minute' as at) d`,
      [testCity, buyer.name, start, state, hrss.id],
    );
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
}

/** A timer for each case of the corpus, all due in the same minute. */
export async function fillTimers(adminUrl: string, due: Date): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(
      `insert into case_timer (city, case_id, round, kind, due_at)
       select city, id, 1, 'rung deputy', $1::timestamptz + (row_number() over () % 60) * interval '1 second' from need_case`,
      [due],
    );
    await admin.query('vacuum analyze');
  } finally {
    await admin.end();
  }
}
