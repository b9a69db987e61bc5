import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, isoToday } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { FactOrigin } from './fact-origin.tsx';
import type { HoldingEditor } from './holding-dialog.tsx';
import { HoldingSection, RowActions } from './holding-section.tsx';
import { holdingText } from './holding-text.ts';
import { organisationText } from './organisation-text.ts';

const MemberDialog = lazy(async () => ({ default: (await import('./member-dialog.tsx')).MemberDialog }));
const LeaveAllianceDialog = lazy(async () => ({
  default: (await import('./ending-dialog.tsx')).LeaveAllianceDialog,
}));

type Membership = Organisation['memberships'][number];
interface Props {
  readonly organisation: Organisation;
  readonly editor: HoldingEditor | undefined;
}

const basisPoints = 100;

/** Members of an alliance with their shares, and the alliances it is a member of itself. */
export function Memberships({ organisation, editor }: Props) {
  const { kind, memberships } = organisation;
  const members = memberships.filter(({ role }) => role === 'has');
  const alliances = memberships.filter(({ role }) => role === 'is');
  return (
    <>
      {(members.length > 0 || (kind === 'alliance' && editor)) && <Members rows={members} editor={editor} />}
      {alliances.length > 0 && <Alliances rows={alliances} editor={editor} />}
    </>
  );
}

type RowsProps = { readonly rows: readonly Membership[]; readonly editor: HoldingEditor | undefined };

function Members({ rows, editor }: RowsProps) {
  const say = useText(organisationText);
  const sayMore = useText(holdingText);
  const today = isoToday(useMinute());
  const [writing, setWriting] = useState<{ row?: Membership; ends: boolean }>();
  const close = () => setWriting(undefined);
  const shared = rows.filter((row) => isMember(row, today)).reduce((sum, { share }) => sum + (share ?? 0), 0);
  return (
    <HoldingSection
      title={say('members')}
      add={editor && { word: sayMore('addMember'), onAdd: () => setWriting({ ends: false }) }}
    >
      {rows.length === 0 && <p className="zt-ink-3">{sayMore('noMembers')}</p>}
      {shared > 0 && <p className="zt-ink-2 zt-figures">{sayMore('known', { share: shared / basisPoints })}</p>}
      <ul className="zt-history zt-held">
        {rows.map((row) => (
          <MembershipRow key={row.id} row={row}>
            {editor && (
              <RowActions
                name={row.other.name}
                endWord="leave"
                onChange={() => setWriting({ row, ends: false })}
                onEnd={() => setWriting({ row, ends: true })}
              />
            )}
          </MembershipRow>
        ))}
      </ul>
      <Suspense>
        {editor && writing && !writing.ends && <MemberDialog editor={editor} present={writing.row} onClose={close} />}
        {editor && writing?.row && writing.ends && (
          <LeaveAllianceDialog
            editor={editor}
            row={{ ...writing.row, name: writing.row.other.name }}
            own
            onClose={close}
          />
        )}
      </Suspense>
    </HoldingSection>
  );
}

function Alliances({ rows, editor }: RowsProps) {
  const say = useText(organisationText);
  const today = isoToday(useMinute());
  const [leaving, setLeaving] = useState<Membership>();
  return (
    <HoldingSection title={say('memberOf')}>
      <ul className="zt-history zt-held">
        {rows.map((row) => (
          <MembershipRow key={row.id} row={row}>
            {editor && isMember(row, today) && (
              <RowActions name={row.other.name} endWord="leave" onEnd={() => setLeaving(row)} />
            )}
          </MembershipRow>
        ))}
      </ul>
      <Suspense>
        {editor && leaving && (
          <LeaveAllianceDialog
            editor={editor}
            row={{ ...leaving, name: leaving.other.name }}
            own={false}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </Suspense>
    </HoldingSection>
  );
}

const isMember = ({ to }: Membership, today: string) => to === null || to > today;

function MembershipRow({ row, children }: { row: Membership; children: ReactNode }) {
  const say = useText(organisationText);
  const language = useLanguage();
  const day = (iso: string) => formatDate(iso, language);
  const { other, share, from, to } = row;
  const facts = [
    share === null ? say('shareUnknown') : say('share', { share: share / basisPoints }),
    from && say('validFrom', { date: day(from) }),
    to && say('until', { date: day(to) }),
  ];
  return (
    <li>
      <AppLink to={`/organisations/${other.id}`}>{other.name}</AppLink>
      <span className="zt-figures">{facts.filter(Boolean).join(' · ')}</span>
      <FactOrigin {...row} />
      {children}
    </li>
  );
}
