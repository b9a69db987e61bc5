import type { PreviewMatch } from '@zhitong/contract/matching/match-contract';
import { Drawer } from 'antd';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { reachText } from './reach-text.ts';
import { ReasonLine } from './verdicts.tsx';

type Part = PreviewMatch['parts'][number]['part'];
type Reason = PreviewMatch['reasons'][number];

interface WhyDrawerProps {
  readonly match: PreviewMatch | undefined;
  readonly model: string;
  readonly onClose: () => void;
}

/** The score opened as a table: each part, its points of its weight, the facts behind it; the parts sum to the number. */
export function WhyDrawer({ match, model, onClose }: WhyDrawerProps) {
  return match && <OpenDrawer match={match} model={model} onClose={onClose} />;
}

function OpenDrawer({ match, model, onClose }: WhyDrawerProps & { match: PreviewMatch }) {
  const say = useText(reachText);
  const phone = usePhone();
  useReturnFocus();
  return (
    <Drawer
      open
      onClose={onClose}
      title={<MixedText>{say('whyFor', { name: match.organisation.name })}</MixedText>}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 480}
    >
      <ScoreTable match={match} model={model} />
    </Drawer>
  );
}

function ScoreTable({ match, model }: { match: PreviewMatch; model: string }) {
  const say = useText(reachText);
  return (
    <>
      <p>
        <strong>{say('scoreOf', { score: shown(match.score) })}</strong>
      </p>
      <p className="zt-ink-2">{say('scoreSum')}</p>
      <table className="zt-table zt-score-table">
        <thead>
          <tr>
            <th scope="col">{say('part')}</th>
            <th scope="col" className="zt-right">
              {say('points')}
            </th>
            <th scope="col">{say('fact')}</th>
          </tr>
        </thead>
        <tbody>
          {match.parts.map(({ part, points, weight }) => (
            <tr key={part}>
              <th scope="row">{say(`part.${part}`)}</th>
              <td className="zt-right zt-nowrap">{`${shown(points)} / ${shown(weight)}`}</td>
              <td>
                <Facts reasons={match.reasons.filter((reason) => partOf(reason) === part)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('sum')}</th>
            <td className="zt-right">
              <strong>{shown(match.score)}</strong>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="zt-meta">{say('model', { model })}</p>
      <AppLink to={`/organisations/${match.organisation.id}`}>{say('openFirm')}</AppLink>
    </>
  );
}

function Facts({ reasons }: { reasons: readonly Reason[] }) {
  const say = useText(reachText);
  if (reasons.length === 0) return <span className="zt-ink-3">{say('noFact')}</span>;
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.code + reason.text}>
          <ReasonLine reason={reason} />
        </li>
      ))}
    </ul>
  );
}

const parts: Readonly<Record<string, Part>> = {
  product: 'product',
  limit: 'limits',
  capacity: 'capacity',
  certificate: 'certificates',
  tier: 'tier',
  record: 'record',
};

/** `limit.met` belongs to the part `limits`. */
function partOf(reason: Reason): Part | undefined {
  return parts[reason.code.split('.')[0] ?? ''];
}

/** One decimal where there is one, so that the shown parts sum to the shown score. */
function shown(points: number): string {
  return String(Math.round(points * 10) / 10);
}
