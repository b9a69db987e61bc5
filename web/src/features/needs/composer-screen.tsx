import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { Page } from '#ui/page';
import type { Composer } from './composer.tsx';
import { ComposerForm } from './composer-form.tsx';
import { composerText } from './composer-text.ts';
import { PublishBar, PublishButton, usePublishing } from './publish.tsx';

interface ComposerScreenProps {
  readonly composer: Composer;
  /** who would be told, live */
  readonly reach: ReactNode;
  /** how many that are; undefined while nobody can tell */
  readonly reachCount: number | undefined;
}

/** Text, chips, reach, button: side by side on a desk, one below the other with a bar at the foot on a phone. */
export function ComposerScreen({ composer, reach, reachCount }: ComposerScreenProps) {
  const say = useText(composerText);
  const phone = usePhone();
  const publishing = usePublishing(composer);
  const [sheet, setSheet] = useState(false);
  return (
    <Page title={say('title')} finding={say('finding')}>
      <div className="zt-composer">
        <div className="zt-composer-left">
          <ComposerForm composer={composer} onSend={publishing.publish} />
          {!phone && <PublishBar publishing={publishing} reach={reachCount} />}
        </div>
        {!phone && (
          <aside className="zt-card zt-padded" aria-label={say('reachTitle')}>
            {reach}
          </aside>
        )}
      </div>
      {phone && (
        <>
          <div className="zt-sheet-bar">
            <button type="button" className="zt-plain-button" onClick={() => setSheet(true)} disabled={!reachCount}>
              {say('willReach', { count: reachCount ?? 0 })}
            </button>
            <PublishButton publishing={publishing} reach={undefined} />
          </div>
          <Drawer open={sheet} onClose={() => setSheet(false)} placement="bottom" size="85%" title={say('reachTitle')}>
            {reach}
          </Drawer>
        </>
      )}
    </Page>
  );
}
