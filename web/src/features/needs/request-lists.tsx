import { needKinds } from '@zhitong/domain/needs/need';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import type { RequestForm } from './request-form.tsx';
import { requestText } from './request-text.ts';

/** Which of the four lists it goes onto: proposed from the words, changed by a tap, the text stays. */
export function RequestLists({ request }: { request: RequestForm }) {
  const say = useText(requestText);
  const { list, proposal, chosenList, chooseList } = request;
  const hint = list ? say('listProposed', { list: say(`list.${list}`) }) : say('listUnknown');
  // its line is there before it is known: what stands below must not move under a finger that presses
  const line = proposal ? hint : '\u00a0';
  return (
    <div>
      <ChoiceRow
        label={say('list')}
        value={list}
        choices={needKinds.map((kind) => ({ value: kind, word: say(`list.${kind}`) }))}
        onChoose={chooseList}
      />
      {!chosenList && <p className="zt-meta">{line}</p>}
    </div>
  );
}
