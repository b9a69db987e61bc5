import { useQueryClient } from '@tanstack/react-query';
import { listDeals } from '@zhitong/contract/matching/deal-contract';
import { chooseResponse, listNeedMatches, type NeedMatch } from '@zhitong/contract/matching/match-contract';
import { getNeed, listNeeds, type Need } from '@zhitong/contract/needs/need-contract';
import { type RejectionCode, rejectionCodes } from '@zhitong/domain/matching/answer';
import { priceText } from '@zhitong/domain/matching/money-text';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useLanguage } from '#platform/display';
import { refresh, useAsk, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { useReturnFocus } from '#ui/return-focus';
import { Refused, Trouble } from '#ui/states';
import { matchText } from './match-text.ts';
import { formatQuoted } from './quoted.ts';

/** The primary action of the need page: choose among the quotes. Absent while choosing is not allowed; an open dialog stays. */
export function ChooseSupplier({ need }: { need: Need }) {
  const say = useText(matchText);
  const [open, setOpen] = useState(false);
  const none = need.counts.quoted === 0;
  return (
    <>
      {mayChoose(need) && (
        <Button type="primary" disabled={none} title={none ? say('noQuotes') : undefined} onClick={() => setOpen(true)}>
          {say('choose')}
        </Button>
      )}
      {open && <ChooseDialog need={need} first={undefined} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The same from one card, with that supplier taken. */
export function ChooseButton({ need, row }: { need: Need; row: NeedMatch }) {
  const say = useText(matchText);
  const [open, setOpen] = useState(false);
  const offered = mayChoose(need) && row.response?.priceFen !== undefined && !row.rejection;
  return (
    <>
      {offered && <Button onClick={() => setOpen(true)}>{say('chooseThis')}</Button>}
      {open && <ChooseDialog need={need} first={row.response?.id} onClose={() => setOpen(false)} />}
    </>
  );
}

const mayChoose = ({ allowed }: Need) => allowed.includes('choose');

interface ChooseDialogProps {
  readonly need: Need;
  readonly first: string | undefined;
  readonly onClose: () => void;
}

function ChooseDialog({ need, first, onClose }: ChooseDialogProps) {
  useReturnFocus();
  const say = useText(matchText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const go = useGo();
  const { message } = App.useApp();
  const asked = useAsk(listNeedMatches, { params: { id: need.id } });
  const choosing = useDo(chooseResponse);
  const quotes = (asked.data?.matches ?? []).filter(
    ({ response, rejection }) => response?.priceFen !== undefined && !rejection,
  );
  const [responseId, setResponseId] = useState(first ?? (quotes.length === 1 ? quotes[0]?.response?.id : undefined));
  const [othersCode, setOthersCode] = useState<RejectionCode>();
  // somebody else was faster: what happened stands here until the person closes it, whatever the page behind it becomes
  const over = !mayChoose(need) && !choosing.isPending && !choosing.isSuccess;

  const choose = () => {
    if (!responseId) return;
    choosing.mutate(
      { params: { id: need.id }, body: { responseId, ...(othersCode && { othersCode }) } },
      {
        onSuccess: ({ deal }) => {
          refresh(client, getNeed, listNeeds, listNeedMatches, listDeals);
          void message.success(say('chosen'));
          go(`/deals/${deal.id}`);
        },
        onError: () => refresh(client, getNeed, listNeedMatches),
      },
    );
  };
  return (
    <Modal
      open
      title={say('chooseTitle')}
      onCancel={onClose}
      onOk={choose}
      okText={say('chooseSure')}
      cancelText={sayShared(over ? 'close' : 'cancel')}
      okButtonProps={{ disabled: !responseId, hidden: over }}
      confirmLoading={choosing.isPending}
    >
      {choosing.error && <Trouble error={choosing.error} />}
      {over ? (
        <ChosenElsewhere need={need} told={choosing.error !== null} />
      ) : (
        <>
          <p className="zt-ink-2">{say('chooseHint')}</p>
          <QuoteChoices quotes={quotes} value={responseId} onChoose={setResponseId} />
          <ChoiceRow
            label={say('othersReason')}
            value={othersCode}
            choices={rejectionCodes.map((code) => ({ value: code, word: say(`reject.${code}`) }))}
            onChoose={setOthersCode}
          />
          <p className="zt-meta">{say('othersHint')}</p>
        </>
      )}
    </Modal>
  );
}

/** The need has come to an end while this dialog was open. */
function ChosenElsewhere({ need, told }: { need: Need; told: boolean }) {
  const say = useText(matchText);
  return (
    <>
      {!told && <Refused sentence={say('overMeanwhile')} />}
      {need.deal && (
        <p>
          <AppLink to={`/deals/${need.deal.id}`}>{say('overDeal')}</AppLink>
        </p>
      )}
    </>
  );
}

interface QuoteChoicesProps {
  readonly quotes: readonly NeedMatch[];
  readonly value: string | undefined;
  readonly onChoose: (id: string) => void;
}

function QuoteChoices({ quotes, value, onChoose }: QuoteChoicesProps) {
  const say = useText(matchText);
  const language = useLanguage();
  return (
    <fieldset className="zt-quote-choices">
      <legend className="zt-only-read">{say('pickOne')}</legend>
      {quotes.map(
        ({ organisation, response }) =>
          response && (
            <label key={response.id}>
              <input type="radio" name="quote" checked={response.id === value} onChange={() => onChoose(response.id)} />
              <span>
                <span lang="zh">{organisation.name}</span>
                <span className="zt-ink-2 zt-figures">
                  {say('quote', {
                    price: priceText(response.priceFen ?? 0, response.unit ?? '', language),
                    quantity: formatQuoted(response, language),
                    lead: say('leadDays', { days: response.leadDays ?? 0 }),
                  })}
                </span>
              </span>
            </label>
          ),
      )}
    </fieldset>
  );
}
