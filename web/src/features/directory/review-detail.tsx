import { type Claim, getClaim } from '@zhitong/contract/directory/claim-contract';
import { useLanguage } from '#platform/display';
import { formatCreditCode } from '#platform/format-credit-code';
import { formatDate } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { ClaimHistory, ClaimMarks } from './claim-history.tsx';
import { claimText } from './claim-text.ts';
import { DuplicateReasons } from './duplicate-pair.tsx';
import { duplicateText } from './duplicate-text.ts';
import { EvidenceList } from './evidence-list.tsx';
import { ReviewDecision } from './review-decision.tsx';

/** Who claims, with which papers, and who speaks for the firm now: all one needs to decide. */
export function ReviewDetail({ id, onDone }: { id: string; onDone: () => void }) {
  const asked = useAsk(getClaim, { params: { id } }, { keep: false });
  return <Answered asked={asked}>{(claim) => <Detail claim={claim} onDone={onDone} />}</Answered>;
}

function Detail({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const say = useText(claimText);
  return (
    <article className="zt-card zt-padded zt-review">
      <h2>
        <MixedText>{claim.firm.name}</MixedText>
      </h2>
      <p>
        <ClaimMarks claim={claim} />
      </p>
      <Facts claim={claim} />
      <h2>{say('files')}</h2>
      <EvidenceList files={claim.files} purpose="review" />
      <Holders claim={claim} />
      <Alike claim={claim} />
      <ClaimHistory claim={claim} />
      <ReviewDecision key={claim.status} claim={claim} onDone={onDone} />
    </article>
  );
}

function Facts({ claim }: { claim: Claim }) {
  const say = useText(claimText);
  const { firm, claimant } = claim;
  const rows = [
    [say('claimant'), claimant.name],
    [
      say('firm'),
      firm.id ? (
        <AppLink key="firm" to={`/organisations/${firm.id}`}>
          {firm.name}
        </AppLink>
      ) : (
        say('newFirm')
      ),
    ],
    [say('creditCode'), firm.creditCode ? formatCreditCode(firm.creditCode) : '—'],
    [say('region'), firm.region ?? '—'],
    ...(claimant.phone ? [[say('phone'), claimant.phone]] : []),
  ] as const;
  return (
    <dl className="zt-facts">
      {rows.map(([name, value]) => (
        <div key={String(name)}>
          <dt>{name}</dt>
          <dd>
            <MixedText>{value}</MixedText>
            {name === say('claimant') && claimant.organisation && (
              <span className="zt-ink-2">
                {' · '}
                <AppLink to={`/organisations/${claimant.organisation.id}`}>{claimant.organisation.name}</AppLink>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Holders({ claim }: { claim: Claim }) {
  const say = useText(claimText);
  const sayRole = useText(roleText);
  const language = useLanguage();
  const holders = claim.holders ?? [];
  return (
    <section>
      <h2>{say('holders')}</h2>
      {holders.length === 0 && <p className="zt-ink-2">{say('noHolders')}</p>}
      <ul>
        {holders.map(({ name, role, since }) => (
          <li key={`${name} ${role} ${since}`}>
            <MixedText>{`${name} · ${sayRole(role)} · ${say('since', { date: formatDate(since, language) })}`}</MixedText>
          </li>
        ))}
      </ul>
      {claim.contest && claim.status === 'waiting' && <p className="zt-ink-2">{say('contestHint')}</p>}
    </section>
  );
}

function Alike({ claim }: { claim: Claim }) {
  const say = useText(claimText);
  const sayDuplicate = useText(duplicateText);
  const alike = claim.alike ?? [];
  return (
    <section>
      <h2>{say('alike')}</h2>
      {alike.length === 0 ? (
        <p className="zt-ink-2">{say('noAlike')}</p>
      ) : (
        <>
          <ul>
            {alike.map(({ organisation: { id, name }, verdict, reasons }) => (
              <li key={id}>
                <AppLink to={`/organisations/${id}`}>
                  <span lang="zh">{name}</span>
                </AppLink>{' '}
                · {sayDuplicate(`verdict.${verdict}`)}
                <DuplicateReasons reasons={reasons.slice(0, 3)} />
              </li>
            ))}
          </ul>
          <p className="zt-ink-2">{say('alikeHint')}</p>
        </>
      )}
    </section>
  );
}
