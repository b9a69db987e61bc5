import { type Deal, getDeal } from '@zhitong/contract/matching/deal-contract';
import { isConfirmed } from '@zhitong/domain/matching/deal';
import { moneyText, priceText } from '@zhitong/domain/matching/money-text';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { Drawer } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatDay } from '#platform/format-date';
import { formatMoneyExactly } from '#platform/format-money';
import { formatAmount } from '#platform/format-number';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Answered } from '#ui/states';
import { ConfirmStep } from './deal-confirm.tsx';
import { DealPayments } from './deal-payments.tsx';
import { DealSeals } from './deal-seals.tsx';
import { NextDealStep } from './deal-step-form.tsx';
import { dealText } from './deal-text.ts';

type Step = Deal['steps'][number];

/** One deal: its steps with both seals, what counts, and what may be written down next. */
export function DealDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  useReturnFocus();
  const say = useText(dealText);
  const phone = usePhone();
  const asked = useAsk(getDeal, { params: { id } });
  return (
    <Drawer
      open
      onClose={onClose}
      title={<MixedText>{asked.data ? say('dealTitle', { product: asked.data.product }) : say('title')}</MixedText>}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 560}
    >
      <Answered asked={asked}>{(deal) => <DealBody deal={deal} />}</Answered>
    </Drawer>
  );
}

function DealBody({ deal }: { deal: Deal }) {
  const say = useText(dealText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <div className="zt-deal">
      <dl className="zt-facts">
        <div>
          <dt>{say('buyer')}</dt>
          <dd>
            <AppLink to={`/organisations/${deal.buyer.id}`}>{deal.buyer.name}</AppLink>
          </dd>
        </div>
        <div>
          <dt>{say('seller')}</dt>
          <dd>
            <AppLink to={`/organisations/${deal.seller.id}`}>{deal.seller.name}</AppLink>
          </dd>
        </div>
        <AgreedTerms agreed={deal.agreed} />
        <div>
          <dt>{say('counted')}</dt>
          <dd>
            <strong title={formatMoneyExactly(deal.countedFen, language)}>
              {moneyText(deal.countedFen, language)}
            </strong>
            {deal.orderedFen > 0 && (
              <span className="zt-ink-2">{` · ${say('ordered')} ${moneyText(deal.orderedFen, language)}`}</span>
            )}
            {deal.oneSidedFen > 0 && (
              <span className="zt-one-sided">{` · ${say('oneSided')} ${moneyText(deal.oneSidedFen, language)}`}</span>
            )}
          </dd>
        </div>
      </dl>
      <p className="zt-meta">
        {say('countedRule')} {say('began', { date: formatDay(deal.createdAt, minute, language) })}
        {/* the need itself is the buyer's; the seller knows it as an opportunity */}
        {deal.side !== 'seller' && <AppLink to={`/needs/${deal.need.id}`}>{say('needLink')}</AppLink>}
      </p>
      {deal.steps.length === 0 && <p className="zt-ink-2">{say('noSteps')}</p>}
      <ol className="zt-deal-steps">
        {deal.steps.map((step) => (
          <StepRow key={step.id} deal={deal} step={step} />
        ))}
      </ol>
      <DealPayments deal={deal} />
      {deal.allowed.length > 0 && <NextDealStep key={JSON.stringify(deal.steps)} deal={deal} />}
    </div>
  );
}

/** `2.1 万元/吨 · 5 吨 · 4 天`; what the quote left out is left out, and a deal without its quote has no such line. */
function AgreedTerms({ agreed }: { agreed: Deal['agreed'] }) {
  const say = useText(dealText);
  const language = useLanguage();
  const { priceFen, quantity, leadDays } = agreed;
  const unit = agreed.unit ?? '';
  const terms = [
    priceFen === null ? undefined : priceText(priceFen, unit, language),
    quantity === null ? undefined : `${formatAmount(quantity, language)} ${unitText(unit, language)}`.trim(),
    leadDays === null ? undefined : say('termDays', { days: leadDays }),
  ].filter((term) => term !== undefined);
  if (terms.length === 0) return null;
  return (
    <div>
      <dt>{say('terms')}</dt>
      <dd className="zt-figures">{terms.join(' · ')}</dd>
    </div>
  );
}

function StepRow({ deal, step }: { deal: Deal; step: Step }) {
  const say = useText(dealText);
  const language = useLanguage();
  const both = isConfirmed({ ...step, confirmedBy: step.confirmedBy.map(({ side }) => side) });
  const quantity =
    step.quantity === null ? '' : `${formatAmount(step.quantity, language)} ${unitText(step.unit ?? '', language)}`;
  const due = deal.side !== 'none' && !step.confirmedBy.some(({ side }) => side === deal.side);
  return (
    <li className={both ? undefined : 'zt-unsealed'}>
      <p className="zt-deal-step-head">
        <strong>{say(`kind.${step.kind}`)}</strong>
        <span>{formatDate(step.date, language)}</span>
        <span>{quantity}</span>
        <span className="zt-figures" title={formatMoneyExactly(step.amountFen, language)}>
          {moneyText(step.amountFen, language)}
        </span>
      </p>
      <p className="zt-deal-step-foot">
        <DealSeals step={step} />
        <ConfirmStep deal={deal} step={step} quantity={quantity.trim()} due={due} />
      </p>
      {step.note && (
        <p className="zt-ink-2" lang="zh">
          {say('note', { note: step.note })}
        </p>
      )}
    </li>
  );
}
