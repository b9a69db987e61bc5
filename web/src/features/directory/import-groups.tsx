import { useQueryClient } from '@tanstack/react-query';
import {
  answerImport,
  fixImport,
  getImport,
  type Import,
  listImportRows,
} from '@zhitong/contract/directory/import-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Pager } from '#ui/pager';
import { Answered, Trouble } from '#ui/states';
import { importText } from './import-text.ts';

type Group = Import['groups'][number];

/** Errors in groups on the left, the rows of the chosen one on the right. */
export function ImportGroups({ job }: { job: Import }) {
  const say = useText(importText);
  const [picked, setPicked] = useState<string>();
  if (job.groups.length === 0) return <p>{say('noFaults')}</p>;
  const group = job.groups.find(({ key }) => key === picked) ?? job.groups[0];
  return (
    <div className="zt-import-faults">
      <section aria-label={say('groups')} className="zt-card">
        <h2>{say('groups')}</h2>
        <GroupList job={job} severity="error" picked={group?.key} onPick={setPicked} />
        <GroupList job={job} severity="question" picked={group?.key} onPick={setPicked} />
        <GroupList job={job} severity="warning" picked={group?.key} onPick={setPicked} />
      </section>
      <section aria-label={say('rowsOf')} className="zt-card">
        <h2>{say('rowsOf')}</h2>
        {group ? <GroupRows key={group.key} id={job.id} group={group} /> : <p>{say('pick')}</p>}
      </section>
    </div>
  );
}

const headings = { error: 'errors', question: 'question', warning: 'warnings' } as const;

interface GroupListProps {
  readonly job: Import;
  readonly severity: Group['severity'];
  readonly picked: string | undefined;
  readonly onPick: (key: string) => void;
}

function GroupList({ job, severity, picked, onPick }: GroupListProps) {
  const say = useText(importText);
  const groups = job.groups.filter((group) => group.severity === severity);
  if (groups.length === 0) return null;
  return (
    <>
      <h3>{say(headings[severity])}</h3>
      <ul className="zt-import-groups">
        {groups.map((group) => (
          <li key={group.key}>
            <button type="button" aria-pressed={group.key === picked} onClick={() => onPick(group.key)}>
              <span>{group.title}</span>
              <span className="zt-figures">{say('groupRows', { count: group.rows })}</span>
            </button>
            {group.fix !== undefined && job.allowed.includes('fix') && (
              <FixAll id={job.id} group={group} fix={group.fix} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FixAll({ id, group, fix }: { id: string; group: Group; fix: string }) {
  const say = useText(importText);
  const client = useQueryClient();
  const mend = useDo(fixImport);
  return (
    <>
      <Button
        size="small"
        title={say('fixTo', { fix })}
        loading={mend.isPending}
        onClick={() =>
          mend.mutate(
            { params: { id }, body: { group: group.key } },
            { onSettled: () => refresh(client, getImport, listImportRows) },
          )
        }
      >
        {say('fixAll')}
      </Button>
      {mend.error && <Trouble error={mend.error} />}
    </>
  );
}

interface AnswerProps {
  readonly id: string;
  readonly line: number;
  readonly alike: { readonly id: string; readonly name: string };
}

/** Is it the one in the library, or another? */
function Answer({ id, line, alike }: AnswerProps) {
  const say = useText(importText);
  const client = useQueryClient();
  const answer = useDo(answerImport);
  const give = (word: 'same' | 'new') =>
    answer.mutate(
      { params: { id }, body: { line, answer: word } },
      { onSettled: () => refresh(client, getImport, listImportRows) },
    );
  return (
    <span className="zt-import-answer">
      <AppLink to={`/organisations/${alike.id}`}>{alike.name}</AppLink>
      <Button size="small" loading={answer.isPending} onClick={() => give('same')}>
        {say('same')}
      </Button>
      <Button size="small" loading={answer.isPending} onClick={() => give('new')}>
        {say('other')}
      </Button>
      {answer.error && <Trouble error={answer.error} />}
    </span>
  );
}

const pageSize = 50;

function GroupRows({ id, group }: { id: string; group: Group }) {
  const say = useText(importText);
  const [offset, setOffset] = useState(0);
  const asked = useAsk(listImportRows, { params: { id }, query: { group: group.key, limit: pageSize, offset } });
  return (
    <>
      {group.advice && <p>{group.advice}</p>}
      <Answered asked={asked} rows={5}>
        {({ rows, total }) => (
          <>
            <ol className="zt-import-rows">
              {rows.map((row) => (
                <li key={row.line}>
                  <strong className="zt-figures">
                    {say('line', { line: row.line })}
                    {row.column && ` ${say('column', { column: row.column })}`}
                  </strong>
                  {row.value && <code>{row.value}</code>}
                  {row.name !== row.value && <span className="zt-ink-2">{row.name}</span>}
                  {row.lookAlike && <Answer id={id} line={row.line} alike={row.lookAlike} />}
                  {!group.advice && <span className="zt-import-advice">{row.message}</span>}
                </li>
              ))}
            </ol>
            <Pager total={total} offset={offset} size={pageSize} onMove={setOffset} />
          </>
        )}
      </Answered>
    </>
  );
}
