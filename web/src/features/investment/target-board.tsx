import type { TargetRow } from '@zhitong/contract/investment/target-contract';
import { targetStages, targetStatusWords } from '@zhitong/domain/investment/target-stage';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatBefore } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { TargetLight } from './target-light.tsx';
import { targetText } from './target-text.ts';

interface TargetBoardProps {
  readonly targets: readonly TargetRow[];
  readonly dayMinutes: number;
}

/** The same rows, stage beside stage. The board scrolls inside itself; a step is noted on the page of the target, with its words. */
export function TargetBoard({ targets, dayMinutes }: TargetBoardProps) {
  const say = useText(targetText);
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset around a board would be read as a form
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="zt-board" role="group" aria-label={say('board')} tabIndex={0}>
      {targetStages.map((stage) => {
        const own = targets.filter(({ status }) => status === stage);
        return (
          <section key={stage} className="zt-board-stage" aria-label={targetStatusWords[stage][language]}>
            <h2>
              {targetStatusWords[stage][language]} <span className="zt-ink-3 zt-figures">{own.length}</span>
            </h2>
            <ul>
              {own.map((target) => (
                <BoardCard key={target.id} target={target} dayMinutes={dayMinutes} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function BoardCard({ target, dayMinutes }: { target: TargetRow; dayMinutes: number }) {
  const say = useText(targetText);
  const language = useLanguage();
  const minute = useMinute();
  const { id, firm, next, due, owner, alike } = target;
  return (
    <li className="zt-card">
      <AppLink to={`/targets/${id}`}>
        <MixedText>{firm.name}</MixedText>
      </AppLink>
      {next && (
        <span>
          <MixedText>{next}</MixedText>
          {due && <span className="zt-meta">{formatBefore(due, minute, language)}</span>}
        </span>
      )}
      <TargetLight target={target} dayMinutes={dayMinutes} />
      <span className="zt-meta">
        <span>
          <MixedText>{`${owner.body.name} ${owner.person}`}</MixedText>
        </span>
        {alike && <span className="zt-target-mark zt-target-warn">{say('alike')}</span>}
      </span>
    </li>
  );
}
