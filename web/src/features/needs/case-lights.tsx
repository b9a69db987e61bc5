import { useText } from '#platform/text';
import { Light } from '#ui/light';
import { caseText } from './case-text.ts';

const colours = ['red', 'yellow', 'green'] as const;
type Colour = (typeof colours)[number];

interface CaseLightsProps {
  readonly counts: Readonly<Record<Colour, number>>;
  readonly chosen: Colour | undefined;
  readonly onChoose: (colour: Colour) => void;
}

/** How many are red, yellow and green; each is the filter of its rows. */
export function CaseLights({ counts, chosen, onChoose }: CaseLightsProps) {
  const say = useText(caseText);
  return (
    <span className="zt-case-lights">
      {colours.map((colour) => (
        <button key={colour} type="button" aria-pressed={chosen === colour} onClick={() => onChoose(colour)}>
          <Light colour={colour} words={say('lightCount', { count: counts[colour] })} />
        </button>
      ))}
    </span>
  );
}
