import { randomBytes } from 'node:crypto';
import { type PostRole, postRoles } from '@zhitong/domain/directory/organisation';
import { findPasswordProblem } from '@zhitong/domain/directory/password-policy';
import { passwordRefusals } from '@zhitong/domain/directory/password-refusals';
import type { Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { fillIn } from '@zhitong/domain/refusal';
import { insertAccount } from '#features/directory/account-store';
import { scryptHasher } from '#features/directory/password-hash';
import { isLeakedPassword } from '#features/directory/password-list';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { realEffects } from '#platform/effects';
import { type Command, type CommandCall, UsageProblem } from './command.ts';

export const userAddCommand: Command = {
  name: 'user add',
  operands: ['USERNAME'],
  summary: {
    zh: '给本市一个主体添加可登录的人员',
    en: 'Add a person who can sign in for an organisation of this city',
  },
  details: {
    zh: [
      '--organisation 名称   主体全称（必填）',
      '--name 姓名           人员姓名（必填）',
      `--role 角色           ${postRoles.join(' ')}（默认 member）`,
      '--password 密码       至少 10 位；不填则自动生成并显示一次。本人首次登录时须更换',
    ],
    en: [
      '--organisation NAME   full name of the organisation (required)',
      '--name NAME           name of the person (required)',
      `--role ROLE           ${postRoles.join(' ')} (default member)`,
      '--password PASSWORD   10 characters or more; without it one is made and shown once. Its owner changes it at the first sign-in',
    ],
  },
  options: {
    organisation: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    password: { type: 'string' },
  },
  run: addUser,
};

const problems = {
  required: { zh: '缺少 --organisation 或 --name', en: '--organisation and --name are required' },
  username: {
    zh: '用户名用 3 至 30 个字母、数字、点、横线',
    en: 'A username has 3 to 30 letters, digits, dots or dashes',
  },
  role: { zh: `角色只能是：${postRoles.join(' ')}`, en: `The role is one of: ${postRoles.join(' ')}` },
  organisation: {
    zh: '本市没有叫这个名称的主体，或不止一个。请写全称',
    en: 'No organisation of this city, or more than one, has this name. Give the full name',
  },
  taken: { zh: '这个用户名已有人使用', en: 'This username is taken' },
} as const satisfies Record<string, Sentence>;

const added: Sentence = {
  zh: '已添加 {username}（{name}，{organisation}，{role}）。',
  en: 'Added {username} ({name}, {organisation}, {role}).',
};
const shownOnce: Sentence = { zh: '密码（只显示这一次）：{password}', en: 'Password (shown only now): {password}' };

async function addUser({ operands, values, installation, language, print }: CommandCall): Promise<void> {
  const request = readRequest(operands[0] ?? '', values);
  const password = request.password ?? randomBytes(12).toString('base64url');
  const passwordHash = await scryptHasher.hash(password);
  const { database, config } = installation;
  await inContext(database, { city: config.city, viewer: 'system' }, (tx) =>
    writePerson(tx, { ...request, city: config.city, passwordHash }),
  );
  const { username, name, organisation, role } = request;
  print(fillIn(added[language], { username, name, organisation, role }));
  if (request.password === undefined) print(fillIn(shownOnce[language], { password }));
}

interface UserRequest {
  readonly username: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: PostRole;
  readonly password: string | undefined;
}

function readRequest(username: string, values: CommandCall['values']): UserRequest {
  const { organisation, name, password } = values;
  if (!/^[a-z0-9.-]{3,30}$/i.test(username)) throw new UsageProblem(problems.username);
  if (typeof organisation !== 'string' || typeof name !== 'string' || name.trim() === '')
    throw new UsageProblem(problems.required);
  const role = postRoles.find((known) => known === (values.role ?? 'member'));
  if (role === undefined) throw new UsageProblem(problems.role);
  if (typeof password === 'string') refuseWeak(password, username);
  return {
    username,
    organisation,
    name: name.trim(),
    role,
    password: typeof password === 'string' ? password : undefined,
  };
}

function refuseWeak(password: string, username: string): void {
  const problem = findPasswordProblem(password, { username, isLeaked: isLeakedPassword });
  if (problem) throw new UsageProblem(passwordRefusals[problem]);
}

interface NewPerson extends UserRequest {
  readonly city: string;
  readonly passwordHash: string;
}

/** Person, post and account together or none of them. */
async function writePerson(
  tx: Tx,
  { city, name, role, username, passwordHash, organisation }: NewPerson,
): Promise<void> {
  const { newId } = realEffects;
  const now = realEffects.now();
  const found = await tx
    .selectFrom('organisation')
    .select(['id', 'demo'])
    .where('city', '=', city)
    .where('name', '=', organisation)
    .limit(2)
    .execute();
  const [own] = found;
  if (own === undefined || found.length > 1) throw new UsageProblem(problems.organisation);
  const personId = newId();
  // whoever acts for an invented firm is an invented person, with a demo account
  await tx.insertInto('person').values({ city, id: personId, name, demo: own.demo }).execute();
  await tx
    .insertInto('post')
    .values({
      city,
      id: newId(),
      person_id: personId,
      organisation_id: own.id,
      role,
      valid_from: cityDay(now),
    })
    .execute();
  const ids = { userId: newId(), accountId: newId(), city, personId, now };
  // the operator has seen this password: it is good for the first sign-in only
  const account = { ...ids, username, passwordHash, passwordDue: !own.demo };
  if (!(await insertAccount(tx, account))) throw new UsageProblem(problems.taken);
  await recordAudit(tx, realEffects, {
    ...{ action: 'account.opened', subject: { kind: 'account', id: ids.userId }, why: 'zhitong user add' },
    after: { username, person: name, organisation, role },
  });
}
