import { myPolicies } from '@zhitong/contract/needs/policy-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { VerdictGlyph } from '#ui/verdict';
import { PolicyMissing } from './policy-missing.tsx';
import { policyText } from './policy-text.ts';
import './policy.css';

type Mine = NonNullable<ReturnType<typeof useMine>['data']>;
type Policy = Mine['policies'][number];
const useMine = () => useAsk(myPolicies, { query: {} });

/** Which policies are for us, and which single fact decides the next one? */
export function Policies({ firmId }: { firmId?: string }) {
  const say = useText(policyText);
  const asked = useMine();
  const counts = asked.data?.counts;
  return (
    <Page title={say('title')} finding={counts && say('finding', { fits: counts.qualifies, near: counts.oneMissing })}>
      <Answered asked={asked} rows={6}>
        {({ policies }) =>
          policies.length === 0 ? <Empty sentence={say('none')} /> : <PolicyList policies={policies} firmId={firmId} />
        }
      </Answered>
    </Page>
  );
}

/** Typed by somebody who is no firm: where the own page is. */
export function PoliciesElsewhere() {
  const say = useText(policyText);
  const may = useMay();
  return (
    <Page title={say('title')}>
      <Empty
        sentence={say('forFirms')}
        action={may('policy.papers') && <AppLink to="/papers">{say('toPapers')}</AppLink>}
      />
    </Page>
  );
}

function PolicyList({ policies, firmId }: { policies: readonly Policy[]; firmId: string | undefined }) {
  const say = useText(policyText);
  const others = policies.filter(({ verdict }) => verdict === 'no');
  return (
    <div className="zt-policies">
      {policies
        .filter(({ verdict }) => verdict !== 'no')
        .map((policy) => (
          <PolicyCard key={policy.id} policy={policy} firmId={firmId} />
        ))}
      {others.length > 0 && (
        <details>
          <summary>{say('showNo', { count: others.length })}</summary>
          {others.map((policy) => (
            <PolicyCard key={policy.id} policy={policy} firmId={firmId} />
          ))}
        </details>
      )}
    </div>
  );
}

function PolicyCard({ policy, firmId }: { policy: Policy; firmId: string | undefined }) {
  const say = useText(policyText);
  const language = useLanguage();
  const until = policy.validTo === null ? say('noEnd') : formatDate(policy.validTo, language);
  return (
    <article className="zt-policy">
      <h2 lang="zh">{policy.title}</h2>
      <p className={`zt-policy-verdict zt-policy-${policy.verdict}`}>{say(`verdict.${policy.verdict}`)}</p>
      <dl className="zt-policy-facts">
        <Pair name={say('benefit')} value={policy.benefit} />
        <Pair name={say('body')} value={policy.body.name} />
        <Pair name={say('basis')} value={[policy.basis, policy.documentNumber].filter(Boolean).join(' ')} />
        <Pair name={say('until')} value={until} />
      </dl>
      <ul className="zt-policy-conditions">
        {policy.conditions.map((condition) => (
          <Condition key={condition.text} condition={condition} />
        ))}
      </ul>
      {policy.verdict !== 'no' &&
        policy.missing.map((fact) => <PolicyMissing key={fact.fact} missing={fact} firmId={firmId} />)}
    </article>
  );
}

const glyphs = { true: 'met', false: 'not-met', unknown: 'unknown' } as const;

function Condition({ condition }: { condition: Policy['conditions'][number] }) {
  const say = useText(policyText);
  const language = useLanguage();
  const { known, outcome, text } = condition;
  return (
    <li>
      <VerdictGlyph verdict={glyphs[outcome]} />
      <span>
        <MixedText>{text}</MixedText>
        <span className="zt-meta">
          <MixedText>
            {known
              ? say('known', { words: known.words, source: known.source, date: formatDate(known.asOf, language) })
              : say('unknown')}
          </MixedText>
        </span>
      </span>
    </li>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <MixedText>{value}</MixedText>
      </dd>
    </div>
  );
}
