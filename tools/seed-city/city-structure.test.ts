import { expect, test } from 'vitest';
import { organisationById, demoCity as rows } from './demo-fixture.ts';

const depthOf = (id: string | null): number =>
  id === null ? 0 : 1 + depthOf(organisationById.get(id)?.parentId ?? null);
const at = (name: string) => rows.organisations.find(({ shortName }) => shortName === name);
const postById = new Map(rows.posts.map((post) => [post.id, post]));

test('departments, banks, schools and alliances stand three deep', () => {
  for (const kind of ['department', 'bank', 'university'] as const) {
    const depths = rows.organisations.filter((row) => row.kind === kind).map(({ id }) => depthOf(id));
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(3);
  }
  const platforms = rows.organisations.filter(({ parentId }) => parentId === at('医护联合体（演示）')?.id);
  expect(platforms).toHaveLength(6);
});

test('what stands below a bank, a school or an alliance is invented and says so; sections end in 科', () => {
  const below = rows.organisations.filter(({ parentId }) => parentId !== null);
  expect(below.filter(({ kind, name }) => kind !== 'department' && !name.endsWith('（演示）'))).toEqual([]);
  const sections = below.filter(({ name }) => name.endsWith('科'));
  expect(sections.length).toBeGreaterThan(50);
  for (const { parentId, kind } of sections) {
    expect(kind).toBe('department');
    expect(organisationById.get(parentId ?? '')?.name).not.toMatch(/科$|政府$|管理委员会$/);
  }
});

test('the six who own the medical alliance hold all of it', () => {
  const owners = rows.memberships.filter(({ allianceId }) => allianceId === at('医护联合体（演示）')?.id);
  expect(owners).toHaveLength(6);
  expect(owners.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBe(100);
});

test('members of alliances are invented, and none belongs to one twice', () => {
  const names = rows.memberships.map(({ organisationId }) => organisationById.get(organisationId)?.name ?? '');
  expect(names.filter((name) => !name.endsWith('（演示）'))).toEqual([]);
  expect(new Set(rows.memberships.map((row) => `${row.allianceId} ${row.organisationId}`)).size).toBe(names.length);
});

test('a past name ended before today and was not the present one', () => {
  expect(rows.pastNames.length).toBeGreaterThan(5);
  for (const { organisationId, name, since, until } of rows.pastNames) {
    expect(since < until && until < '2026-01-01').toBe(true);
    expect(organisationById.get(organisationId)?.name).not.toBe(name);
  }
});

test('nobody holds two of the three administrators, and one person holds two posts', () => {
  const rolesOf = Map.groupBy(rows.posts, ({ personId }) => personId);
  const several = [...rolesOf.values()].filter((posts) => posts.length > 1);
  expect(several).toHaveLength(1);
  expect(several[0]?.map(({ role }) => role)).toEqual(['handler', 'member']);
  for (const role of ['system', 'security', 'audit'])
    expect(rows.posts.filter((post) => post.role === `${role}-administrator`)).toHaveLength(1);
});

test('every sign-in has a person with a post', () => {
  expect(rows.signIns).toHaveLength(22);
  const holders = new Set(rows.posts.map(({ personId }) => personId));
  expect(rows.signIns.filter(({ personId }) => !holders.has(personId))).toEqual([]);
});

test('each matter has an owner and another who deputises, both handlers of the body that answers for it', () => {
  for (const { title, bodyId, ownerPostId, deputyPostId } of rows.duties) {
    const named = [postById.get(ownerPostId), postById.get(deputyPostId)];
    expect([title, ...named.map((post) => [post?.organisationId, post?.role])]).toEqual([
      title,
      [bodyId, 'handler'],
      [bodyId, 'handler'],
    ]);
    expect(named[0]?.personId).not.toBe(named[1]?.personId);
  }
});

test('whoever is on leave owns a matter and is covered by somebody else of the same body', () => {
  expect(rows.leaves.length).toBeGreaterThanOrEqual(5);
  for (const leave of rows.leaves) {
    expect(leave.since < leave.until).toBe(true);
    expect(postById.get(leave.postId)?.personId).toBe(leave.personId);
    expect(postById.get(leave.coverPostId)?.organisationId).toBe(leave.bodyId);
    expect(leave.coverPostId).not.toBe(leave.postId);
  }
});

test('some firms work in another district than they are registered in', () => {
  const moved = rows.organisations.filter(
    (row) => row.kind === 'enterprise' && row.workingAddress !== null && row.workingAddress !== row.registeredAddress,
  );
  expect(moved.length).toBeGreaterThan(80);
});

test('a dozen firms were entered twice: another spelling, the same brand, no code', () => {
  const again = rows.organisations.filter(({ source }) => source.endsWith('重复登记'));
  expect(again).toHaveLength(12);
  for (const { id, name, shortName, creditCode } of again) {
    const first = rows.organisations.find((row) => row.shortName === shortName && row.id !== id);
    expect(creditCode).toBeNull();
    expect(first?.name).not.toBe(name);
  }
});

test('facts, capabilities and certificates belong to invented firms and name source, date and level', () => {
  const owned = [...rows.facts, ...rows.capabilities, ...rows.certificates];
  expect(rows.certificates.length).toBeGreaterThan(500);
  for (const { organisationId, source, asOf, level } of owned) {
    expect(organisationById.get(organisationId)?.name).toMatch(/（演示）$/);
    expect([source === '', asOf > '2026-11-23']).toEqual([false, false]);
    if (level === 'self-declared') expect(source).toBe('企业自报');
  }
  expect(new Set(owned.map(({ level }) => level)).size).toBe(3);
});

test('invented people claim invented firms, each firm once, with and without a paper', () => {
  expect(new Set(rows.claims.map(({ firmId }) => firmId)).size).toBe(rows.claims.length);
  expect(
    rows.claims.filter(
      ({ firmName, personName }) => !(firmName.endsWith('（演示）') && personName.startsWith('演示-')),
    ),
  ).toEqual([]);
  expect(new Set(rows.claims.map(({ hasPaper }) => hasPaper)).size).toBe(2);
});
