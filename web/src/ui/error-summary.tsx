import { useEffect, useRef } from 'react';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

/** How many places need a correction, on top of the form; it takes the focus so that nobody searches. */
export function ErrorSummary({ problems }: { problems: readonly string[] }) {
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
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
