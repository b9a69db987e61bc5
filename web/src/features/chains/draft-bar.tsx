import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Refused } from '#ui/states';
import type { DraftSession, LoadedDraft } from './draft-session.ts';
import { draftText } from './draft-text.ts';

interface DraftBarProps {
  readonly session: DraftSession;
  readonly before: LoadedDraft['before'];
  readonly still: boolean;
  readonly onReload: () => void;
}

/** Whether it is saved, what was refused, undo and redo, and the day from which it will be in force. */
export function DraftBar({ session, before, still, onReload }: DraftBarProps) {
  const say = useText(draftText);
  const language = useLanguage();
  const { saving, refusal, edition } = session;
  const state = saving === 'refused' ? 'conflict' : saving;
  return (
    <div className="zt-draft-bar">
      {refusal && <Refused sentence={refusal} />}
      <div className="zt-draft-row">
        {!still && (
          <>
            <Button
              icon={<UndoOutlined aria-hidden="true" />}
              disabled={!session.canUndo}
              aria-keyshortcuts="Control+Z"
              onClick={session.undo}
            >
              {say('undo')}
            </Button>
            <Button
              icon={<RedoOutlined aria-hidden="true" />}
              disabled={!session.canRedo}
              aria-keyshortcuts="Control+Shift+Z"
              onClick={session.redo}
            >
              {say('redo')}
            </Button>
            <span role="status" className={saving === 'saved' ? 'zt-meta' : 'zt-ink-2'}>
              {say(state, { edition })}
            </span>
            {saving === 'conflict' && <Button onClick={onReload}>{say('reload')}</Button>}
          </>
        )}
        {still && (
          <span>
            {say('validFrom')} {formatDate(session.validFrom, language)}
          </span>
        )}
        {!still && (
          <span className="zt-chain-date">
            <span className="zt-ink-2">{say('validFrom')}</span>
            <DateField
              aria-label={say('validFrom')}
              value={session.validFrom}
              onChange={(day) => day !== '' && session.setFrom(day)}
            />
            {before && <span className="zt-meta">{say('validHint', { number: before.number })}</span>}
          </span>
        )}
      </div>
    </div>
  );
}
