import { dutyLists } from '@zhitong/domain/directory/duty';
import { newRequestRouter, type RoutedMatter, routeThreshold } from '@zhitong/domain/needs/request-router';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { shareWithInterval } from './identity-interval.ts';
import { PlainBm25 } from './plain-bm25.ts';
import { calibrationRows } from './request-confidence-steps.ts';
import { nearDuplicates } from './request-near-duplicates.ts';
import { isRight, type RoutedRequest } from './request-routed.ts';
import { isHeldOut, type JudgedRequest, type RoutingParts, readRoutingParts } from './request-routing-parts.ts';

/** Which matter is it? The router beside plain BM25 on the same requests. */
export async function requestRouting(): Promise<BenchTable> {
  const parts = readRoutingParts();
  const kept = parts.build.filter((request) => !isHeldOut(request));
  const heldOut = withoutTwins(
    parts.build.filter(isHeldOut),
    kept.map(({ text }) => text),
  );
  const onHeldOut = route({ parts, examples: kept, requests: heldOut.kept });
  const test = parts.test && withoutTwins(parts.test, [...parts.build.map(({ text }) => text), ...wordsOf(parts)]);
  const onTest = test && route({ parts, examples: parts.build, requests: test.kept });
  if (onTest === undefined) console.log('!!! THERE IS NO TEST PART: data/request-routing/test.csv is absent.');
  return {
    title: 'Routing of requests: which matter of the duty table?',
    note: [
      onTest ? '' : '**NOT MEASURED on the test part: data/request-routing/test.csv is absent.** ',
      `${parts.matters.length} matters of the demo duty table. Held-out: a third of the build part by a hash of the id, routed by a router that knows the other two thirds (${kept.length} examples); constants were chosen and the thesaurus was written with this part in sight, so read it as optimistic. Test: written by somebody who saw the duty table only, routed by a router that knows the whole build part (${parts.build.length}). Near-duplicates taken out first (Jaccard of character trigrams at least .5; test also against the words of the duty table): held-out ${heldOut.removed}, test ${test?.removed ?? '–'}. A proposal is right when it is the matter, or one of those the author noted as defensible too; “strictly” counts the matter only. Desk: share below the confidence ${routeThreshold}; “right otherwise” is top-1 among the rest. Shares with 95 % intervals (Wilson). `,
      timesOf(onTest ?? onHeldOut),
      'The peer is BM25 on pairs of characters over title and words, nothing learnt. Aim on the test part: top-1 at least .90, top-3 at least .98, p99 at most 200 ms.',
    ].join(''),
    head: ['part', 'system', 'requests', 'count', 'top-1', 'top-1 strictly', 'top-3', 'desk', 'right otherwise'],
    rows: [
      ...(onTest ? rowsOf('test', onTest) : []),
      ...rowsOf('held-out', onHeldOut),
      ...calibrationRows('held-out', onHeldOut.router),
      ...(onTest ? calibrationRows('test', onTest.router) : []),
    ],
  };
}

function withoutTwins(requests: readonly JudgedRequest[], others: readonly string[]) {
  const twins = nearDuplicates(
    requests.map(({ text }) => text),
    others,
  );
  const kept = requests.filter(({ text }) => !twins.has(text));
  console.log(`Near-duplicates removed: ${requests.length - kept.length} of ${requests.length}.`);
  return { kept, removed: requests.length - kept.length };
}

function wordsOf({ matters }: RoutingParts): readonly string[] {
  return matters.flatMap(({ words }) => words);
}

interface Run {
  readonly parts: RoutingParts;
  readonly examples: readonly JudgedRequest[];
  readonly requests: readonly JudgedRequest[];
}

interface Answered {
  readonly router: readonly RoutedRequest[];
  readonly peer: readonly RoutedRequest[];
  readonly built: number;
  /** share of the requests for nothing that go to the desk */
  readonly nothing: number;
  /** the same of requests no matter covers, of which the router was told others */
  readonly outside: number;
}

function route({ parts: { matters, synonyms, nothing, outside, outsideUnseen }, examples, requests }: Run): Answered {
  const listOf = new Map(matters.map(({ id, list }) => [id, list]));
  const started = performance.now();
  const router = newRequestRouter({
    ...{ matters, synonyms, outside },
    examples: examples.map(({ text, matter }) => ({ text, matterId: matter })),
  });
  const built = performance.now() - started;
  const peer = plainPeer(matters);
  const toDesk = (texts: readonly string[]) =>
    texts.filter((text) => router.route(text, 3).desk !== null).length / texts.length;
  const common = (request: JudgedRequest) => ({ request, list: listOf.get(request.matter) ?? '' });
  return {
    built,
    nothing: toDesk(nothing),
    outside: toDesk(outsideUnseen),
    router: requests.map((request) => {
      const before = performance.now();
      const { candidates } = router.route(request.text, 3);
      const milliseconds = performance.now() - before;
      const proposed = candidates.map(({ matter }) => matter.id);
      return { ...common(request), proposed, confidence: candidates[0]?.confidence ?? 0, milliseconds };
    }),
    peer: requests.map((request) => {
      const before = performance.now();
      const proposed = peer.search(request.text, 3);
      return { ...common(request), proposed, confidence: 1, milliseconds: performance.now() - before };
    }),
  };
}

function plainPeer(matters: readonly RoutedMatter[]): PlainBm25 {
  const peer = new PlainBm25();
  for (const { id, title, words } of matters) peer.add(id, [title, ...words].join(' '));
  return peer;
}

function rowsOf(part: string, { router, peer }: Answered): string[][] {
  return [
    ...subsets.map(({ name, keep }) => row([part, 'Zhitong', name], router.filter(keep))),
    row([part, 'plain BM25', 'all'], peer),
  ];
}

const subsets: readonly { readonly name: string; readonly keep: (routed: RoutedRequest) => boolean }[] = [
  { name: 'all', keep: () => true },
  ...dutyLists.map((list) => ({ name: `list ${list}`, keep: (routed: RoutedRequest) => routed.list === list })),
  { name: 'short, up to 20 characters', keep: ({ request }) => request.text.length <= 20 },
  { name: 'middle, up to 60', keep: ({ request }) => request.text.length > 20 && request.text.length <= 60 },
  { name: 'long', keep: ({ request }) => request.text.length > 60 },
];

function row(names: readonly string[], routed: readonly RoutedRequest[]): string[] {
  const sure = routed.filter(({ confidence }) => confidence >= routeThreshold);
  const share = (hits: readonly RoutedRequest[], all = routed) => shareWithInterval(hits.length, all.length);
  return [
    ...names,
    routed.length.toLocaleString('en-US'),
    share(routed.filter((one) => isRight(one, 1))),
    share(routed.filter(({ request, proposed }) => proposed[0] === request.matter)),
    share(routed.filter((one) => isRight(one, 3))),
    share(routed.filter(({ confidence }) => confidence < routeThreshold)),
    share(
      sure.filter((one) => isRight(one, 1)),
      sure,
    ),
  ];
}

function timesOf({ router, built, nothing, outside }: Answered): string {
  const times = router.map((routed) => routed.milliseconds);
  const [middle, slowest] = [0.5, 0.99].map((share) => milliseconds(percentile(times, share)));
  return `A proposal takes ${middle} (p50), ${slowest} (p99), first ones not left out; building the router ${milliseconds(built)}. Of the texts that ask for nothing (nothing.csv) ${(100 * nothing).toFixed(0)} % go to the desk; of requests that no matter covers (outside.csv, the third the router was not told of) ${(100 * outside).toFixed(0)} %. `;
}
