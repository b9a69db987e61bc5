import type { PasswordLink } from '@zhitong/contract/directory/account-contract';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { now } from '#platform/clock';
import { copyText } from '#platform/copy-text';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { accountText } from './account-text.ts';

/** The link is shown this once, and to the administrator only. */
export function AccountLink({ name, link, onClose }: { name: string; link: PasswordLink; onClose: () => void }) {
  const say = useText(accountText);
  const language = useLanguage();
  const [copied, setCopied] = useState(false);
  const whole = `${location.origin}${link.path}`;
  const time = formatInstantExactly(link.expiresAt, now(), language);
  return (
    <Modal
      open
      title={say('linkTitle', { name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>{say('close')}</Button>}
    >
      <div className="zt-section">
        <p>{say('linkHint', { name, time })}</p>
        <p className="zt-one-time-link">
          <code>{whole}</code>
        </p>
        <Button type="primary" block onClick={() => void copyText(whole).then(setCopied)}>
          <span role="status">{say(copied ? 'copied' : 'copyLink')}</span>
        </Button>
      </div>
    </Modal>
  );
}
