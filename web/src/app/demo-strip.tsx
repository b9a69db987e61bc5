import { getWelcome } from '@zhitong/contract/directory/session-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { appText } from './app-text.ts';

/** One honest strip on every page while the city is invented. */
export function DemoStrip() {
  const say = useText(appText);
  const welcome = useAsk(getWelcome, {});
  if (!(welcome.data?.demo ?? demoByPage())) return null;
  return (
    <aside className="zt-demo-strip" aria-label={say('demo')}>
      {say('demo')}
    </aside>
  );
}

/** The page itself says it, for when nothing can be asked. */
function demoByPage(): boolean {
  return document.querySelector('meta[name="zhitong-demo"]')?.getAttribute('content') === 'true';
}
