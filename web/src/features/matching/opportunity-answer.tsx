import { useQueryClient } from '@tanstack/react-query';
import { getHome } from '@zhitong/contract/matching/home-contract';
import { amendResponse, respond } from '@zhitong/contract/matching/match-contract';
import { getOpportunity, listOpportunities, type Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { type DeclineCode, declineCodes } from '@zhitong/domain/matching/answer';
import { priceText } from '@zhitong/domain/matching/money-text';
import { Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatTime } from '#platform/format-date';
import { usePhone } from '#platform/media';
import { refresh, useDo } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { offerUndo } from '#ui/undo';
import { opportunityText } from './opportunity-text.ts';
import { QuoteForm } from './quote-form.tsx';
import { formatQuoted } from './quoted.ts';

/** Tap one opens the sheet with everything filled, tap two sends it. A coded no is one tap, and can be changed. */
export function OpportunityAnswer({ opportunity }: { opportunity: Opportunity }) {
  const say = useText(opportunityText);
  const phone = usePhone();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const saying = useDo(opportunity.response ? amendResponse : respond);
  const answerable =
    opportunity.state === 'new' || opportunity.state === 'answered' || opportunity.state === 'declined';
  const params = { id: opportunity.match.id };
  const done = () => refresh(client, getOpportunity, listOpportunities, getHome);
  useShortcuts({ a: answerable ? () => setOpen(true) : undefined });
  if (!answerable) return opportunity.response ? <Given opportunity={opportunity} /> : null;

  const decline = (declined: DeclineCode) =>
    saying.mutate(
      { params, body: { declined } },
      {
        onSuccess: () => {
          done();
          offerUndo(say('declinedSent', { reason: say(`decline.${declined}`) }), () => setOpen(true));
        },
      },
    );
  const items = declineCodes.map((code) => ({
    key: code,
    label: say(`decline.${code}`),
    onClick: () => decline(code),
  }));
  const form = (
    <QuoteForm
      opportunity={opportunity}
      onSent={() => {
        setOpen(false);
        done();
      }}
    />
  );
  const quoted = opportunity.response !== undefined && !opportunity.response.declined;
  return (
    <section>
      {saying.error && <Trouble error={saying.error} />}
      <Given opportunity={opportunity} />
      {!open && (
        <div className="zt-answer-buttons">
          <Button type={quoted ? 'default' : 'primary'} size="large" onClick={() => setOpen(true)}>
            {quoted ? say('amend') : say('canDo')}
          </Button>
          {!opportunity.response && (
            <Dropdown menu={{ items }} trigger={['click']}>
              <Button size="large" loading={saying.isPending}>
                {say('cannot')} ▾
              </Button>
            </Dropdown>
          )}
        </div>
      )}
      {open && !phone && form}
      {phone && (
        <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={say('canDo')}>
          {open && form}
        </Drawer>
      )}
    </section>
  );
}

function Given({ opportunity: { response } }: { opportunity: Opportunity }) {
  const say = useText(opportunityText);
  const language = useLanguage();
  if (!response) return null;
  const words = response.declined
    ? say('declinedSent', { reason: say(`decline.${response.declined}`) })
    : say('yourQuote', {
        price: priceText(response.priceFen ?? 0, response.unit ?? '', language),
        quantity: formatQuoted(response, language),
        lead: say('inDays', { days: response.leadDays ?? 0 }),
      });
  return (
    <p className="zt-given">
      <span>{words}</span>
      <span className="zt-meta">{say('sent', { time: formatTime(response.at) })}</span>
    </p>
  );
}
