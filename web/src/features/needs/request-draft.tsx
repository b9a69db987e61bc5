import { useQueryClient } from '@tanstack/react-query';
import { type DraftDevice, dropDraft, keepDraft, readDraft } from '@zhitong/contract/needs/draft-contract';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '#platform/api';
import { useSettled } from '#platform/debounce';
import { formatTime } from '#platform/format-date';
import { useMay } from '#platform/may';
import { usePhone } from '#platform/media';
import { useAsk } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import type { Composer } from './composer.tsx';
import { requestText } from './request-text.ts';

const keepAfter = 2_000;

/** The draft on the server beside the one on the device: a newer one of another device is offered, never taken unasked. */
export function DraftOfOtherDevice({ composer }: { composer: Composer }) {
  const say = useText(requestText);
  const may = useMay();
  const [open, setOpen] = useState(true);
  const asked = useAsk(readDraft, {}, { enabled: may('need.draft'), worded: false });
  const other = otherDraft(asked.data?.draft ?? undefined, composer);
  const isEmpty = composer.draft.value.text.trim() === '';
  useKeeping(composer, { enabled: asked.isSuccess && !open });
  const { adopt, begin } = composer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked once, when the answer comes
  useEffect(() => {
    if (!asked.isSuccess) return;
    // nothing is written here: what was begun elsewhere goes on
    if (other && isEmpty) begin(other.body);
    if (!other || isEmpty) setOpen(false);
  }, [asked.isSuccess]);
  if (!other || !open || isEmpty) return null;
  const device = say(other.device);
  return (
    <p className="zt-card zt-padded zt-request-buttons" role="status">
      <span>{say('draftNewer', { device, time: formatTime(other.at) })}</span>
      <Button
        onClick={() => {
          adopt(other.body);
          setOpen(false);
        }}
      >
        {say('useThat', { device })}
      </Button>
      <Button type="text" onClick={() => setOpen(false)}>
        {say('useThis')}
      </Button>
    </p>
  );
}

type Kept = NonNullable<z.output<typeof readDraft.reply>['draft']>;

/** One of another device that is newer than what stands here, and says something else. */
function otherDraft(kept: Kept | undefined, { draft: { value } }: Composer): Kept | undefined {
  if (!kept || kept.deviceKey === deviceKey() || kept.body.text === value.text) return undefined;
  return value.at === undefined || kept.at > value.at ? kept : undefined;
}

/** Two seconds after the last key; thrown away when the text is. */
function useKeeping({ draft: { value } }: Composer, { enabled }: { enabled: boolean }): void {
  const client = useQueryClient();
  const device: DraftDevice = usePhone() ? 'phone' : 'desk';
  const settled = useSettled(value, keepAfter);
  const kept = useRef(settled);
  useEffect(() => {
    if (!enabled || kept.current === settled || settled.text.length > longestNeedText) return;
    const had = kept.current.text.trim() !== '';
    kept.current = settled;
    const { text, list = null, edits, key } = settled;
    const saving =
      text.trim() === ''
        ? had && call(dropDraft, {})
        : call(keepDraft, { body: { body: { text, list, edits: { ...edits }, key }, device, deviceKey: deviceKey() } });
    // the device has it in any case
    void Promise.resolve(saving).catch(() => undefined);
  }, [enabled, settled, device]);
  // sent or cleared: another visit must not be offered it again
  useEffect(() => () => client.removeQueries({ queryKey: [readDraft.path] }), [client]);
}

const deviceName = 'zhitong.device';

function deviceKey(): string {
  try {
    const known = localStorage.getItem(deviceName) ?? randomKey();
    localStorage.setItem(deviceName, known);
    return known;
  } catch {
    return 'without-storage';
  }
}
