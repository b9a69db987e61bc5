import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { bringDisplay, useSession, type Viewer, viewerOf } from '#features/directory/session';
import { NoPost } from '#features/directory/session-no-post';
import { useSessionWatch } from '#features/directory/session-watch';
import { useGo, usePath } from '#platform/address';
import { RoleContext } from '#platform/may';
import { usePhone } from '#platform/media';
import { isRefused } from '#platform/query';
import { useText } from '#platform/text';
import { Loading, OfflineStrip, Trouble } from '#ui/states';
import { UndoBar } from '#ui/undo-bar';
import { appText } from './app-text.ts';
import { DemoStrip } from './demo-strip.tsx';
import { type Layer, Layers } from './layers.tsx';
import { useLiveRefresh } from './live-refresh.ts';
import { PhoneBar } from './phone-bar.tsx';
import { BareHeader, ShellHeader } from './shell-header.tsx';
import { ShellSider } from './shell-sider.tsx';
import { ViewerContext } from './viewer-context.tsx';
import { ViewingBanner } from './viewing-banner.tsx';

const retryEvery = 5_000;

/** The frame around every page of a signed-in person. */
export function Shell() {
  const session = useSession();
  const go = useGo();
  const path = usePath();
  // a step of the sign-in is missing, e.g. in a tab that was reloaded before the code was given
  const unfinished = session.data !== undefined && session.data.status !== 'signed-in';
  const signedOut = isRefused(session.error, 401) || unfinished;
  useEffect(() => {
    // the shell may still stand while the sign-in page is being fetched
    if (signedOut && path !== '/sign-in')
      go(`/sign-in?back=${encodeURIComponent(path)}${session.data && !unfinished ? '&over=1' : ''}`);
  }, [signedOut, unfinished, go, path, session.data]);

  if (session.error && !signedOut && !session.data) {
    return <BareShell error={session.error} onRetry={() => void session.refetch()} />;
  }
  const viewer = session.data && viewerOf(session.data);
  if (signedOut || !session.data) return <Loading />;
  if (!viewer) return <NoPost name={session.data.person.name} />;
  return (
    <ViewerContext value={viewer}>
      <RoleContext value={viewer.post.role}>
        {/* whose screens these are decides everything below: nothing of one post stays for another */}
        <Frame key={viewer.watching ? viewer.post.id : ''} preferences={viewer.person.preferences} />
      </RoleContext>
    </ViewerContext>
  );
}

/** Nobody knows yet who is there, and nobody can be asked: what stands on every page, the sentence, and another try. */
function BareShell({ error, onRetry }: { error: Error; onRetry: () => void }) {
  useRetry(onRetry);
  return (
    <div className="zt-shell">
      <DemoStrip />
      <BareHeader />
      <OfflineStrip />
      <main id="content" className="zt-content" tabIndex={-1}>
        <Trouble error={error} onRetry={onRetry} />
      </main>
    </div>
  );
}

function useRetry(retry: () => void): void {
  const latest = useRef(retry);
  latest.current = retry;
  useEffect(() => {
    const timer = setInterval(() => latest.current(), retryEvery);
    return () => clearInterval(timer);
  }, []);
}

function Frame({ preferences }: { preferences: Viewer['person']['preferences'] }) {
  const say = useText(appText);
  const phone = usePhone();
  const [layer, setLayer] = useState<Layer>();
  // the person's own settings come with the session; later changes are applied where they are made
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the shell is first drawn
  useEffect(() => bringDisplay(preferences), []);
  useLiveRefresh();
  useSessionWatch();
  return (
    <div className="zt-shell">
      <a className="zt-skip" href="#content">
        {say('skip')}
      </a>
      <DemoStrip />
      <ViewingBanner />
      <ShellHeader onOpen={setLayer} />
      <OfflineStrip />
      <div className="zt-shell-body">
        {!phone && <ShellSider />}
        <main id="content" className="zt-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <UndoBar />
      {phone && <PhoneBar />}
      <Layers layer={layer} onChange={setLayer} />
    </div>
  );
}
