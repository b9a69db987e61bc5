import { Modal } from 'antd';
import { useText } from '#platform/text';
import { useReturnFocus } from '#ui/return-focus';
import { keyText } from './key-text.ts';

const rows = [
  ['Ctrl K', 'search'],
  ['/', 'search'],
  ['?', 'keys'],
  ['g h', 'home'],
  ['g i', 'inbox'],
  ['g n', 'needs'],
  ['g d', 'deals'],
  ['c', 'publish'],
  ['j  k', 'move'],
  ['Enter', 'open'],
  ['Esc', 'close'],
  ['a', 'answer'],
  ['h', 'handBack'],
  ['r', 'askFirm'],
  ['e', 'extend'],
  ['1 – 9', 'template'],
  ['x', 'tick'],
  ['t', 'twin'],
  ['w', 'why'],
  ['z', 'undo'],
  ['Ctrl Z', 'undoDraft'],
  ['Ctrl Shift Z', 'redoDraft'],
  ['Shift ← ↑ → ↓', 'moveSegment'],
  ['l', 'linkSegment'],
  ['n', 'newSegment'],
  ['Delete', 'removeSegment'],
  ['Ctrl Enter', 'send'],
] as const;

export function KeyList({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const say = useText(keyText);
  return (
    <Modal open title={say('title')} footer={null} onCancel={onClose}>
      <p className="zt-ink-2">{say('hint')}</p>
      <dl className="zt-keys">
        {rows.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
