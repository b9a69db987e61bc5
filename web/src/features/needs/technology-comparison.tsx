import { useQueryClient } from '@tanstack/react-query';
import { type AnswerComparison, compareAnswers, writeSheet } from '@zhitong/contract/needs/technology-contract';
import type { AskedBody, Sheet, Target } from '@zhitong/contract/needs/technology-values';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Answered, Empty, Trouble } from '#ui/states';
import { SheetEditor } from './sheet-editor.tsx';
import { readSheet, sheetBody, sheetProblems } from './sheet-fields.ts';
import { SheetTable, SheetWishes, targetText } from './sheet-table.tsx';
import { AnswerCell } from './technology-answer-cell.tsx';
import { TakeAnswer } from './technology-take.tsx';
import { technologyText } from './technology-text.ts';

/** Who reaches which target? Targets as rows, who answered as columns. */
export function TechnologyComparison({ needId }: { needId: string }) {
  const say = useText(technologyText);
  const asked = useAsk(compareAnswers, { params: { id: needId } });
  return (
    <section aria-label={say('compare')}>
      <Answered asked={asked} rows={5}>
        {(comparison) => <Comparison needId={needId} comparison={comparison} />}
      </Answered>
    </section>
  );
}

function Comparison({
  needId,
  comparison: { sheet, bodies, mayWrite },
}: {
  needId: string;
  comparison: AnswerComparison;
}) {
  const say = useText(technologyText);
  if (sheet === null) return mayWrite ? <WriteSheet needId={needId} /> : null;
  const answered = bodies.filter(({ answer }) => answer !== null);
  const counts = { sent: bodies.length, answered: answered.length };
  return (
    <div className="zt-technology">
      <h2>{say('compare')}</h2>
      <p className="zt-ink-2">{bodies.length > 0 ? say('compareFinding', counts) : say('compareNobody')}</p>
      {answered.length > 0 ? (
        <>
          <Answers sheet={sheet} bodies={answered} />
          <SheetWishes sheet={sheet} />
        </>
      ) : (
        <>
          <SheetTable sheet={sheet} />
          {bodies.length > 0 && <Empty sentence={say('noneAnswered')} />}
        </>
      )}
      {bodies.length > 0 && <SentTo needId={needId} bodies={bodies} />}
    </div>
  );
}

type Row = Target & { readonly row: number };

function Answers({ sheet, bodies }: { sheet: Sheet; bodies: readonly AskedBody[] }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const columns: readonly Column<Row>[] = [
    { key: 'target', head: say('target'), cell: (one) => `${one.metric} ${targetText(one, language)}` },
    ...bodies.map(({ body, isLead, answer }) => ({
      key: body.id,
      head: isLead ? say('leadHead', { name: body.name }) : body.name,
      cell: ({ row, unit }: Row) => (
        <AnswerCell item={answer?.items.find(({ target }) => target === row)} unit={unit} />
      ),
      phone: 'wide' as const,
    })),
  ];
  return (
    <DataTable
      label={say('compare')}
      columns={columns}
      rows={sheet.targets.map((target, at) => ({ ...target, row: at + 1 }))}
      keyOf={({ row }) => String(row)}
    />
  );
}

/** Whom it went to and why; of whoever answered, how much is met and what was said with it. */
function SentTo({ needId, bodies }: { needId: string; bodies: readonly AskedBody[] }) {
  const say = useText(technologyText);
  return (
    <section className="zt-card zt-padded">
      <h3>{say('sentTo')}</h3>
      <ul className="zt-request-known">
        {bodies.map((one) => (
          <li key={one.body.id}>
            <strong>
              <MixedText>{one.isLead ? say('leadHead', { name: one.body.name }) : one.body.name}</MixedText>
            </strong>{' '}
            <AnswerLine asked={one} />
            <p className="zt-meta">
              <MixedText>{one.reasons.length > 0 ? one.reasons.join(say('reasonJoin')) : say('whyChosen')}</MixedText>
            </p>
            {one.answer?.note && (
              <blockquote className="zt-said" lang="zh">
                {one.answer.note}
              </blockquote>
            )}
            <TakeAnswer needId={needId} asked={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnswerLine({ asked: { answer, changes, chosen } }: { asked: AskedBody }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const minute = useMinute();
  if (answer === null) return <span className="zt-ink-2">{say('waiting')}</span>;
  const met = answer.items.filter(({ verdict }) => verdict === 'met').length;
  return (
    <span className="zt-figures">
      {[
        say('metOf', { met, count: answer.items.length }),
        formatInstant(answer.at, minute, language),
        ...(chosen ? [say(chosen.mended ? 'chosenMended' : 'chosen')] : []),
        ...(changes > 0 ? [say('changed', { count: changes })] : []),
      ].join(' · ')}
    </span>
  );
}

/** A need that came without a sheet gets one, and goes out at once. */
function WriteSheet({ needId }: { needId: string }) {
  const say = useText(technologyText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [sheet, setSheet] = useState(() => readSheet([]));
  const [tried, setTried] = useState(false);
  const writing = useDo(writeSheet);
  const body = sheetBody(sheet);
  const send = () => {
    setTried(true);
    if (body === null || sheetProblems(sheet).length > 0) return;
    writing.mutate(
      { params: { id: needId }, body },
      {
        onSuccess: ({ sent }) => {
          void message.success(say('written', { count: sent }));
          refresh(client, compareAnswers);
        },
      },
    );
  };
  return (
    <div className="zt-technology">
      <p>{say('noSheet')}</p>
      {writing.error && <Trouble error={writing.error} />}
      <SheetEditor value={sheet} onChange={setSheet} tried={tried} />
      <div>
        <Button type="primary" disabled={body === null} loading={writing.isPending} onClick={send}>
          {say('writeSheet')}
        </Button>
      </div>
    </div>
  );
}
