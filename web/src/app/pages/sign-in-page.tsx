import { accountRefusals } from '@zhitong/domain/directory/account-refusals';
import { ownPath } from '@zhitong/domain/directory/session-return';
import type { Language } from '@zhitong/domain/language';
import { SignIn } from '#features/directory/sign-in';
import { useAddress, useGo } from '#platform/address';
import { chooseBeforeSignIn, useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { appText } from '../app-text.ts';
import { DemoStrip } from '../demo-strip.tsx';

export function SignInPage() {
  const say = useText(appText);
  const address = useAddress();
  const go = useGo();
  const language = useLanguage();
  const back = address.get('back');
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <DemoStrip />
      <div className="zt-sign-in-top">
        <button type="button" className="zt-tool" lang={other} onClick={() => chooseBeforeSignIn({ language: other })}>
          {other === 'zh' ? '中文' : 'English'}
        </button>
      </div>
      <SignIn
        notice={address.get('over') ? say('sessionOver') : undefined}
        problem={signOnProblem(address.get('problem'), language)}
        back={ownPath(back)}
        onSignedIn={() => go(ownPath(back))}
      />
    </>
  );
}

/** How single sign-on ended, in the words of the closed table; anything else in the address says nothing. */
function signOnProblem(problem: string | undefined, language: Language): string | undefined {
  if (problem === 'single-sign-on-failed') return accountRefusals['directory.single-sign-on-failed'][language];
  if (problem === 'single-sign-on-unknown') return accountRefusals['directory.single-sign-on-unknown'][language];
  return undefined;
}
