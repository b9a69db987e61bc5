import type { ReactNode } from 'react';
import { chooseBeforeSignIn, useLanguage } from '#platform/display';
import { DemoStrip } from './demo-strip.tsx';

/** The frame of a page for whoever is not at work here yet: what the demo is, and the language. */
export function OpenPage({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <DemoStrip />
      <div className="zt-sign-in-top">
        <button type="button" className="zt-tool" lang={other} onClick={() => chooseBeforeSignIn({ language: other })}>
          {other === 'zh' ? '中文' : 'English'}
        </button>
      </div>
      {children}
    </>
  );
}
