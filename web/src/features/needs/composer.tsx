import type { UseQueryResult } from '@tanstack/react-query';
import type { DraftBody } from '@zhitong/contract/needs/draft-contract';
import { type ParseReply, parseNeed } from '@zhitong/contract/needs/need-contract';
import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import type { LoanWish } from '@zhitong/domain/needs/loan-wish';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { useEffect } from 'react';
import { now } from '#platform/clock';
import { useSettled } from '#platform/debounce';
import { type Draft, useDraft } from '#platform/draft';
import { useAsk } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { type ChipEdits, type Chips, chipsOf, type Wish, wishOf } from './composer-wish.ts';
import type { SheetFields } from './sheet-fields.ts';

/** What is being written. The key makes a repeated sending harmless, also after a reload. */
export interface NeedDraft {
  readonly text: string;
  readonly edits: ChipEdits;
  readonly key: string;
  /** of a chain, which the need comes from */
  readonly gap?: string | undefined;
  /** when it was written last on this device */
  readonly at?: string | undefined;
  /** of the three other lists: what the person chose, and attached */
  readonly list?: NeedKind | undefined;
  readonly matter?: string | undefined;
  readonly files?: readonly RequestFile[] | undefined;
  readonly banks?: readonly string[] | undefined;
  /** the loan as the person corrected it; absent: as it is read from the words */
  readonly loan?: LoanWish | undefined;
  /** the target sheet as the person wrote it; absent: as it is read from the words */
  readonly sheet?: SheetFields | undefined;
}

export interface Composer {
  readonly draft: Draft<NeedDraft>;
  readonly parse: UseQueryResult<ParseReply>;
  /** what is read and corrected, as it stands */
  readonly wish: Wish;
  /** the same in the shape of the contract */
  readonly chips: Chips;
  /** enough is known to ask who could make it */
  readonly matchable: boolean;
  /** the text the answer belongs to; behind `draft.value.text` while somebody types */
  readonly settledText: string;
  readonly setText: (text: string) => void;
  readonly edit: (change: ChipEdits) => void;
  readonly note: (change: Partial<Pick<NeedDraft, 'list' | 'matter' | 'files' | 'banks' | 'loan' | 'sheet'>>) => void;
  /** goes on with a draft of another device */
  readonly adopt: (body: DraftBody) => void;
  /** the same where nothing is written yet: words that are being typed meanwhile stay */
  readonly begin: (body: DraftBody) => void;
  /** what stands here is another need than the one sent under its key */
  readonly rekey: () => void;
  readonly discard: () => void;
}

const parsePause = 150;
const firstDraft: NeedDraft = { text: '', edits: {}, key: randomKey() };

/** The composer's state: the draft, and what the server reads in it 150 ms after the last key. */
export function useComposer(pasted: string | undefined, gap?: string): Composer {
  const draft = useDraft('need', firstDraft, isNeedDraft);
  const { value } = draft;
  const change = (next: (draft: NeedDraft) => NeedDraft) =>
    draft.change((before) => {
      const after = next(before);
      return after === before ? before : { ...after, at: now().toISOString() };
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text handed over in the address is taken once
  useEffect(() => {
    if (pasted && (pasted !== value.text || gap !== value.gap))
      change(() => ({ text: pasted, edits: {}, key: randomKey(), ...(gap !== undefined && { gap }) }));
  }, []);
  const settledText = useSettled(value.text, parsePause);
  const enabled = settledText.trim() !== '' && settledText.length <= longestNeedText;
  const parse = useAsk(parseNeed, { body: { text: settledText } }, { enabled });
  const wish = wishOf(enabled ? parse.data : undefined, value.edits);
  return {
    draft,
    parse,
    settledText,
    wish,
    chips: chipsOf(wish),
    matchable: enabled && wish.products.length > 0,
    setText: (text) =>
      change((before) => ({ ...before, text, ...(text.trim() === '' && { edits: {}, gap: undefined }) })),
    note: (noted) => change((before) => ({ ...before, ...noted })),
    adopt: (body) => change(() => adopted(body)),
    begin: (body) => change((before) => (before.text.trim() === '' ? adopted(body) : before)),
    edit: (edits) => change((before) => ({ ...before, edits: { ...before.edits, ...edits } })),
    rekey: () => change((before) => ({ ...before, key: randomKey() })),
    discard: () => {
      draft.discard();
      change(() => ({ text: '', edits: {}, key: randomKey() }));
    },
  };
}

/** Chips that were corrected on the other device are read from the text anew. */
function adopted({ text, key, list }: DraftBody): NeedDraft {
  return { text, key, edits: {}, ...(list && { list }) };
}

function isNeedDraft(value: unknown): value is NeedDraft {
  return typeof value === 'object' && value !== null && 'text' in value && 'edits' in value && 'key' in value;
}
