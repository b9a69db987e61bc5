import { useQueryClient } from '@tanstack/react-query';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { type CaseSheet, getSheet, sendSheet } from '@zhitong/contract/needs/technology-contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered, Trouble } from '#ui/states';
import { SheetTable } from './sheet-table.tsx';
import { technologyText } from './technology-text.ts';

/** The sheet of a technology case, whom it went to, and sending it to somebody else. What they answered is the firm’s. */
export function CaseSheetPart({ id }: { id: string }) {
  const say = useText(technologyText);
  const asked = useAsk(getSheet, { params: { id } });
  return (
    <section className="zt-case-sheet" aria-label={say('sheet')}>
      <h3>{say('sheet')}</h3>
      <Answered asked={asked} rows={3}>
        {(seen) => <Seen id={id} seen={seen} />}
      </Answered>
    </section>
  );
}

function Seen({ id, seen: { sheet, sent, maySend, own } }: { id: string; seen: CaseSheet }) {
  const say = useText(technologyText);
  const [open, setOpen] = useState(false);
  if (sheet === null) return <p className="zt-ink-2">{say('caseNoSheet')}</p>;
  const answered = sent.filter((one) => one.answered).length;
  return (
    <>
      <SheetTable sheet={sheet} />
      {own ? (
        <p>
          <AppLink to={`/technology/${own.id}`}>{say('ownAnswer')}</AppLink>
        </p>
      ) : (
        <p className="zt-ink-2">
          {sent.length > 0 ? say('caseSent', { sent: sent.length, answered }) : say('compareNobody')}
        </p>
      )}
      {!own && sent.length > 0 && (
        <ul>
          {sent.map((one) => (
            <li key={one.body.id}>
              <MixedText>
                {`${one.body.name} · ${say(one.answered ? 'state.answered' : 'waiting')} · ${one.reasons.join(say('reasonJoin')) || say('whyChosen')}`}
              </MixedText>
            </li>
          ))}
        </ul>
      )}
      {maySend && !open && <Button onClick={() => setOpen(true)}>{say('sendMore')}</Button>}
      {maySend && open && <SendMore id={id} without={sent.map(({ body }) => body.id)} onDone={() => setOpen(false)} />}
    </>
  );
}

const typingPause = 200;

function SendMore({ id, without, onDone }: { id: string; without: readonly string[]; onDone: () => void }) {
  const say = useText(technologyText);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly { value: string; label: string }[]>([]);
  const [words, setWords] = useState('');
  const sending = useDo(sendSheet);
  const q = useSettled(words, typingPause);
  const centres = useAsk(listOrganisations, { query: { kind: 'centre', q, limit: 20 } }, { worded: false });
  const universities = useAsk(listOrganisations, { query: { kind: 'university', q, limit: 20 } }, { worded: false });
  const found = [...(centres.data?.organisations ?? []), ...(universities.data?.organisations ?? [])];
  const send = () =>
    sending.mutate(
      { params: { id }, body: { bodies: chosen.map(({ value }) => value) } },
      {
        onSuccess: () => {
          refresh(client, getSheet);
          onDone();
        },
      },
    );
  return (
    <div className="zt-answer-form">
      {sending.error && <Trouble error={sending.error} />}
      <Select
        mode="multiple"
        labelInValue
        aria-label={say('choose')}
        placeholder={say('chooseHint')}
        value={[...chosen]}
        showSearch={{ filterOption: false, onSearch: setWords }}
        options={found
          .filter((one) => !without.includes(one.id))
          .map(({ id: value, name }) => ({ value, label: name }))}
        onChange={(next) => setChosen(next)}
      />
      <div>
        <Button type="primary" disabled={chosen.length === 0} loading={sending.isPending} onClick={send}>
          {say('sendSure', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}
