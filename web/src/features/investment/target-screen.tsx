import { getTarget } from '@zhitong/contract/investment/target-contract';
import { targetKindWords, targetStatusWords } from '@zhitong/domain/investment/target-stage';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatDay } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { TargetActions } from './target-actions.tsx';
import { TargetHistory } from './target-history.tsx';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';
import { TargetAlike, TargetPeople } from './target-people.tsx';
import { TargetPremises } from './target-premises.tsx';
import './investment.css';

/** One target: what is next, by whom, by when; how it came here; who works on it; where it could settle. */
export function TargetScreen({ id }: { id: string }) {
  const asked = useAsk(getTarget, { params: { id } });
  return (
    <Answered asked={asked} rows={12}>
      {(found) => <OneTarget found={found} />}
    </Answered>
  );
}

function OneTarget({ found }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const minute = useMinute();
  const { target, into } = found;
  const { firm, status, since, owner, number } = target;
  return (
    <Page
      title={firm.name}
      finding={say('finding', {
        ...{ stage: targetStatusWords[status][language], since: formatDay(since, minute, language), number },
        ...{ body: owner.body.name, person: owner.person },
      })}
      action={
        <AppLink className="zt-button-link" to="/targets">
          {say('list')}
        </AppLink>
      }
    >
      {into && (
        <p>
          {say('into')} <AppLink to={`/targets/${into.id}`}>{say('intoOpen', { firm: into.firm })}</AppLink>
        </p>
      )}
      <div className="zt-target-columns">
        <div>
          <TargetActions found={found} />
          <TargetHistory steps={found.steps} />
        </div>
        <div>
          <TargetAlike found={found} />
          <TargetFacts target={target} />
          <TargetPeople found={found} />
        </div>
      </div>
      <TargetPremises found={found} />
    </Page>
  );
}

function TargetFacts({ target: { firm, gap, registeredAt } }: Pick<TargetPage, 'target'>) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const none = <span className="zt-ink-3">{say('none')}</span>;
  return (
    <section className="zt-card zt-padded zt-section" aria-labelledby="facts">
      <h2 id="facts">{say('facts')}</h2>
      <dl className="zt-facts">
        <div>
          <dt>{say('kind')}</dt>
          <dd>{targetKindWords[firm.kind][language]}</dd>
        </div>
        <div>
          <dt>{say('place')}</dt>
          <dd>
            <MixedText>{firm.region?.name ?? say('unknown')}</MixedText>
          </dd>
        </div>
        <div>
          <dt>{say('gap')}</dt>
          <dd>
            {gap ? (
              <AppLink to={`/chains/${gap.chain.id}/gaps/${encodeURIComponent(gap.product.id)}`}>
                {`${gap.product.name} · ${gap.chain.name}`}
              </AppLink>
            ) : (
              none
            )}
          </dd>
        </div>
        <div>
          <dt>{say('registered')}</dt>
          <dd>{formatDate(registeredAt, language)}</dd>
        </div>
      </dl>
    </section>
  );
}
