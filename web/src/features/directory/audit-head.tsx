import { useQueryClient } from '@tanstack/react-query';
import { checkAudit, getAuditState, listAudit } from '@zhitong/contract/directory/audit-contract';
import { Button } from 'antd';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Answered, Trouble } from '#ui/states';
import { auditText } from './audit-text.ts';

/** Does the trail hold? What the last check found, where the chain stands, and the button that checks now. */
export function AuditHead() {
  const say = useText(auditText);
  const client = useQueryClient();
  const state = useAsk(getAuditState, {});
  const check = useDo(checkAudit);
  const run = () => check.mutate({}, { onSuccess: () => refresh(client, getAuditState, listAudit) });
  return (
    <Answered asked={state} rows={2}>
      {({ head, unsealed, lastCheck }) => (
        <section className="zt-card zt-audit-head">
          <p className="zt-lead" role={lastCheck?.broken ? 'alert' : 'status'}>
            {lastCheck?.sentence ?? say('neverChecked')}
            {lastCheck && !lastCheck.broken && head.position > lastCheck.head.position && (
              <> {say('sinceCheck', { count: head.position - lastCheck.head.position })}</>
            )}
          </p>
          <p className="zt-meta zt-hash">
            {say('head', { position: head.position, unsealed, hash: head.hash || say('none') })}
          </p>
          <p className="zt-meta">{say('keepHead')}</p>
          {check.error && <Trouble error={check.error} />}
          <Button type="primary" loading={check.isPending} onClick={run}>
            {say('check')}
          </Button>
        </section>
      )}
    </Answered>
  );
}
