import { DeleteOutlined } from '@ant-design/icons';
import { chainListWords } from '@zhitong/domain/chains/chain-list-words';
import { type ChainList, type ChainListEntry, chainLists } from '@zhitong/domain/chains/chain-map';
import { longestText } from '@zhitong/domain/chains/draft-rows';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { CommitInput } from './commit-input.tsx';
import type { DraftSession } from './draft-session.ts';
import { draftText } from './draft-text.ts';

/** The lists beside the map: each entry is words with where they are known from. */
export function DraftEntries({ session, still }: { session: DraftSession; still: boolean }) {
  const say = useText(draftText);
  const language = useLanguage();
  const { entries } = session.content;
  const put = (next: readonly ChainListEntry[]) => session.perform({ kind: 'put-entries', entries: next });
  return (
    <section className="zt-card zt-padded" aria-labelledby="draft-lists">
      <h2 id="draft-lists">{say('lists')}</h2>
      <p className="zt-meta">{say('entryHint')}</p>
      <div className="zt-draft-lists">
        {chainLists.map((list) => {
          const own = entries.filter((entry) => entry.list === list);
          return (
            <details key={list}>
              <summary>{say('listCount', { list: chainListWords[list][language], count: own.length })}</summary>
              <ul className="zt-draft-entries">
                {own.map((entry) => (
                  <Entry
                    key={`${entry.text} ${entry.source}`}
                    {...{ entry, still }}
                    onChange={(next) => put(entries.map((one) => (one === entry ? next : one)))}
                    onDelete={() => put(entries.filter((one) => one !== entry))}
                  />
                ))}
              </ul>
              {!still && <NewEntry list={list} onAdd={(entry) => put([...entries, entry])} />}
            </details>
          );
        })}
      </div>
    </section>
  );
}

interface EntryProps {
  readonly entry: ChainListEntry;
  readonly still: boolean;
  readonly onChange: (entry: ChainListEntry) => void;
  readonly onDelete: () => void;
}

function Entry({ entry, still, onChange, onDelete }: EntryProps) {
  const say = useText(draftText);
  const common = { longest: longestText, required: true, disabled: still } as const;
  return (
    <li>
      <CommitInput
        {...{ ...common, label: say('entryText'), value: entry.text }}
        onCommit={(text) => onChange({ ...entry, text })}
      />
      <CommitInput
        {...{ ...common, label: say('entrySource'), value: entry.source }}
        onCommit={(source) => onChange({ ...entry, source })}
      />
      {!still && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={say('deleteEntry')}
          title={say('deleteEntry')}
          onClick={onDelete}
        />
      )}
    </li>
  );
}

function NewEntry({ list, onAdd }: { list: ChainList; onAdd: (entry: ChainListEntry) => void }) {
  const say = useText(draftText);
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const add = () => {
    onAdd({ list, text: text.trim(), source: source.trim() });
    setText('');
    setSource('');
  };
  const field = (label: string, value: string, set: (words: string) => void) => (
    <Input
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={longestText}
      onChange={({ target }) => set(target.value)}
    />
  );
  return (
    <div className="zt-draft-entry-new">
      {field(say('entryText'), text, setText)}
      {field(say('entrySource'), source, setSource)}
      <Button disabled={text.trim() === '' || source.trim() === ''} onClick={add}>
        {say('addEntry')}
      </Button>
    </div>
  );
}
