import { DownloadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import {
  discardImport,
  getImport,
  type Import,
  listImports,
  takeImport,
  undoImport,
} from '@zhitong/contract/directory/import-contract';
import { Button } from 'antd';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Trouble } from '#ui/states';
import { importText } from './import-text.ts';

/** What may be done next, from the server's own list. */
export function ImportActions({ job }: { job: Import }) {
  const say = useText(importText);
  const language = useLanguage();
  const client = useQueryClient();
  const take = useDo(takeImport);
  const discard = useDo(discardImport);
  const undo = useDo(undoImport);
  const params = { id: job.id };
  const again = { onSettled: () => refresh(client, getImport, listImports) };
  const may = (action: Import['allowed'][number]) => job.allowed.includes(action);
  const error = take.error ?? discard.error ?? undo.error;
  const count = job.accepted;
  return (
    <>
      {error && <Trouble error={error} />}
      <div className="zt-import-actions">
        {may('take') && (
          <Button
            type="primary"
            loading={take.isPending}
            onClick={() => take.mutate({ params, body: { rows: count } }, again)}
          >
            {say(job.rejected === 0 ? 'takeAll' : 'takeGood', { count })}
          </Button>
        )}
        {job.errorFile && (
          <a className="zt-button-link" href={`${job.errorFile}&lang=${language}`} download>
            <DownloadOutlined aria-hidden="true" />
            {say('download')}
          </a>
        )}
        {may('discard') && (
          <Button loading={discard.isPending} onClick={() => discard.mutate({ params }, again)}>
            {say(job.state === 'checking' ? 'cancel' : 'discard')}
          </Button>
        )}
        {may('undo') && (
          <Button loading={undo.isPending} onClick={() => undo.mutate({ params }, again)}>
            {say('undo')}
          </Button>
        )}
        {job.state !== 'checking' && job.state !== 'checked' && (
          <AppLink className="zt-button-link" to={`/imports?kind=${job.kind}`}>
            {say('again')}
          </AppLink>
        )}
        {job.state === 'checked' && <span className="zt-meta">{say('kept')}</span>}
      </div>
    </>
  );
}
