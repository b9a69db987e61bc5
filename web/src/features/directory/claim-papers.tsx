import type { addEvidence, EvidenceFile } from '@zhitong/contract/directory/evidence-contract';
import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { claimText } from './claim-text.ts';
import { EvidencePicker } from './evidence-picker.tsx';

/** Files and words, as they are being put together. */
export function usePapers() {
  const [files, setFiles] = useState<readonly EvidenceFile[]>([]);
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  return {
    files,
    setFiles,
    words,
    setWords,
    busy,
    setBusy,
    body: { evidence: files.map(({ id }) => id), words },
  };
}

export type Papers = ReturnType<typeof usePapers>;

export function PapersFields({ papers, to }: { papers: Papers; to: typeof addEvidence }) {
  const say = useText(claimText);
  return (
    <>
      <EvidencePicker to={to} files={papers.files} onChange={papers.setFiles} onBusy={papers.setBusy} />
      <Field label={say('words')} hint={say('wordsHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={3}
            maxLength={500}
            value={papers.words}
            onChange={(event) => papers.setWords(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}
