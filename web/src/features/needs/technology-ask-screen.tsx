import { useQueryClient } from '@tanstack/react-query';
import { getTechnology, listTechnology, takeTechnology } from '@zhitong/contract/needs/technology-contract';
import type { SheetAnswer, Target, TechnologyAsk } from '@zhitong/contract/needs/technology-values';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Trouble } from '#ui/states';
import { SheetTable, targetText } from './sheet-table.tsx';
import { AnswerCell } from './technology-answer-cell.tsx';
import { TechnologyAnswerForm } from './technology-answer-form.tsx';
import { TechnologyClock } from './technology-list.tsx';
import { technologyText } from './technology-text.ts';

/** What must be reached, why is it here, and what do we say to each target? */
export function TechnologyAskScreen({ id }: { id: string }) {
  const asked = useAsk(getTechnology, { params: { id } });
  return (
    <Answered asked={asked} rows={8}>
      {({ ask }) => <AskPage ask={ask} />}
    </Answered>
  );
}

function AskPage({ ask }: { ask: TechnologyAsk }) {
  const say = useText(technologyText);
  return (
    <Page
      title={ask.title}
      finding={<TechnologyClock ask={ask} />}
      action={
        <>
          <AppLink to="/technology">{say('back')}</AppLink>
          {ask.allowed.includes('take') && <Take ask={ask} />}
        </>
      }
    >
      <div className="zt-technology">
        <Standing ask={ask} />
        <section aria-label={say('sheet')}>
          <h2>{say('sheet')}</h2>
          <SheetTable sheet={ask.sheet} />
        </section>
        <section className="zt-card zt-padded">
          <h2>{say('said')}</h2>
          <p>
            <AppLink to={`/organisations/${ask.asker.id}`}>
              <span lang="zh">{ask.asker.name}</span>
            </AppLink>
          </p>
          <p className="zt-request-words" lang="zh">
            {ask.text}
          </p>
          <h3>{say('why')}</h3>
          <ul>
            {(ask.reasons.length > 0 ? ask.reasons : [say('whyChosen')]).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {ask.lead === null && <p className="zt-meta">{say('filesNote')}</p>}
        </section>
        <AnswerCard key={ask.answer?.at ?? 'none'} ask={ask} />
      </div>
    </Page>
  );
}

/** Who is in charge, in one sentence, where that is not as usual. */
function Standing({ ask: { lead, taken, state, chosen, passedOver } }: { ask: TechnologyAsk }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const minute = useMinute();
  if (passedOver !== null) return <p role="status">{say('passedNote', { reason: passedOver })}</p>;
  if (state === 'over') return <p role="status">{say('overNote')}</p>;
  if (chosen) return <p role="status">{say('chosenNote')}</p>;
  if (lead)
    return (
      <p role="status">
        {say('tookNote', { time: formatInstantExactly(lead.due, minute, language) })}{' '}
        <AppLink to={`/cases/${lead.caseId}`}>{say('openCase')}</AppLink>
      </p>
    );
  return taken ? <p role="status">{say('takenNote')}</p> : null;
}

/** Says what it means before it is done: whoever takes a need answers for it. */
function Take({ ask }: { ask: TechnologyAsk }) {
  const say = useText(technologyText);
  const client = useQueryClient();
  const { modal } = App.useApp();
  const taking = useDo(takeTechnology);
  const take = () =>
    taking.mutate(
      { params: { id: ask.id } },
      // also when another was faster: the page then says so
      { onSettled: () => refresh(client, getTechnology, listTechnology) },
    );
  const confirm = () =>
    modal.confirm({
      ...{ title: say('take'), content: say('takeAsk'), okText: say('takeSure'), cancelText: say('keepOff') },
      onOk: take,
    });
  return (
    <>
      {taking.error && <Trouble error={taking.error} />}
      <Button type="primary" loading={taking.isPending} onClick={confirm}>
        {say('take')}
      </Button>
    </>
  );
}

/** What was answered, the form to answer or change it, and what was said before. */
function AnswerCard({ ask }: { ask: TechnologyAsk }) {
  const say = useText(technologyText);
  const may = ask.allowed.includes('answer');
  const [open, setOpen] = useState(may && ask.answer === null);
  return (
    <section aria-label={say('answer')}>
      <h2>{say('answer')}</h2>
      {ask.answer && !open && <GivenAnswer ask={ask} answer={ask.answer} />}
      {open && may && (
        <div className="zt-card zt-padded">
          <TechnologyAnswerForm ask={ask} onDone={() => setOpen(false)} />
        </div>
      )}
      {!open && may && <Button onClick={() => setOpen(true)}>{say(ask.answer ? 'change' : 'answer')}</Button>}
      {ask.earlier.length > 0 && (
        <details>
          <summary>{say('earlier', { count: ask.earlier.length })}</summary>
          {ask.earlier.map((earlier) => (
            <GivenAnswer key={earlier.at} ask={ask} answer={earlier} />
          ))}
        </details>
      )}
    </section>
  );
}

type Row = Target & { readonly row: number };

function GivenAnswer({ ask: { sheet }, answer }: { ask: TechnologyAsk; answer: SheetAnswer }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const minute = useMinute();
  const columns: readonly Column<Row>[] = [
    { key: 'target', head: say('target'), cell: (one) => `${one.metric} ${targetText(one, language)}` },
    {
      key: 'answer',
      head: say('answer'),
      cell: ({ row, unit }) => <AnswerCell item={answer.items.find(({ target }) => target === row)} unit={unit} />,
      phone: 'wide',
    },
  ];
  const given = say('given', { by: answer.by, time: formatInstantExactly(answer.at, minute, language) });
  return (
    <>
      <DataTable
        label={given}
        columns={columns}
        rows={sheet.targets.map((target, at) => ({ ...target, row: at + 1 }))}
        keyOf={({ row }) => String(row)}
      />
      {answer.note && (
        <blockquote className="zt-said" lang="zh">
          {answer.note}
        </blockquote>
      )}
      <p className="zt-meta">{given}</p>
    </>
  );
}
