import { type ReactNode, useEffect } from 'react';
import { MixedText } from './mixed-text.tsx';

interface PageProps {
  readonly title: string;
  /** the finding, as one sentence */
  readonly finding?: ReactNode;
  /** the one primary action */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One question a screen: title, the finding as a sentence, the action, then the content. */
export function Page({ title, finding, action, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 直通`;
  }, [title]);
  return (
    <div className="zt-page">
      <header className="zt-page-head">
        <div className="zt-page-words">
          <h1>
            <MixedText>{title}</MixedText>
          </h1>
          {finding && (
            <p className="zt-page-finding">
              <MixedText>{finding}</MixedText>
            </p>
          )}
        </div>
        {action && <div className="zt-page-action">{action}</div>}
      </header>
      {children}
    </div>
  );
}
