import { listClaims } from '@zhitong/contract/directory/claim-contract';
import { claimStatuses } from '@zhitong/domain/directory/claim';
import { useAddress, useGo, usePathId } from '#platform/address';
import { narrowQuery, useMedia } from '#platform/media';
import { useAsk } from '#platform/query';
import { useShortcuts } from '#platform/shortcuts';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { Answered, Empty } from '#ui/states';
import './claim.css';
import { claimText } from './claim-text.ts';
import { ReviewDetail } from './review-detail.tsx';
import { ReviewList } from './review-list.tsx';

const pageSize = 50;

/** Who claims which firm, and is it true? List left, the claim right; on a phone one after the other. */
export function Reviews() {
  const say = useText(claimText);
  const address = useAddress();
  const go = useGo();
  const narrow = useMedia(narrowQuery);
  const opened = usePathId();
  const status = claimStatuses.find((name) => name === address.get('status')) ?? 'waiting';
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listClaims, { query: { status, offset, limit: pageSize } });
  const rows = asked.data?.claims ?? [];
  const waiting = asked.data?.counts.waiting ?? 0;
  const search = status === 'waiting' ? '' : `?status=${status}`;
  const open = (id: string | undefined) => go(id ? `/reviews/${id}${search}` : `/reviews${search}`);
  const here = rows.findIndex(({ id }) => id === opened);
  const move = (step: number) => open(rows[Math.min(Math.max(here + step, 0), rows.length - 1)]?.id);
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  // what was decided leaves the list: the next one takes its place
  const next = () => open(rows[here + 1]?.id ?? rows[here - 1]?.id);
  const detail = opened && <ReviewDetail key={opened} id={opened} onDone={next} />;
  return (
    <Page
      title={say('reviewTitle')}
      finding={asked.data && (waiting > 0 ? say('reviewFinding', { count: waiting }) : say('reviewClear'))}
      action={<ExportLink list={listClaims} query={{ status }} />}
    >
      {narrow && opened ? (
        <>
          <AppLink to={`/reviews${search}`}>{say('back')}</AppLink>
          {detail}
        </>
      ) : (
        <>
          <div className="zt-filters">
            <ChoiceRow
              label={say('status')}
              value={status}
              choices={claimStatuses.map((value) => ({
                value,
                word: `${say(`status.${value}`)} ${asked.data?.counts[value] ?? ''}`,
              }))}
              onChoose={(value) => address.set({ status: value === 'waiting' ? undefined : value, from: undefined })}
            />
          </div>
          <Answered asked={asked} rows={8}>
            {({ claims, total }) =>
              claims.length === 0 && !opened ? (
                <Empty sentence={status === 'waiting' ? say('reviewClear') : say('reviewEmpty')} />
              ) : (
                <>
                  <div className="zt-split">
                    <ReviewList rows={claims} opened={opened} onOpen={open} />
                    {!narrow && <div>{detail || <Empty sentence={`${say('pick')} · ${say('keys')}`} />}</div>}
                  </div>
                  <Pager
                    total={total}
                    offset={offset}
                    size={pageSize}
                    onMove={(from) => address.set({ from: String(from) })}
                  />
                </>
              )
            }
          </Answered>
        </>
      )}
    </Page>
  );
}
