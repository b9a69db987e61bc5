import type { TargetRow } from '@zhitong/contract/investment/target-contract';
import { targetStatusWords } from '@zhitong/domain/investment/target-stage';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatBefore, formatDay } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { TargetLight } from './target-light.tsx';
import { targetText } from './target-text.ts';

interface TargetTableProps {
  readonly targets: readonly TargetRow[];
  readonly dayMinutes: number;
  /** on the page of that gap */
  readonly withoutGap?: true;
}

/** What is next, by whom, by when; what is due first stands at the top. */
export function TargetTable({ targets, dayMinutes, withoutGap }: TargetTableProps) {
  const say = useText(targetText);
  const columns: readonly Column<TargetRow>[] = [
    { key: 'firm', head: say('firm'), cell: (target) => <Firm target={target} /> },
    { key: 'stage', head: say('stage'), cell: (target) => <Stage target={target} /> },
    { key: 'next', head: say('next'), cell: (target) => <Next target={target} /> },
    {
      ...{ key: 'light', head: say('light'), oneLine: true },
      cell: (target) => <TargetLight target={target} dayMinutes={dayMinutes} />,
    },
    { key: 'owner', head: say('owner'), cell: (target) => <OwnerOf target={target} /> },
    ...(withoutGap ? [] : [{ key: 'gap', head: say('gap'), cell: (target: TargetRow) => <GapOf target={target} /> }]),
    {
      ...{ key: 'wish', head: say('wish') },
      cell: ({ wish }) =>
        wish ? <MixedText>{wish.finding}</MixedText> : <span className="zt-ink-3">{say('none')}</span>,
    },
  ];
  return <DataTable label={say('title')} columns={columns} rows={targets} keyOf={({ id }) => id} />;
}

function Firm({ target: { id, firm, alike, demo } }: { target: TargetRow }) {
  const say = useText(targetText);
  return (
    <>
      <AppLink to={`/targets/${id}`}>
        <MixedText>{firm.name}</MixedText>
      </AppLink>
      <span className="zt-meta zt-target-below">
        <MixedText>{firm.region?.name ?? say('unknown')}</MixedText>
        {demo && <span className="zt-target-mark">{say('demo')}</span>}
        {alike && <span className="zt-target-mark zt-target-warn">{say('alike')}</span>}
      </span>
    </>
  );
}

function Stage({ target: { status, since } }: { target: TargetRow }) {
  const say = useText(targetText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <>
      {targetStatusWords[status][language]}
      <span className="zt-meta zt-target-below">{say('since', { day: formatDay(since, minute, language) })}</span>
    </>
  );
}

function Next({ target: { next, due, light } }: { target: TargetRow }) {
  const say = useText(targetText);
  const language = useLanguage();
  const minute = useMinute();
  if (next === null) return <span className="zt-ink-3">{light === 'done' ? say('none') : say('noNext')}</span>;
  return (
    <>
      <MixedText>{next}</MixedText>
      {due && <span className="zt-meta zt-target-below">{formatBefore(due, minute, language)}</span>}
    </>
  );
}

function OwnerOf({ target: { owner, participants } }: { target: TargetRow }) {
  const say = useText(targetText);
  return (
    <>
      <MixedText>{`${owner.body.name} ${owner.person}`}</MixedText>
      {participants.length > 0 && (
        <span className="zt-meta zt-target-below">{say('withOthers', { count: participants.length })}</span>
      )}
    </>
  );
}

function GapOf({ target: { gap } }: { target: TargetRow }) {
  const say = useText(targetText);
  if (!gap) return <span className="zt-ink-3">{say('none')}</span>;
  return (
    <>
      <AppLink to={`/chains/${gap.chain.id}/gaps/${encodeURIComponent(gap.product.id)}`}>
        <MixedText>{gap.product.name}</MixedText>
      </AppLink>
      <span className="zt-meta zt-target-below">
        <MixedText>{gap.chain.name}</MixedText>
      </span>
    </>
  );
}
