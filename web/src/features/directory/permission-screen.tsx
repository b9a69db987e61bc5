import { type PostRole, postRoles } from '@zhitong/domain/directory/organisation';
import { type Permission, permissions, relationsFor } from '@zhitong/domain/directory/permission';
import { type PermissionRow, permissionKinds } from '@zhitong/domain/directory/permission-row';
import { Select } from 'antd';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { EmptyFiltered } from '#ui/states';
import { permissionKindText, permissionText, relationText } from './permission-text.ts';

const rows = (Object.keys(permissions) as Permission[]).map((name) => {
  const row: PermissionRow = permissions[name];
  return { name, ...row };
});
type Row = (typeof rows)[number];

/** Who may do what to which kind of thing, in which relation: the very table the server asks. */
export function PermissionScreen() {
  const say = useText(permissionText);
  const sayRole = useText(roleText);
  const sayKind = useText(permissionKindText);
  const language = useLanguage();
  const address = useAddress();
  const phone = usePhone();
  const kind = permissionKinds.find((known) => known === address.get('kind'));
  const asked = postRoles.find((known) => known === address.get('role'));
  // ten columns do not fit on a phone: one role after the other
  const role = asked ?? (phone ? postRoles[0] : undefined);
  const shown = rows
    .filter((row) => kind === undefined || row.kind === kind)
    .filter((row) => role === undefined || relationsFor(row.name, role).length > 0)
    .toSorted((a, b) => permissionKinds.indexOf(a.kind) - permissionKinds.indexOf(b.kind));
  return (
    <Page title={say('title')} finding={say('finding', { count: rows.length, roles: postRoles.length })}>
      <div className="zt-filters">
        <Select
          aria-label={say('kind')}
          className="zt-kind-filter"
          value={kind ?? 'all'}
          onChange={(next) => address.set({ kind: next === 'all' ? undefined : next })}
          options={[
            { value: 'all', label: say('allKinds') },
            ...permissionKinds.map((value) => ({ value, label: sayKind(value) })),
          ]}
        />
        <Select
          aria-label={say('role')}
          className="zt-role-filter"
          value={role ?? 'all'}
          onChange={(next) => address.set({ role: next === 'all' ? undefined : next })}
          options={[
            ...(phone ? [] : [{ value: 'all', label: say('allRoles') }]),
            ...postRoles.map((value) => ({ value, label: sayRole(value) })),
          ]}
        />
      </div>
      <p className="zt-ink-2">
        {say('legend')}
        {role === undefined && <> {say('sideways')}</>}
      </p>
      {shown.length === 0 ? (
        <EmptyFiltered onClear={() => address.set({ kind: undefined, role: undefined })} />
      ) : (
        <DataTable
          label={say('title')}
          rows={shown}
          keyOf={({ name }) => name}
          columns={[
            { key: 'permission', head: say('permission'), cell: (row) => row[language] },
            { key: 'kind', head: say('kind'), cell: (row) => sayKind(row.kind), oneLine: true },
            ...(role === undefined ? postRoles : [role]).map((column) => ({
              key: column,
              head: sayRole(column),
              cell: (row: Row) => <PermissionCell row={row} role={column} />,
            })),
          ]}
        />
      )}
    </Page>
  );
}

function PermissionCell({ row, role }: { row: Row; role: PostRole }) {
  const say = useText(permissionText);
  const sayRelation = useText(relationText);
  const language = useLanguage();
  const held = relationsFor(row.name, role);
  if (held.length === 0)
    return (
      <>
        <span aria-hidden="true">{say('never')}</span>
        <span className="zt-only-read">{say('neverRead')}</span>
      </>
    );
  return (
    <>
      <span>{say(row.verb)}</span>
      <br />
      <span className="zt-meta">
        {[...new Set(held.map((relation) => sayRelation(relation)))].join(language === 'zh' ? '、' : ', ')}
      </span>
    </>
  );
}
