import { useEffect, useRef } from 'react';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

/** A sentence, and where it is mended: the id of the control, so that one press leads there. */
export type Problem = string | { readonly words: string; readonly field: string };

/** How many places need a correction, on top of the form; it takes the focus so that nobody searches. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const say = useText(sharedText);
  const box = useRef<HTMLDivElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div ref={box} className="zt-refused" role="alert" tabIndex={-1}>
      <strong>{say('fixSummary', { count })}</strong>
      <ul>
        {problems.map((problem) => (
          <li key={wordsOf(problem)}>
            {typeof problem === 'string' ? (
              problem
            ) : (
              <button type="button" className="zt-error-link" onClick={() => leadTo(problem.field)}>
                {problem.words}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const wordsOf = (problem: Problem) => (typeof problem === 'string' ? problem : problem.words);

function leadTo(field: string): void {
  const control = document.getElementById(field);
  control?.scrollIntoView?.({ block: 'center' });
  control?.focus();
}
