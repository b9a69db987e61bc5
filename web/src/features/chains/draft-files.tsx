import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { exportVersion, readDraftFile } from '@zhitong/contract/chains/draft-contract';
import { mapSheetWords } from '@zhitong/domain/chains/draft-row-words';
import { Button, Modal } from 'antd';
import { useRef } from 'react';
import type { z } from 'zod';
import { sendForm } from '#platform/api';
import { useLanguage } from '#platform/display';
import { currentPost } from '#platform/post';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { ComparisonBody } from './chain-comparison.tsx';
import type { Names } from './draft-names.ts';
import type { DraftSession } from './draft-session.ts';
import { draftText } from './draft-text.ts';

type Read = z.output<typeof readDraftFile.reply>;

/** A version as a file. A link carries no header, so language and post stand in its address. */
export function VersionFiles({ chainId, number }: { chainId: string; number: number }) {
  const say = useText(draftText);
  const language = useLanguage();
  const post = currentPost();
  const address = (format: string) => {
    const search = new URLSearchParams({ format, lang: language, ...(post && { post }) });
    return `${exportVersion.path.replace(':id', chainId).replace(':number', String(number))}?${search}`;
  };
  return (
    <>
      <a className="zt-button-link" href={address('xlsx')} download>
        <DownloadOutlined aria-hidden="true" />
        {say('xlsx')}
      </a>
      <a className="zt-button-link" href={address('json')} download>
        <DownloadOutlined aria-hidden="true" />
        {say('json')}
      </a>
    </>
  );
}

interface DraftUploadProps {
  readonly chainId: string;
  readonly session: DraftSession;
  readonly names: Names;
}

/** A file in place of the draft: first what it would change and what cannot be taken, then one step that can be undone. */
export function DraftUpload({ chainId, session, names }: DraftUploadProps) {
  const say = useText(draftText);
  const input = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: async (file: File) => {
      // what the file is compared with is what was drawn last
      await session.flush();
      const form = new FormData();
      form.set('file', file);
      return sendForm(readDraftFile, form, { params: { id: chainId } });
    },
  });
  const take = ({ content, products }: Read) => {
    names.learn(products);
    session.perform({ kind: 'replace', content });
    reading.reset();
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('upload')}
        accept=".json,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) reading.mutate(file);
        }}
      />
      <Button
        icon={<UploadOutlined aria-hidden="true" />}
        loading={reading.isPending}
        onClick={() => input.current?.click()}
      >
        {say('upload')}
      </Button>
      {reading.error && (
        <Modal open title={say('upload')} footer={null} onCancel={() => reading.reset()}>
          <Trouble error={reading.error} />
        </Modal>
      )}
      {reading.data && (
        <Modal
          open
          width={720}
          title={say('uploadTitle')}
          okText={say('uploadTake')}
          cancelText={say('cancel')}
          onOk={() => take(reading.data)}
          onCancel={() => reading.reset()}
        >
          <div className="zt-draft-refused">
            <ComparisonBody found={reading.data.comparison} />
          </div>
          <RefusedRows rows={reading.data.refused} />
          <p className="zt-meta">{say('uploadHint')}</p>
        </Modal>
      )}
    </>
  );
}

function RefusedRows({ rows }: { rows: Read['refused'] }) {
  const say = useText(draftText);
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <div className="zt-refused">
      <strong>{say('uploadRefused', { count: rows.length })}</strong>
      <ul className="zt-draft-refused">
        {rows.map(({ sheet, line, text }) => (
          <li key={`${sheet} ${line} ${text}`}>
            <span className="zt-meta">{say('uploadRow', { sheet: mapSheetWords[sheet][language], line })}</span>{' '}
            <MixedText>{text}</MixedText>
          </li>
        ))}
      </ul>
    </div>
  );
}
