import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { directoryText } from './directory-text.ts';
import { signInText } from './sign-in-text.ts';

interface DemoSignIn {
  readonly username: string;
  readonly password: string;
  readonly organisation: string;
  readonly zh: string;
  readonly en: string;
  /** the published secret, where the account needs a second factor */
  readonly secondFactor: string | null;
}

/** The accounts of the demo city, one tap each. */
export function DemoSignIns({
  signIns,
  onPick,
}: {
  signIns: readonly DemoSignIn[];
  onPick: (row: DemoSignIn) => void;
}) {
  const say = useText(directoryText);
  const sayStep = useText(signInText);
  const language = useLanguage();
  const secret = signIns.find(({ secondFactor }) => secondFactor)?.secondFactor;
  return (
    <section className="zt-demo-sign-ins" aria-labelledby="demo-sign-ins">
      <h2 id="demo-sign-ins">{say('demoAccounts')}</h2>
      <p className="zt-meta">{say('demoHint')}</p>
      <ul>
        {signIns.map((row) => (
          <li key={row.username}>
            <button type="button" onClick={() => onPick(row)}>
              <span className="zt-demo-name">{row.username}</span>
              <span className="zt-demo-words">
                <span lang="zh">{row.organisation}</span>
                <span className="zt-ink-3">{row[language]}</span>
                {row.secondFactor && <span className="zt-meta">{sayStep('demoNeedsCode')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {secret && (
        <p className="zt-meta">
          {sayStep('demoCodeHint')} <code>{secret}</code>
        </p>
      )}
    </section>
  );
}
