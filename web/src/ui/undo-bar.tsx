import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { sharedText } from '#platform/shared-text';
import { useShortcuts } from '#platform/shortcuts';
import { useStore } from '#platform/store';
import { useText } from '#platform/text';
import { type Undoable, undoSeconds, undoStore } from './undo.tsx';

/** Stands ten seconds at the foot of the page: what was done, and the way back (also by `z`). */
export function UndoBar() {
  const undoable = useStore(undoStore);
  if (!undoable) return null;
  return <Bar key={undoable.sentence} undoable={undoable} />;
}

function Bar({ undoable }: { undoable: Undoable }) {
  const say = useText(sharedText);
  const [left, setLeft] = useState(undoSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) undoStore.set(undefined);
  }, [left]);
  const undo = () => {
    undoStore.set(undefined);
    undoable.undo();
  };
  useShortcuts({ z: undo });
  return (
    <div className="zt-undo" role="status">
      <span>{undoable.sentence}</span>
      <Button type="link" onClick={undo}>
        {say('undoIn', { seconds: Math.max(left, 0) })}
      </Button>
    </div>
  );
}
