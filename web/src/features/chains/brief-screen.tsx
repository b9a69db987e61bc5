import { type BriefReply, getBrief } from '@zhitong/contract/chains/brief-contract';
import { Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Light } from '#ui/light';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { BriefDecisions } from './brief-decisions.tsx';
import { BriefSentences } from './brief-sentences.tsx';
import { briefText } from './brief-text.ts';
import { BriefTrend } from './brief-trend.tsx';
import './brief.css';

/** What must I decide? One page of A4. */
export function BriefScreen({ id }: { id: string }) {
  const say = useText(briefText);
  const asked = useAsk(getBrief, { params: { id } });
  return (
    <Answered asked={asked} rows={14}>
      {(brief) => (
        <Page
          title={say('title', { chain: brief.chain.name })}
          finding={<Head brief={brief} />}
          action={
            <span className="zt-brief-actions">
              <AppLink className="zt-button-link" to="/chains/brief">
                {say('all')}
              </AppLink>
              <Button onClick={() => window.print()}>{say('print')}</Button>
            </span>
          }
        >
          <div className="zt-brief">
            <section aria-label={say('sentences')}>
              <h2>{say('sentences')}</h2>
              <BriefSentences brief={brief} />
            </section>
            <BriefDecisions chainId={id} decisions={brief.decisions} />
            <div className="zt-brief-pair">
              <Promises promises={brief.promises} />
              <BriefTrend trend={brief.trend} />
            </div>
            <Foot brief={brief} />
          </div>
        </Page>
      )}
    </Answered>
  );
}

function Head({ brief: { chain, asOf } }: { brief: BriefReply }) {
  const say = useText(briefText);
  const language = useLanguage();
  return say('head', {
    date: formatDate(asOf, language),
    chief: chain.chief ? say('chiefOf', chain.chief) : say('nobody'),
    lead: chain.leadBody?.name ?? say('nobody'),
  });
}

const colours = ['red', 'yellow', 'green'] as const;

function Promises({ promises }: Pick<BriefReply, 'promises'>) {
  const say = useText(briefText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <section aria-label={say('promises')}>
      <h2>{say('promises')}</h2>
      <p className="zt-brief-lights">
        {colours.map((colour) => (
          <AppLink key={colour} to={`/orders?orderLight=${colour}`}>
            <Light colour={colour} words={String(promises[colour])} />
          </AppLink>
        ))}
      </p>
      {promises.rows.length === 0 && <p className="zt-meta">{say('promisesNone')}</p>}
      <ul className="zt-brief-promises">
        {promises.rows.map(({ id, case: of, body, light, due }) => (
          <li key={id}>
            <Light colour={light} />
            <AppLink to={`/cases/${of.id}`}>{of.title}</AppLink>
            <span className="zt-meta">
              {say('promise', {
                body: body.name,
                date: due === null ? '' : formatInstantExactly(due, minute, language),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Foot({ brief: { chain, asOf } }: { brief: BriefReply }) {
  const say = useText(briefText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <p className="zt-meta zt-brief-foot">
      {say('foot', {
        asOf: formatInstantExactly(asOf, minute, language),
        lead: chain.leadBody?.name ?? say('nobody'),
      })}
    </p>
  );
}
