import { UploadOutlined } from '@ant-design/icons';
import type { addEvidence, EvidenceFile } from '@zhitong/contract/directory/evidence-contract';
import { mostEvidenceBytes, mostEvidenceFiles } from '@zhitong/domain/directory/evidence-decision';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { sendForm } from '#platform/api';
import { isRefused } from '#platform/query';
import { useText } from '#platform/text';
import { FileButton } from '#ui/file-button';
import { Refused } from '#ui/states';
import { claimText } from './claim-text.ts';

interface PickerProps {
  /** where files of this reader go */
  readonly to: typeof addEvidence;
  readonly files: readonly EvidenceFile[];
  readonly onChange: (change: (files: readonly EvidenceFile[]) => readonly EvidenceFile[]) => void;
  readonly onBusy: (busy: boolean) => void;
}

const megabyte = 1024 * 1024;

/** Files are handed in as they are chosen; what the server says against one stands beside it. */
export function EvidencePicker({ to, files, onChange, onBusy }: PickerProps) {
  const say = useText(claimText);
  const id = useId();
  const [sending, setSending] = useState(0);
  const [problems, setProblems] = useState<readonly string[]>([]);

  const sendOne = async (file: File): Promise<string | undefined> => {
    if (file.size > mostEvidenceBytes)
      return say('fileTooLarge', { name: file.name, size: Math.ceil(file.size / megabyte) });
    const form = new FormData();
    form.set('file', file);
    try {
      const kept = await sendForm(to, form);
      onChange((before) => [...before, kept]);
      return undefined;
    } catch (error) {
      return isRefused(error) ? error.message : say('fileFailed', { name: file.name });
    }
  };
  const send = async (chosen: readonly File[]) => {
    setProblems([]);
    setSending(chosen.length);
    onBusy(true);
    for (const file of chosen) {
      const problem = await sendOne(file);
      if (problem) setProblems((before) => [...before, problem]);
      setSending((left) => left - 1);
    }
    onBusy(false);
  };
  return (
    <div className="zt-field">
      <label htmlFor={id}>{say('files')}</label>
      <div>
        <FileButton
          id={id}
          icon={<UploadOutlined aria-hidden="true" />}
          words={say(sending > 0 ? 'fileSending' : 'chooseFiles')}
          left={mostEvidenceFiles - files.length}
          busy={sending > 0}
          onChosen={(chosen) => void send(chosen)}
        />
      </div>
      <div className="zt-field-hint">{say('filesHint', { most: mostEvidenceFiles })}</div>
      {problems.map((problem) => (
        <Refused key={problem} sentence={problem} />
      ))}
      {files.length > 0 && (
        <ul className="zt-evidence">
          {files.map((file) => (
            <li key={file.id}>
              <span lang="zh">{file.name}</span>
              <Button type="link" onClick={() => onChange((before) => before.filter((other) => other.id !== file.id))}>
                {say('fileRemove')}
                <span className="zt-only-read">{file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
