import { Button } from 'antd';
import { useText } from '#platform/text';
import { PublishTrouble } from './publish.tsx';
import type { RequestForm } from './request-form.tsx';
import { requestText } from './request-text.ts';
import { sheetBody } from './sheet-fields.ts';
import { technologyText } from './technology-text.ts';

/** Who can see it, the one button, and what stood in its way. */
export function SendBar({ request }: { request: RequestForm }) {
  return (
    <div className="zt-publish">
      <SendTrouble request={request} />
      <WhoSees request={request} />
      <SendButton request={request} />
    </div>
  );
}

/** Exactly those who will read it; the banks that were chosen and the centres of a sheet among them. */
export function WhoSees({ request: { list, banks, sheet } }: { request: RequestForm }) {
  const say = useText(requestText);
  const sayTechnology = useText(technologyText);
  if (list === 'technology' && sheetBody(sheet)) return <p className="zt-meta">{sayTechnology('whoSees')}</p>;
  const count = list === 'funding' ? banks.length : 0;
  return <p className="zt-meta">{count > 0 ? say('whoSeesBanks', { count }) : say('whoSees')}</p>;
}

export function SendButton({ request }: { request: RequestForm }) {
  const say = useText(requestText);
  const { proposal, matter, sending } = request;
  const sure = proposal?.confident ? proposal.candidates[0] : undefined;
  const to = proposal?.candidates.find(({ duty }) => duty.id === matter) ?? sure;
  return (
    <Button
      type="primary"
      size="large"
      disabled={!sending.ready}
      loading={sending.pending}
      title={sending.ready ? undefined : say('toSubmit')}
      onClick={sending.publish}
    >
      {to ? say('submitTo', { body: to.body.name }) : say('submit')}
    </Button>
  );
}

export function SendTrouble({ request: { sending } }: { request: RequestForm }) {
  return sending.error && <PublishTrouble error={sending.error} onRetry={sending.publish} />;
}
