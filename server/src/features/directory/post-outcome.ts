import type { HeldPost, Matter } from '@zhitong/domain/directory/duty';
import type { Orphan } from '@zhitong/domain/directory/duty-orphans';
import type { VacatingOutcome } from '@zhitong/domain/directory/post-vacating';
import { Refusal } from '@zhitong/domain/refusal';

type Vacated = Extract<VacatingOutcome, { kind: 'vacated' }>;

/** What was decided about a post, or the refusal with the matters in the way. */
export function acceptVacating(outcome: VacatingOutcome, post: HeldPost): Vacated {
  if (outcome.kind === 'vacated') return outcome;
  if (outcome.kind === 'ended-before') throw new Refusal('directory.post-ended', { name: post.personName });
  if (outcome.kind === 'without-successor')
    throw new Refusal('directory.matters-without-successor', {
      ...{ name: post.personName, count: outcome.matters.length },
      matters: rowsOf(outcome.matters),
    });
  const [first] = outcome.orphans;
  throw new Refusal('directory.successor-not-there', {
    ...{ day: first?.day ?? '', matter: first?.matter.title ?? '', count: outcome.orphans.length },
    matters: rowsOf(outcome.orphans.map(({ matter }) => matter)),
  });
}

/** The matters of a refusal, so that the dialog can list them. */
export function rowsOf(matters: readonly Matter[]): readonly Readonly<Record<string, string>>[] {
  return matters.map(({ id, number, title }) => ({ id, number, title }));
}

/** Why a matter cannot be given to those named. */
export function refuseOrphans(orphans: readonly Orphan[]): never {
  const [first] = orphans;
  const codes = {
    'no-term': 'directory.holder-not-there',
    'not-in-body': 'directory.holder-not-there',
    'one-person': 'directory.holder-one-person',
    'nobody-there': 'directory.nobody-there',
  } as const;
  throw new Refusal(codes[first?.cause ?? 'not-in-body'], {
    day: first?.day ?? '',
    matters: rowsOf(orphans.map(({ matter }) => matter)),
  });
}
