import type { BenchTable } from './bench-table.ts';
import { shareWithInterval } from './identity-interval.ts';
import {
  type LabelledText,
  newTextClassifier,
  readLabelledTexts,
  type TextClass,
  textClasses,
} from './need-class-texts.ts';

/** Is it a wish to buy, an advert, price fishing or junk? Precision and recall of each class. */
export async function needClassQuality(): Promise<BenchTable> {
  const classify = newTextClassifier();
  const texts = readLabelledTexts().map((labelled) => ({ labelled, said: classify(labelled) }));
  const parts = (['test', 'build'] as const).map((part) => ({
    part,
    of: texts.filter(({ labelled }) => labelled.part === part),
  }));
  return {
    title: 'Classes of texts on the sourcing list',
    note: `${texts.length} texts written by hand (data/need-classes), each with its class; the rules were written with the build part in sight. Both parts are by the author of the rules: read the figures as kinder than the wild would be. Kept back wrongly: share of wishes that would not have been sent at once. Shares with 95 % intervals (Wilson).`,
    head: ['part', 'class', 'texts', 'precision', 'recall'],
    rows: parts.flatMap(({ part, of }) => [
      ...textClasses.map((name) => row(part, name, of)),
      keptBackRow(part, of),
      [
        part,
        'wishes kept back wrongly',
        String(wishes(of).length),
        shareWithInterval(keptWrongly(of).length, wishes(of).length),
        '–',
      ],
    ]),
  };
}

type Classed = readonly { readonly labelled: LabelledText; readonly said: TextClass }[];

const wishes = (of: Classed) => of.filter(({ labelled }) => labelled.class === 'wish');
const keptWrongly = (of: Classed) => wishes(of).filter(({ said }) => said !== 'wish');

function row(part: string, name: TextClass, of: Classed): string[] {
  const are = of.filter(({ labelled }) => labelled.class === name);
  const said = of.filter((one) => one.said === name);
  const right = said.filter(({ labelled }) => labelled.class === name);
  const share = (all: Classed) => shareWithInterval(right.length, all.length);
  return [part, name, String(are.length), share(said), share(are)];
}

/** Whatever it was called: is what is no wish kept back, and is what is kept back no wish? */
function keptBackRow(part: string, of: Classed): string[] {
  const are = of.filter(({ labelled }) => labelled.class !== 'wish');
  const kept = of.filter(({ said }) => said !== 'wish');
  const right = kept.filter(({ labelled }) => labelled.class !== 'wish');
  const share = (all: Classed) => shareWithInterval(right.length, all.length);
  return [part, 'no wish, whichever class', String(are.length), share(kept), share(are)];
}
