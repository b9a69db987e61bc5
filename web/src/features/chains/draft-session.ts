import { type getDraft, saveDraft } from '@zhitong/contract/chains/draft-contract';
import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { chainRefusals } from '@zhitong/domain/chains/chain-refusals';
import { beginHistory, type DraftHistory, perform, redo, undo } from '@zhitong/domain/chains/draft-history';
import type { DraftOperation } from '@zhitong/domain/chains/draft-operation';
import type { Language } from '@zhitong/domain/language';
import { fillIn, Refusal } from '@zhitong/domain/refusal';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { call } from '#platform/api';
import { useLanguage } from '#platform/display';
import { isRefused } from '#platform/query';

export type LoadedDraft = z.output<typeof getDraft.reply>;
type Standing = Pick<LoadedDraft['draft'], 'problems' | 'notes'>;
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'conflict' | 'refused';

export interface DraftSession {
  readonly content: ChainContent;
  readonly validFrom: string;
  readonly edition: number;
  /** the edition saved last, also within one turn of the page */
  readonly editionNow: () => number;
  readonly saving: SaveState;
  /** why the last step, or the last saving, was not taken */
  readonly refusal: string | undefined;
  readonly standing: Standing;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly perform: (operation: DraftOperation) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly setFrom: (day: string) => void;
  /** Saves what is not saved yet; false: it was not taken. */
  readonly flush: () => Promise<boolean>;
}

const settleMs = 1_200;
const retryMs = 5_000;

interface Drawn {
  readonly content: ChainContent;
  readonly validFrom: string;
}

/** A draft on the screen: every step at once, saved on the server a moment later, taken back without limit. */
export function useDraftSession(chainId: string, loaded: LoadedDraft['draft']): DraftSession {
  const language = useLanguage();
  const [history, setHistory] = useState<DraftHistory>(() => beginHistory(loaded.content));
  const [validFrom, setFrom] = useState(loaded.validFrom);
  const [stepRefusal, setStepRefusal] = useState<string>();
  const latest = useRef(history);
  const save = useSaving(chainId, loaded, { content: history.content, validFrom });
  const turn = (step: (now: DraftHistory) => DraftHistory): boolean => {
    try {
      latest.current = step(latest.current);
      setHistory(latest.current);
      setStepRefusal(undefined);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setStepRefusal(sentenceOf(error, language));
      return false;
    }
  };
  return {
    ...{ content: history.content, validFrom, setFrom, ...save, refusal: stepRefusal ?? save.refusal },
    ...{ canUndo: history.undoable.length > 0, canRedo: history.redoable.length > 0 },
    perform: (operation) => turn((now) => perform(now, operation)),
    undo: () => void turn(undo),
    redo: () => void turn(redo),
  };
}

export function sentenceOf({ code, details }: Refusal, language: Language): string {
  const known = Object.entries(chainRefusals).find(([name]) => name === code);
  return known ? fillIn(known[1][language], details) : code;
}

function useSaving(chainId: string, loaded: LoadedDraft['draft'], drawn: Drawn) {
  const kept = useRef<{ drawn: Drawn; edition: number }>({ drawn, edition: loaded.edition });
  const wanted = useRef(drawn);
  wanted.current = drawn;
  const tried = useRef<Drawn | undefined>(undefined);
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const [state, setState] = useState<SaveState>('saved');
  const [refusal, setRefusal] = useState<string>();
  const [standing, setStanding] = useState<Standing>(loaded);
  const [edition, setEdition] = useState(loaded.edition);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { content, validFrom } = wanted.current;
    tried.current = wanted.current;
    setState('saving');
    try {
      const body = { seen: kept.current.edition, validFrom, content: asSent(content) };
      const { draft } = await call(saveDraft, { params: { id: chainId }, body });
      kept.current = { drawn: { content, validFrom }, edition: draft.edition };
      setEdition(draft.edition);
      setStanding(draft);
      setRefusal(undefined);
      setState(isSame(wanted.current, kept.current.drawn) ? 'saved' : 'unsaved');
      return true;
    } catch (error) {
      setState(stateAfter(error));
      setRefusal(isRefused(error) ? error.message : undefined);
      return false;
    }
  }, [chainId]);

  const flush = useCallback(async (): Promise<boolean> => {
    await running.current;
    if (isSame(wanted.current, kept.current.drawn)) return true;
    running.current = saveOnce().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, [saveOnce]);

  const { content, validFrom } = drawn;
  useEffect(() => {
    const now = { content, validFrom };
    if (isSame(now, kept.current.drawn) || state === 'conflict') return undefined;
    // what was refused is not sent again before it is changed
    if (state === 'refused' && tried.current && isSame(now, tried.current)) return undefined;
    if (state === 'saved') setState('unsaved');
    const timer = setTimeout(() => void flush(), state === 'failed' ? retryMs : settleMs);
    return () => clearTimeout(timer);
  }, [content, validFrom, state, flush]);

  useLeaving(state !== 'saved', () => {
    // what somebody else has written over, or the server does not take, is not sent once more
    if (state !== 'conflict' && state !== 'refused') void flush();
  });
  const editionNow = useCallback(() => kept.current.edition, []);
  return { saving: state, refusal, standing, edition, editionNow, flush };
}

/** Closing the tab with something unsaved asks first; going on inside the app saves it. */
function useLeaving(unsaved: boolean, onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => () => leave.current(), []);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
}

const isSame = (a: Drawn, b: Drawn) => a.content === b.content && a.validFrom === b.validFrom;

function stateAfter(error: unknown): SaveState {
  if (isRefused(error, 409)) return 'conflict';
  return isRefused(error) && error.status < 500 ? 'refused' : 'failed';
}

/** The same with lists of its own, as the contract has it. */
function asSent(content: ChainContent) {
  return {
    ...content,
    segments: content.segments.map((segment) => ({ ...segment, products: [...segment.products] })),
    links: [...content.links],
    entries: [...content.entries],
  };
}
