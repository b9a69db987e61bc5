import type { WaitingCase } from '@zhitong/contract/needs/supervision-contract';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { CaseLight } from './case-light.tsx';
import { deskText } from './desk-text.ts';
import { sureness } from './sureness.ts';

interface DeskWaitingRowProps {
  readonly row: WaitingCase;
  readonly dayMinutes: number;
  readonly ticked: boolean;
  readonly matter: string | undefined;
  readonly onTick: () => void;
  readonly onMatter: (matter: string) => void;
}

/** One case without a body: what it is about, and the three likeliest matters with why. */
export function DeskWaitingRow({ row, dayMinutes, ticked, matter, onTick, onMatter }: DeskWaitingRowProps) {
  const say = useText(deskText);
  const { id, title, asker, candidates } = row;
  return (
    <li className="zt-card zt-desk-case">
      <label className="zt-desk-tick">
        <input
          type="checkbox"
          aria-label={say('pick', { title })}
          checked={ticked}
          disabled={matter === undefined}
          onChange={onTick}
        />
      </label>
      <div>
        <p className="zt-desk-title">
          <AppLink to={`/cases/${id}?unassigned=true`}>{title}</AppLink>
          <CaseLight row={row} dayMinutes={dayMinutes} />
        </p>
        <p className="zt-meta">
          <MixedText>{asker.name}</MixedText>
        </p>
        {candidates.length === 0 && <p className="zt-ink-2">{say('noProposal')}</p>}
        {candidates.map(({ body, duty, confidence, reasons }) => (
          <label key={duty.id} className="zt-desk-proposal">
            <input type="radio" name={`matter ${id}`} checked={duty.id === matter} onChange={() => onMatter(duty.id)} />
            <span>
              <MixedText>
                {say('proposal', { body: body.name, matter: duty.title, sure: say(sureness(confidence)) })}
              </MixedText>
              <span className="zt-meta">
                {' '}
                <MixedText>{reasons.join(' · ')}</MixedText>
              </span>
            </span>
          </label>
        ))}
      </div>
    </li>
  );
}
