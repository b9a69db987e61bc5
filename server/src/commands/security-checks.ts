import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '@zhitong/domain/language';
import { sql } from 'kysely';
import { checkTrail } from '#platform/audit-check';
import { inContext } from '#platform/context';
import { realEffects } from '#platform/effects';
import { isLoopback } from '../config.ts';
import type { Installation } from './installation.ts';

/** `operator`: no program inside can know it; somebody has to look. */
export type Finding = 'met' | 'not-met' | 'operator';

export interface SecurityCheck {
  readonly says: Sentence;
  look(installation: Installation): Promise<Finding> | Finding;
}

const met = (holds: boolean): Finding => (holds ? 'met' : 'not-met');

const none = async (installation: Installation, query: ReturnType<typeof sql<{ found: number }>>): Promise<Finding> => {
  const { city } = installation.config;
  const { rows } = await inContext(installation.database, { city, viewer: 'system' }, (tx) => query.execute(tx));
  return met(rows[0]?.found === 0);
};

const administrators = sql`('system-administrator', 'security-administrator', 'audit-administrator')`;
const today = sql`(now() at time zone 'Asia/Shanghai')::date`;
const heldNow = sql`(p.valid_to is null or p.valid_to > ${today})`;

const secretFiles = ['secret', 'database-password'];

/** Nobody but the owner may read it; what is not there tells nothing. */
function closedIn(folder: string): (name: string) => boolean {
  return (name) => ((statSync(join(folder, name), { throwIfNoEntry: false })?.mode ?? 0) & 0o077) === 0;
}

/** What can be looked at on a running installation. Reads only; the check of the trail keeps what it found. */
export const securityChecks: readonly SecurityCheck[] = [
  {
    says: {
      zh: '数据库应用角色不是超级用户，不能绕过行级安全，不拥有任何表',
      en: 'The app role is no superuser, bypasses nothing and owns no table',
    },
    look: (installation) =>
      none(
        installation,
        sql`select count(*)::int as found from pg_roles r where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole
          or rolcreatedb or exists (select 1 from pg_class where relowner = r.oid))`,
      ),
  },
  {
    says: {
      zh: '每张城市表都强制行级安全，并有策略',
      en: 'Row-level security is forced on every city table, with a policy',
    },
    look: (installation) =>
      none(
        installation,
        sql`select count(*)::int as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind in ('r', 'p')
            and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city' and a.attnotnull and not a.attisdropped)
            and exists (select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                        where i.indrelid = c.oid and i.indisprimary and a.attname = 'city')
            and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
      ),
  },
  {
    says: { zh: '应用角色不能修改或删除审计', en: 'The app role can neither rewrite nor delete the trail' },
    look: (installation) =>
      none(
        installation,
        sql`select (has_table_privilege('audit_entry', 'update') or has_table_privilege('audit_entry', 'delete')
          or has_table_privilege('audit_entry', 'truncate') or has_table_privilege('audit_check', 'update')
          or has_table_privilege('audit_check', 'delete') or has_table_privilege('audit_confidential', 'update')
          or has_table_privilege('audit_confidential', 'delete') or has_column_privilege('audit_entry', 'actor_name', 'update'))::int as found`,
      ),
  },
  {
    says: { zh: '审计链完整', en: 'The audit chain holds' },
    look: async ({ database, config }) =>
      met((await checkTrail(database, { city: config.city, effects: realEffects })).broken === null),
  },
  {
    says: {
      zh: '没有一条审计记录超过一分钟还未封存',
      en: 'No entry of the trail has waited more than a minute for its seal',
    },
    look: (installation) =>
      none(
        installation,
        sql`select count(*)::int as found from audit_entry
          where city = ${installation.config.city} and position is null and at < now() - interval '1 minute'`,
      ),
  },
  {
    says: { zh: '系统、安全、审计三员不由同一人兼任', en: 'No person is two of the three administrators' },
    look: (installation) =>
      none(
        installation,
        sql`select count(*)::int as found from (select p.person_id from post p where p.city = ${installation.config.city}
          and p.role in ${administrators} and ${heldNow} group by p.person_id having count(distinct p.role) > 1) both_held`,
      ),
  },
  {
    says: {
      zh: '三员和链长办公室的账号都启用了第二重验证',
      en: 'Every administrator and chief’s office account has a second factor',
    },
    look: (installation) =>
      none(
        installation,
        sql`select count(*)::int as found from post p join sign_in s on s.city = p.city and s.person_id = p.person_id
          where p.city = ${installation.config.city} and ${heldNow} and (p.role in ${administrators} or p.role = 'chief-office')
            and not exists (select 1 from auth.second_factor f where f.user_id = s.user_id and f.confirmed_at is not null)`,
      ),
  },
  {
    says: { zh: '演示账号已关闭', en: 'Demo accounts are off' },
    look: ({ config }) => met(!config.demo),
  },
  {
    says: { zh: '密钥由运维方给出，至少 32 个字符', en: 'The operator gave a secret of at least 32 characters' },
    look: ({ config }) => met(config.secret !== undefined && config.secret.length >= 32),
  },
  {
    says: {
      zh: '数据文件夹里的密钥和口令只有运行用户可读',
      en: 'Secrets in the data folder can be read by their user only',
    },
    look: ({ folder }) => (process.platform === 'win32' ? 'operator' : met(secretFiles.every(closedIn(folder)))),
  },
  {
    says: { zh: '会话 Cookie 只经 HTTPS 传送', en: 'Session cookies travel over HTTPS only' },
    // on loopback the proxy in front decides: what came over HTTPS gets Secure, which cannot be seen from here
    look: ({ config }) => (isLoopback(config.host) ? 'operator' : 'met'),
  },
  {
    says: { zh: '前置 TLS（证书、算法、有效期）', en: 'TLS in front: certificate, ciphers, expiry' },
    look: () => 'operator',
  },
  {
    says: { zh: '备份按期进行，并演练过恢复', en: 'Backups run, and a restore was rehearsed' },
    look: () => 'operator',
  },
  {
    says: { zh: '审计链头定期打印或另存', en: 'The head of the trail is kept elsewhere now and then' },
    look: () => 'operator',
  },
  {
    says: {
      zh: '审计保留不少于六个月（系统从不删除）',
      en: 'The trail is kept six months or longer (the product never deletes it)',
    },
    look: () => 'operator',
  },
];
