import { createHmac } from 'node:crypto';
import pg from 'pg';
import { StartFailure } from './start-failure.ts';

export const appRole = 'zhitong_app';

/** The app role's password is made from the installation's secret, so that every start and every node finds the same one. */
export function appPassword(secret: string): string {
  return createHmac('sha256', secret).update('database-app-role').digest('hex');
}

/** Creates the app role (cluster-wide, so never in a migration) or sets its password; false when the owner may not. */
export async function ensureAppRole(owner: pg.Client, password: string): Promise<boolean> {
  try {
    await owner.query(
      `create role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
    );
    return true;
  } catch (error) {
    if (codeOf(error) === '42501') return false;
    // another database of this cluster, or another start at this moment, made it
    if (codeOf(error) !== '42710' && codeOf(error) !== '23505') throw error;
  }
  try {
    // only the password: naming the superuser attribute, even to refuse it, takes a superuser
    await retryBusy(() => owner.query(`alter role ${appRole} password '${password}'`));
    return true;
  } catch (error) {
    if (codeOf(error) === '42501') return false;
    throw error;
  }
}

/** What the app role may do. It owns nothing; it deletes only where a projection or a sign-in session is rebuilt; what was signed stays. */
export async function grantToApp(owner: pg.Client, role: string): Promise<void> {
  await retryBusy(() =>
    owner.query(`
      grant usage on schema public to ${role};
      grant select, insert, update on all tables in schema public to ${role};
      revoke insert, update on schema_migration from ${role};
      revoke update on event, audit_entry, audit_confidential, audit_check, match, rejection, deal, deal_step, deal_confirmation from ${role};
      revoke update on post, duty_term, duty_leave from ${role};
      -- who held what is never rewritten: a post, a term or a leave ends and another begins
      grant update (valid_to) on post, duty_term, duty_leave to ${role};
      revoke update on stored_file, stored_content, claim, claim_action, registration, invitation from ${role};
      grant update (used_at, used_by, revoked_at, tries) on invitation to ${role};
      grant update (demo) on claim to ${role};
      grant update (position, hash) on event, audit_entry to ${role};
      grant update (seen_at, shortlisted_at) on match to ${role};
      -- a row can be locked by whoever may update one of its columns
      grant update (demo) on deal to ${role};
      grant delete on offer_search, organisation_name_part to ${role};
      revoke update on organisation_name_part, organisation_past, organisation_change, organisation_capability,
        organisation_certificate, alliance_member, contact_read, contact_opening from ${role};
      -- an import can be undone, and its file is kept for a week
      grant delete on import_row, stored_file, stored_content, organisation, organisation_contact, organisation_change,
        organisation_fact, credit_code to ${role};
      -- people, posts and matters go only by the undo of the import that brought them in (0021), a post also by the split of the merge
      -- that gave it (0025); the policies see to that
      grant delete on post, person, person_phone, duty, duty_term to ${role};
      -- a former name that was entered by hand is taken back by hand
      grant delete on organisation_past to ${role};
      revoke update on merge_move from ${role};
      -- what an organisation holds goes with it when its record is merged into another
      grant update (organisation_id) on organisation_capability, organisation_certificate to ${role};
      grant update (alliance_id, member_id) on alliance_member to ${role};
      grant update (removed_at) on organisation_capability, organisation_certificate, alliance_member to ${role};
      -- what was said and done in a case stays, and so does what the firm asked for; who has it, and until when, changes
      revoke update on case_action, route_correction, need_case from ${role};
      grant update (status, duty_id, lead_id, lead_name, holder_post_id, holder_id, holder_name, lead_since, round, due_at,
        due_certain, yellow_at, red_at, first_answer_due_at, sign_due_at, stopped_at, late, over_at, hand_backs, state, seq, reader_ids) on need_case to ${role};
      -- the words of an article stay; which of its versions stands, and whose it is, changes
      revoke update on article, article_version, answer_accepted from ${role};
      grant update (body_id, latest_version, published_version, published_at, published_by, touched_at) on article to ${role};
      -- what was done with a map on its way stays
      revoke update on chain_action from ${role};
      -- what a paper said and who was told of it stays; the paper and what is in force of it change
      revoke update on firm_statement, policy_change, policy_told from ${role};
      -- a file stays with its request; a grade is given once, and the link to it may be made anew before; a draft is thrown away
      revoke update on request_file, case_rating, callback_note from ${role};
      grant update (token_hash, expires_at, grade, said, rated_at, same_address) on case_rating to ${role};
      grant delete on need_draft to ${role};
      -- an account of whom was asked is never rewritten; why a need was kept back stays, what is said and decided on it comes once
      revoke update on cascade_receipt, cascade_timer, cascade, kept_need from ${role};
      grant update (due_at, fired_at, dropped_at) on cascade_timer to ${role};
      grant update (ring, ring_since, joined, held_at, held_code, held_by_name, ended_at) on cascade to ${role};
      grant update (review_text, review_at, ruling, ruling_text, ruled_at, ruled_by_name) on kept_need to ${role};
      -- what was done about a target stays as it was written
      revoke update on target_step from ${role};
      do $$ begin if to_regnamespace('auth') is not null then
        grant usage on schema auth to ${role};
        grant select, insert, update, delete on all tables in schema auth to ${role};
      end if; end $$;`),
  );
}

/** The app never runs with a role that row-level security does not bind, or that could change the schema. */
export async function refusePowerfulRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ strong: boolean; owns: boolean }>(`
      select (rolsuper or rolbypassrls) as strong,
             exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and c.relkind = 'r' and c.relowner = r.oid) as owns
      from pg_roles r where rolname = current_user`);
    if (rows[0]?.strong || rows[0]?.owns)
      throw new StartFailure(
        'The app would run as a database superuser, a role that bypasses row-level security, or the owner of the tables. Give DATABASE_APP_URL with a role that is none of these.',
      );
  } finally {
    await client.end();
  }
}

/** Role and grant changes of parallel starts collide on the catalogue ("tuple concurrently updated"): try again. */
async function retryBusy<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await run();
    } catch (error) {
      const busy = error instanceof Error && /tuple concurrently updated|deadlock detected/.test(error.message);
      if (!busy || tries >= 20) throw error;
      await new Promise((again) => setTimeout(again, 20 * (tries + 1)));
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
