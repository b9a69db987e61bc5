import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { getImportTemplate, type Import, startImport } from '@zhitong/contract/directory/import-contract';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useGo } from '#platform/address';
import { sendForm } from '#platform/api';
import { useLanguage } from '#platform/display';
import { currentPost } from '#platform/post';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { importText } from './import-text.ts';

/** The template to take, and the place to put the filled one: by mouse or by keyboard. */
export function ImportUpload({ kind }: { kind: Import['kind'] }) {
  const say = useText(importText);
  const language = useLanguage();
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const sending = useMutation({ mutationFn: (file: File) => sendForm(startImport, formOf(kind, file)) });
  const send = (file: File | null | undefined) => {
    if (file) sending.mutate(file, { onSuccess: ({ job }) => go(`/imports/${job.id}`) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  const post = currentPost();
  const search = new URLSearchParams({ lang: language, ...(post && { post }) });
  const template = `${getImportTemplate.path.replace(':kind', kind)}?${search}`;
  return (
    <div className="zt-import-send">
      <p>
        <a className="zt-button-link" href={template} download>
          <DownloadOutlined aria-hidden="true" />
          {say('template', { kind: say(`kind.${kind}`) })}
        </a>
        <span className="zt-ink-2">{say('templateHint')}</span>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={over ? 'zt-import-drop zt-over' : 'zt-import-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{sending.isPending ? say('uploading', { name: sending.variables.name }) : say('drop')}</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={say('choose')}
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button type="primary" loading={sending.isPending} onClick={() => input.current?.click()}>
          {say('choose')}
        </Button>
        <p className="zt-meta">{say('dropHint')}</p>
      </div>
      {sending.error && <Trouble error={sending.error} />}
    </div>
  );
}

function formOf(kind: string, file: File): FormData {
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', file);
  return form;
}
