import { DownloadOutlined } from '@ant-design/icons';
import { type AuditEntry, exportAuditPath, listAudit } from '@zhitong/contract/directory/audit-contract';
import { actionWords, subjectWords } from '@zhitong/domain/directory/audit-words';
import { postRoles } from '@zhitong/domain/directory/organisation';
import { readPurposes } from '@zhitong/domain/directory/read-purpose';
import type { Language } from '@zhitong/domain/language';
import { Button } from 'antd';
import { useAddress } from '#platform/address';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { currentPost } from '#platform/post';
import { useAsk } from '#platform/query';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { AuditEntryDrawer } from './audit-entry-drawer.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditHead } from './audit-head.tsx';
import { auditText } from './audit-text.ts';
import { valueText } from './audit-value.ts';
import './audit.css';

const pageSize = 50;
const filters = ['who', 'action', 'subject', 'why', 'from', 'to'] as const;

/** Who did what, why, from where, and does the trail hold? There is no button that changes anything in it. */
export function AuditScreen() {
  const say = useText(auditText);
  const address = useAddress();
  const given = filters.flatMap((name) => (address.get(name) ? [[name, address.get(name)] as const] : []));
  const before = address.get('before');
  const query = { ...Object.fromEntries(given), ...(before && { before }), limit: pageSize };
  const asked = useAsk(listAudit, { query });
  const open = asked.data?.entries.find(({ position }) => String(position) === address.get('open'));
  const clear = () => address.set(Object.fromEntries([...filters, 'before', 'open'].map((name) => [name, undefined])));
  const post = currentPost();
  return (
    <Page
      title={say('title')}
      action={
        <a className="zt-button-link" href={`${exportAuditPath}${post ? `?post=${post}` : ''}`} download>
          <DownloadOutlined aria-hidden="true" />
          {say('exportProof')}
        </a>
      }
    >
      <AuditHead />
      <AuditFilters address={address} />
      <Answered asked={asked} rows={10}>
        {({ entries, next }) => (
          <>
            {entries.length > 0 && (
              <Entries entries={entries} onOpen={(position) => address.set({ open: String(position) })} />
            )}
            {entries.length === 0 &&
              (given.length > 0 ? <EmptyFiltered onClear={clear} /> : <Empty sentence={say('empty')} />)}
            <nav className="zt-pager">
              {before && <Button onClick={() => address.set({ before: undefined })}>{say('newest')}</Button>}
              {next !== null && <Button onClick={() => address.set({ before: String(next) })}>{say('older')}</Button>}
            </nav>
          </>
        )}
      </Answered>
      <AuditEntryDrawer entry={open} onClose={() => address.set({ open: undefined })} />
    </Page>
  );
}

function Entries({ entries, onOpen }: { entries: readonly AuditEntry[]; onOpen: (position: number) => void }) {
  const say = useText(auditText);
  const sayRole = useText(roleText);
  const language = useLanguage();
  // a name that was tried is kept as a fingerprint: tries at one name are told from those at another
  const aboutWords = ({ kind, id }: AuditEntry['subject']) =>
    kind === 'user-name' ? say('nameTried', { id: id.slice(0, 8) }) : subjectWords(kind, language);
  const roleOf = (entry: AuditEntry) => postRoles.find((role) => role === entry.who.role);
  return (
    <DataTable
      label={say('title')}
      rows={entries}
      keyOf={({ position }) => String(position)}
      columns={[
        { key: 'what', head: say('what'), cell: ({ action }) => actionWords(action, language) },
        { key: 'when', head: say('when'), cell: ({ at }) => formatInstant(at, now(), language), oneLine: true },
        {
          key: 'who',
          head: say('who'),
          cell: (entry) => {
            const role = roleOf(entry);
            const name = entry.who.personId === null ? say(nobodyOf(entry)) : entry.who.name;
            return [name, role && sayRole(role), entry.who.organisation?.name].filter(Boolean).join(' · ');
          },
        },
        { key: 'subject', head: say('subject'), cell: ({ subject }) => aboutWords(subject) },
        { key: 'why', head: say('why'), cell: ({ why }) => whyWords(why, language) ?? say('none') },
        { key: 'number', head: say('number'), cell: ({ position }) => position, align: 'right', oneLine: true },
        {
          key: 'open',
          head: say('open'),
          cell: ({ position }) => (
            <Button aria-label={say('openEntry', { position })} onClick={() => onOpen(position)}>
              {say('open')}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** A purpose is kept as a code; what a person gave as the reason stands as it was written. */
function whyWords(why: string | null, language: Language): string | null {
  const purposes: Readonly<Record<string, Readonly<Record<Language, string>>>> = readPurposes;
  return why === null ? null : (purposes[why]?.[language] ?? valueText('why', why, language));
}

/** A try to sign in is made by somebody nobody knows yet; everything else without a person is the system’s. */
const nobodyOf = ({ subject }: AuditEntry) => (subject.kind === 'user-name' ? 'stranger' : 'system');
