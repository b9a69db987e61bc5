import { type ReactNode, useEffect } from 'react';

/** One column, one question: the frame of every step of a sign-in. */
export function SignInFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 直通`;
  }, [title]);
  return (
    <main className="zt-sign-in" id="content">
      <h1>{title}</h1>
      {lead && <p className="zt-ink-2">{lead}</p>}
      {children}
    </main>
  );
}
