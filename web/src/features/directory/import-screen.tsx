import { getImport, type Import } from '@zhitong/contract/directory/import-contract';
import { useEffect } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { formatCount } from '#platform/format-number';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { Answered, Refused } from '#ui/states';
import { ImportActions } from './import-actions.tsx';
import { ImportGroups } from './import-groups.tsx';
import { ImportSteps } from './import-steps.tsx';
import { importText } from './import-text.ts';

const lookEvery = 800;
/** the link to the marked file expires after five minutes */
const renewEvery = 240_000;

/** Which rows are wrong, and what happens to the good ones? */
export function ImportScreen({ id }: { id: string }) {
  const say = useText(importText);
  const asked = useAsk(getImport, { params: { id } });
  const { data, refetch, dataUpdatedAt } = asked;
  const state = data?.state;
  useEffect(() => {
    if (state === undefined || dataUpdatedAt === 0) return;
    const timer = setTimeout(() => void refetch(), state === 'checking' ? lookEvery : renewEvery);
    return () => clearTimeout(timer);
  }, [state, dataUpdatedAt, refetch]);
  return (
    <Answered asked={asked} rows={8}>
      {(job) => (
        <Page
          title={say('titleOf', { kind: say(`kind.${job.kind}`), file: job.fileName })}
          finding={<Finding job={job} />}
          action={<AppLink to="/imports">{say('all')}</AppLink>}
        >
          <ImportSteps at={job.state === 'checking' || job.state === 'checked' ? 3 : 4} />
          {job.state === 'checking' && <Progress job={job} />}
          {job.refusal && <Refused sentence={job.refusal.message} />}
          <ImportActions job={job} />
          {job.ignored.length > 0 && (
            <p className="zt-meta">{say('ignored', { names: job.ignored.slice(0, 8).join('、') })}</p>
          )}
          {job.state !== 'checking' && job.state !== 'refused' && <ImportGroups job={job} />}
        </Page>
      )}
    </Answered>
  );
}

function Finding({ job }: { job: Import }) {
  const say = useText(importText);
  const language = useLanguage();
  const now = useMinute();
  const { state, rows, accepted, rejected, created, changed, kept, undoUntil } = job;
  const counts = { rows, accepted, rejected, created, changed, kept };
  switch (state) {
    case 'checking':
      return <>{say('reading')}</>;
    case 'checked':
      return <>{say(rejected === 0 ? 'checkedAll' : 'checkedSome', counts)}</>;
    case 'taken':
      return (
        <>
          {say('taken', counts)}
          {undoUntil && job.allowed.includes('undo') && (
            <span className="zt-meta">
              {' '}
              {say('takenUntil', { time: formatInstantExactly(undoUntil, now, language) })}
            </span>
          )}
        </>
      );
    case 'undone':
      return <>{say(kept > 0 ? 'undoneKept' : 'undone', counts)}</>;
    default:
      return <>{say(state)}</>;
  }
}

function Progress({ job: { done, rows } }: { job: Import }) {
  const say = useText(importText);
  const language = useLanguage();
  const words =
    rows === 0
      ? say('reading')
      : say('checking', { done: formatCount(done, language), rows: formatCount(rows, language) });
  return (
    <div className="zt-import-progress">
      <progress max={Math.max(rows, 1)} value={rows === 0 ? undefined : done} aria-label={words} />
      <p role="status" className="zt-figures">
        {words}
      </p>
    </div>
  );
}
