import { Button } from 'antd';
import { useState } from 'react';
import { copyText } from '#platform/copy-text';
import { useText } from '#platform/text';
import { signInText } from './sign-in-text.ts';

/** Shown this once; going on needs a decision, not a glance. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const say = useText(signInText);
  const [copied, setCopied] = useState(false);
  return (
    <section className="zt-section" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{say('recoveryTitle')}</h2>
      <p>{say('recoveryWhy')}</p>
      <ol className="zt-recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button block onClick={() => void copyText(codes.join('\n')).then(setCopied)}>
        <span role="status">{say(copied ? 'copied' : 'recoveryCopy')}</span>
      </Button>
      <Button type="primary" size="large" block onClick={onKept}>
        {say('recoverySaved')}
      </Button>
    </section>
  );
}
