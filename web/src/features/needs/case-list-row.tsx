import type { CaseRow } from '@zhitong/contract/needs/case-contract';
import { useEffect, useRef } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { CaseLight } from './case-light.tsx';
import { caseText } from './case-text.ts';

interface CaseListRowProps {
  readonly row: CaseRow;
  readonly dayMinutes: number;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** One case of the list: its light and time, what it is about, whose it is. */
export function CaseListRow({ row, dayMinutes, current, onOpen }: CaseListRowProps) {
  const say = useText(caseText);
  const language = useLanguage();
  const minute = useMinute();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const mark = (due: string | null, words: readonly ['heardBy', 'heardMissed'] | readonly ['signBy', 'signMissed']) =>
    due
      ? [say(words[Number(new Date(due) < minute)] ?? words[0], { at: formatInstantExactly(due, minute, language) })]
      : [];
  const state = [
    say(`status.${row.status}`),
    ...mark(row.firstAnswerDue, ['heardBy', 'heardMissed']),
    ...mark(row.signDue, ['signBy', 'signMissed']),
  ];
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="zt-card zt-case-row"
        onClick={onOpen}
        {...(current && { 'aria-current': 'true' as const })}
      >
        <span className="zt-case-row-head">
          <CaseLight row={row} dayMinutes={dayMinutes} />
          <span className="zt-meta">{say(`list.${row.list}`)}</span>
        </span>
        <strong>
          <MixedText>{row.title}</MixedText>
        </strong>
        <span className="zt-meta">
          <MixedText>{row.asker.name}</MixedText>
        </span>
        <span className="zt-meta">{state.join(language === 'zh' ? '，' : ', ')}</span>
      </button>
    </li>
  );
}
