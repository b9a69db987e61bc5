import { type EvidenceFile, type EvidencePurpose, linkEvidence } from '@zhitong/contract/directory/evidence-contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '#platform/api';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { claimText } from './claim-text.ts';

/** The papers of a claim. A picture opens in place, anything else is saved; each time the trail is told what for. */
export function EvidenceList({ files, purpose }: { files: readonly EvidenceFile[]; purpose: EvidencePurpose }) {
  const say = useText(claimText);
  if (files.length === 0) return <p className="zt-ink-2">{say('filesNone')}</p>;
  return (
    <ul className="zt-evidence">
      {files.map((file) => (
        <EvidenceRow key={file.id} file={file} purpose={purpose} />
      ))}
    </ul>
  );
}

function EvidenceRow({ file, purpose }: { file: EvidenceFile; purpose: EvidencePurpose }) {
  const say = useText(claimText);
  const [picture, setPicture] = useState<string>();
  const [error, setError] = useState<unknown>();
  const isPicture = file.type.startsWith('image/');
  const closedWord = isPicture ? 'fileOpen' : 'fileSave';
  useEffect(() => () => URL.revokeObjectURL(picture ?? ''), [picture]);

  const open = async () => {
    setError(undefined);
    try {
      const { url } = await call(linkEvidence, { params: { id: file.id }, body: { purpose } });
      if (isPicture) setPicture(URL.createObjectURL(await (await fetch(url)).blob()));
      else location.assign(url);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <li>
      <span lang="zh">{file.name}</span>
      <Button type="link" onClick={() => (picture ? setPicture(undefined) : void open())}>
        {say(picture ? 'fileHide' : closedWord)}
        <span className="zt-only-read">{file.name}</span>
      </Button>
      {error !== undefined && <Trouble error={error} />}
      {picture && <img className="zt-evidence-picture" src={picture} alt={say('picture', { name: file.name })} />}
    </li>
  );
}
