import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { lazy, Suspense, useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { FactOrigin } from './fact-origin.tsx';
import type { HoldingEditor } from './holding-dialog.tsx';
import { HoldingSection, RowActions } from './holding-section.tsx';
import { holdingText } from './holding-text.ts';
import { Memberships } from './organisation-memberships.tsx';
import { capabilityWords, organisationText } from './organisation-text.ts';

// few come here to write
const CapabilityDialog = lazy(async () => ({ default: (await import('./capability-dialog.tsx')).CapabilityDialog }));
const CertificateDialog = lazy(async () => ({ default: (await import('./certificate-dialog.tsx')).CertificateDialog }));
const EndDialog = lazy(async () => ({ default: (await import('./ending-dialog.tsx')).EndDialog }));

interface HoldingsProps {
  readonly organisation: Organisation;
  /** absent: the reader only reads */
  readonly editor: HoldingEditor | undefined;
}

/** What they do stands in the duty table; machines and certificates are not asked of them. */
const offices = ['department', 'bank'] as const;

/** Machines, processes, alliances: what it has, each with its source. Absent sections are not drawn empty for a body. */
export function OrganisationHoldings({ organisation, editor }: HoldingsProps) {
  const { capabilities } = organisation;
  const firm = holdsAsFirm(organisation, editor);
  return (
    <>
      <Memberships organisation={organisation} editor={editor} />
      {(firm || capabilities.length > 0) && <Capabilities rows={capabilities} editor={editor} />}
    </>
  );
}

/** Whether there is a page of certificates: for a body only when it has one, or writes its own. */
export function holdsCertificates(organisation: Organisation, editor: HoldingEditor | undefined): boolean {
  return holdsAsFirm(organisation, editor) || organisation.ownCertificates.length > 0;
}

function holdsAsFirm({ kind }: Organisation, editor: HoldingEditor | undefined): boolean {
  return kind === 'enterprise' || (editor !== undefined && !offices.some((office) => office === kind));
}

/** What is being written: a new entry, another word for one, or its end. */
type Writing<Row> = { readonly row?: Row | undefined; readonly ends: boolean } | undefined;

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly editor: HoldingEditor | undefined;
}

function Capabilities({ rows, editor }: RowsProps<Organisation['capabilities'][number]>) {
  const say = useText(organisationText);
  const sayMore = useText(holdingText);
  const [writing, setWriting] = useState<Writing<(typeof rows)[number]>>();
  const close = () => setWriting(undefined);
  return (
    <HoldingSection
      title={say('capabilities')}
      add={editor && { word: sayMore('addCapability'), onAdd: () => setWriting({ ends: false }) }}
    >
      {rows.length === 0 && <p className="zt-ink-3">{say('noCapabilities')}</p>}
      <ul className="zt-history zt-held">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="zt-ink-2">{say(capabilityWords[row.kind])}</span>
            <span>
              <MixedText>{[row.name, row.detail].filter(Boolean).join(' · ')}</MixedText>
            </span>
            <FactOrigin {...row} />
            {editor && <RowActions name={row.name} endWord="end" {...actsOf(row, setWriting)} />}
          </li>
        ))}
      </ul>
      <Suspense>
        {editor && writing && !writing.ends && (
          <CapabilityDialog editor={editor} present={writing.row} onClose={close} />
        )}
        {editor && writing?.row && writing.ends && (
          <EndDialog editor={editor} row={writing.row} kind="capability" onClose={close} />
        )}
      </Suspense>
    </HoldingSection>
  );
}

/** What the two buttons of an entry begin. */
function actsOf<Row>(row: Row, write: (writing: Writing<Row>) => void) {
  return { onChange: () => write({ row, ends: false }), onEnd: () => write({ row, ends: true }) };
}

/** Licences and certificates of the organisation itself, each with its number, its period and its source. */
export function OrganisationCertificates({ rows, editor }: RowsProps<Organisation['ownCertificates'][number]>) {
  const say = useText(organisationText);
  const sayMore = useText(holdingText);
  const [writing, setWriting] = useState<Writing<(typeof rows)[number]>>();
  const close = () => setWriting(undefined);
  const language = useLanguage();
  const minute = useMinute();
  const today = minute.toISOString().slice(0, 10);
  const period = ({ validFrom, validUntil }: Organisation['ownCertificates'][number]) => {
    const day = (iso: string) => formatDate(iso, language);
    if (validUntil !== null && validUntil < today) return say('validEnded', { date: day(validUntil) });
    if (validUntil !== null) return say('validUntil', { date: day(validUntil) });
    return validFrom === null ? '' : say('validFrom', { date: day(validFrom) });
  };
  return (
    <HoldingSection
      title={say('certificates')}
      add={editor && { word: sayMore('addCertificate'), onAdd: () => setWriting({ ends: false }) }}
    >
      {rows.length === 0 && <p className="zt-ink-3">{say('noCertificates')}</p>}
      <ul className="zt-history zt-held">
        {rows.map((row) => (
          <li key={row.id}>
            <span lang="zh">{row.name}</span>
            <span className="zt-ink-2 zt-figures">
              <MixedText>
                {[row.number && say('certificateNumber', { number: row.number }), row.issuer, period(row)]
                  .filter(Boolean)
                  .join(' · ')}
              </MixedText>
            </span>
            <FactOrigin {...row} />
            {editor && <RowActions name={row.name} endWord="end" {...actsOf(row, setWriting)} />}
          </li>
        ))}
      </ul>
      <Suspense>
        {editor && writing && !writing.ends && (
          <CertificateDialog editor={editor} present={writing.row} onClose={close} />
        )}
        {editor && writing?.row && writing.ends && (
          <EndDialog editor={editor} row={writing.row} kind="certificate" onClose={close} />
        )}
      </Suspense>
    </HoldingSection>
  );
}
