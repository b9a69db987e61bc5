import { getPaper } from '@zhitong/contract/needs/policy-paper-contract';
import { useState } from 'react';
import { now } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ErrorSummary } from '#ui/error-summary';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { PaperActions } from './paper-actions.tsx';
import {
  emptyPaper,
  fieldsOf,
  type PaperFields,
  paperProblems,
  type ShownPaper,
  unfinishedConditions,
} from './paper-fields.ts';
import { PaperForm } from './paper-form.tsx';
import { PaperHistory } from './paper-history.tsx';
import { PaperReach } from './paper-reach.tsx';
import { paperText } from './paper-text.ts';
import './paper.css';

type Own = { readonly id: string; readonly name: string } | undefined;

/** Is this policy written as it should be, whom does it find, and may it go out? */
export function PaperScreen({ id, own }: { id?: string; own: Own }) {
  const say = useText(paperText);
  const [round, setRound] = useState(0);
  const asked = useAsk(getPaper, { params: { id: id ?? '' } }, { enabled: id !== undefined });
  if (id === undefined)
    return (
      <Page title={say('newTitle')}>
        <PaperEditor own={own} shown={undefined} onReload={() => undefined} />
      </Page>
    );
  const paper = asked.data?.paper;
  return (
    <Page
      title={paper?.title ?? say('title')}
      finding={paper && say(`state.${paper.state}`, { version: paper.version })}
      action={<AppLink to="/papers">{say('back')}</AppLink>}
    >
      <Answered asked={asked} rows={8}>
        {(shown) => (
          <>
            {/* the form is filled once: what somebody else writes meanwhile does not take the words away, the server refuses to write over it */}
            <PaperEditor key={round} own={own} shown={shown} onReload={() => setRound(round + 1)} />
            <PaperHistory history={shown.history} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface EditorProps {
  readonly own: Own;
  readonly shown: ShownPaper | undefined;
  readonly onReload: () => void;
}

function PaperEditor({ own, shown, onReload }: EditorProps) {
  const say = useText(paperText);
  const [start, setStart] = useState(() => startOf(shown, own));
  const [fields, setFields] = useState<PaperFields>(start.fields);
  const [tried, setTried] = useState(false);
  const problems = [
    ...paperProblems(fields).map((problem) => say(problem)),
    ...unfinishedConditions(fields).map((row) => say('needCondition', { row })),
  ];
  const dirty = fields !== start.fields;
  return (
    <div className="zt-paper">
      {tried && <ErrorSummary problems={problems} />}
      {shown?.paper.state !== 'ended' && (
        <>
          <PaperForm fields={fields} onChange={setFields} own={own} tried={tried} />
          <PaperReach fields={fields} />
        </>
      )}
      <PaperActions
        fields={fields}
        shown={shown}
        seen={start.seen}
        dirty={dirty}
        complete={problems.length === 0}
        onTried={() => setTried(true)}
        onWritten={(edition) => setStart({ fields, seen: edition })}
        onReload={onReload}
      />
    </div>
  );
}

function startOf(shown: ShownPaper | undefined, own: Own) {
  const fields = shown ? fieldsOf(shown.paper.content) : emptyPaper(own, isoToday(now()));
  return { fields, seen: shown?.paper.edition ?? 0 };
}
