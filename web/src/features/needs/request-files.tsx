import { PaperClipOutlined } from '@ant-design/icons';
import { addRequestFile, linkRequestFile, type RequestFile } from '@zhitong/contract/needs/request-file-contract';
import { mostEvidenceBytes } from '@zhitong/domain/directory/evidence-decision';
import { mostRequestFiles } from '@zhitong/domain/needs/request-file';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { call, sendForm } from '#platform/api';
import { isRefused } from '#platform/query';
import { useText } from '#platform/text';
import { FileButton } from '#ui/file-button';
import { Refused, Trouble } from '#ui/states';
import { requestText } from './request-text.ts';

const megabyte = 1024 * 1024;

interface PickerProps {
  readonly files: readonly RequestFile[];
  readonly onChange: (files: readonly RequestFile[]) => void;
}

/** Files are handed in as they are chosen; what the server says against one stands beside it. */
export function RequestFilePicker({ files, onChange }: PickerProps) {
  const say = useText(requestText);
  const id = useId();
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const send = async (chosen: readonly File[]) => {
    setSending(true);
    const outcomes = await Promise.all(chosen.map((file) => sendOne(file, say)));
    setSending(false);
    onChange([...files, ...outcomes.flatMap((one) => (typeof one === 'string' ? [] : [one]))]);
    setProblems(outcomes.filter((one) => typeof one === 'string'));
  };
  return (
    <div className="zt-request-files">
      <label htmlFor={id} className="zt-only-read">
        {say('files')}
      </label>
      <FileButton
        id={id}
        icon={<PaperClipOutlined aria-hidden="true" />}
        words={say(sending ? 'sendingFile' : 'addFiles')}
        left={mostRequestFiles - files.length}
        busy={sending}
        onChosen={(chosen) => void send(chosen)}
      />
      <span className="zt-meta">{say('filesHint')}</span>
      {problems.map((problem) => (
        <Refused key={problem} sentence={problem} />
      ))}
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <span lang="zh">{file.name}</span>
              <Button type="link" onClick={() => onChange(files.filter((other) => other.id !== file.id))}>
                {say('removeFile')}
                <span className="zt-only-read">{file.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The file as it was kept, or what stood against it. */
async function sendOne(
  file: File,
  say: ReturnType<typeof useText<typeof requestText.zh>>,
): Promise<RequestFile | string> {
  if (file.size > mostEvidenceBytes)
    return say('fileTooLarge', { name: file.name, size: Math.ceil(file.size / megabyte) });
  const form = new FormData();
  form.set('file', file);
  try {
    return await sendForm(addRequestFile, form);
  } catch (error) {
    return isRefused(error) ? error.message : say('fileFailed', { name: file.name });
  }
}

/** What came with a request; a link is asked for when one is opened, and is good for five minutes. */
export function RequestFileList({ files }: { files: readonly RequestFile[] }) {
  const say = useText(requestText);
  const [error, setError] = useState<unknown>();
  if (files.length === 0) return null;
  const open = async (id: string) => {
    setError(undefined);
    try {
      const { url } = await call(linkRequestFile, { params: { id } });
      location.assign(url);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <div className="zt-request-files">
      <ul aria-label={say('files')}>
        {files.map(({ id, name }) => (
          <li key={id}>
            <span lang="zh">{name}</span>
            <Button type="link" onClick={() => void open(id)}>
              {say('openFile')}
              <span className="zt-only-read">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {error !== undefined && <Trouble error={error} />}
    </div>
  );
}
