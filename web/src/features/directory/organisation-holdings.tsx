import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import type { ReactNode } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { capabilityWords, levelWords, organisationText } from './organisation-text.ts';

/** Machines, processes, certificates, alliances: what it has, each with its source. Absent sections are not drawn empty for a body. */
export function OrganisationHoldings({ organisation }: { organisation: Organisation }) {
  const { kind, capabilities, ownCertificates, memberships } = organisation;
  const firm = kind === 'enterprise';
  return (
    <>
      {(firm || capabilities.length > 0) && <Capabilities rows={capabilities} />}
      {(firm || ownCertificates.length > 0) && <Certificates rows={ownCertificates} />}
      {memberships.length > 0 && <Memberships rows={memberships} />}
    </>
  );
}

interface Origin {
  readonly source: string;
  readonly asOf: string;
  readonly level?: Organisation['level'];
}

/** Where a fact comes from, as of when, how far proved. */
export function FactOrigin({ source, asOf, level }: Origin) {
  const say = useText(organisationText);
  const language = useLanguage();
  const date = formatDate(asOf, language);
  return (
    <span className="zt-meta zt-fact-origin">
      <MixedText>
        {level === undefined ? `${source} · ${date}` : say('origin', { source, date, level: say(levelWords[level]) })}
      </MixedText>
    </span>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="zt-card zt-padded" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Capabilities({ rows }: { rows: Organisation['capabilities'] }) {
  const say = useText(organisationText);
  return (
    <Section title={say('capabilities')}>
      {rows.length === 0 && <p className="zt-ink-3">{say('noCapabilities')}</p>}
      <ul className="zt-history">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="zt-ink-2">{say(capabilityWords[row.kind])}</span>
            <span>
              <MixedText>{[row.name, row.detail].filter(Boolean).join(' · ')}</MixedText>
            </span>
            <FactOrigin {...row} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Certificates({ rows }: { rows: Organisation['ownCertificates'] }) {
  const say = useText(organisationText);
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
    <Section title={say('certificates')}>
      {rows.length === 0 && <p className="zt-ink-3">{say('noCertificates')}</p>}
      <ul className="zt-history">
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
          </li>
        ))}
      </ul>
    </Section>
  );
}

const basisPoints = 100;

function Memberships({ rows }: { rows: Organisation['memberships'] }) {
  const say = useText(organisationText);
  const language = useLanguage();
  const title = rows[0]?.role === 'has' ? say('members') : say('memberOf');
  return (
    <Section title={title}>
      <ul className="zt-history">
        {rows.map((row) => (
          <li key={row.id}>
            <AppLink to={`/organisations/${row.other.id}`}>{row.other.name}</AppLink>
            <span className="zt-figures">
              {row.share === null ? say('shareUnknown') : say('share', { share: row.share / basisPoints })}
              {row.to && ` · ${say('until', { date: formatDate(row.to, language) })}`}
            </span>
            <FactOrigin source={row.source} asOf={row.asOf} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
