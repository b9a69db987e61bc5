import { SignIn } from '#features/directory/sign-in';
import { useAddress, useGo } from '#platform/address';
import { changeDisplay, useLanguage } from '#platform/display';
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
        <button type="button" className="zt-tool" lang={other} onClick={() => changeDisplay({ language: other })}>
          {other === 'zh' ? '中文' : 'English'}
        </button>
      </div>
      <SignIn
        notice={address.get('over') ? say('sessionOver') : undefined}
        onSignedIn={() => go(isOwnAddress(back) ? back : '/')}
      />
    </>
  );
}

/** Only addresses of this site; `//elsewhere` would lead away. */
function isOwnAddress(address: string | undefined): address is string {
  return address !== undefined && /^\/(?![/\\])/.test(address);
}
