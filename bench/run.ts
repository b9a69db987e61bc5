import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { auditVerify } from './audit-verify.ts';
import { benchCities, serve, serveArgument } from './bench-server.ts';
import { type BenchTable, markdownOf } from './bench-table.ts';
import { caseInbox } from './case-inbox.ts';
import { caseTimers } from './case-timers.ts';
import { chainChange } from './chain-change.ts';
import { chainDiagnosis } from './chain-diagnosis.ts';
import { graphKernels } from './graph-kernels.ts';
import { graphLoneKernels } from './graph-lone-kernels.ts';
import { heatMap } from './heat-map.ts';
import { httpNeedPage } from './http-need-page.ts';
import { identityBlind } from './identity-blind.ts';
import { identityQuality } from './identity-quality.ts';
import { identitySpeed } from './identity-speed.ts';
import { importExcel } from './import-excel.ts';
import { importRate } from './import-rate.ts';
import { matchLatency } from './match-latency.ts';
import { matchQuality } from './match-quality.ts';
import { needClassQuality } from './need-class-quality.ts';
import { needPageRls } from './need-page-rls.ts';
import { organisationSearch } from './organisation-search.ts';
import { publishToStream } from './publish-to-stream.ts';
import { requestProposal } from './request-proposal.ts';
import { requestRouting } from './request-routing.ts';
import { requestToStream } from './request-to-stream.ts';
import { signInLoad } from './sign-in-load.ts';

/** `npm run bench` measures all of them and writes RESULTS.md; `npm run bench -- publish-to-stream` only prints. */
const benches: Readonly<Record<string, () => Promise<BenchTable | readonly BenchTable[]>>> = {
  'match-quality': matchQuality,
  'match-latency': () => matchLatency(),
  'http-need-page': httpNeedPage,
  'need-page-rls': needPageRls,
  'publish-to-stream': publishToStream,
  'sign-in-load': signInLoad,
  'organisation-search': organisationSearch,
  'audit-verify': auditVerify,
  'import-rate': importRate,
  'import-excel': importExcel,
  'identity-quality': identityQuality,
  'identity-blind': identityBlind,
  'identity-speed': identitySpeed,
  'request-routing': async () => [await requestRouting(), await requestProposal()],
  'need-class': needClassQuality,
  'case-inbox': caseInbox,
  'case-timers': caseTimers,
  'request-to-stream': requestToStream,
  'chain-diagnosis': chainDiagnosis,
  'chain-change': chainChange,
  'heat-map': heatMap,
  'graph-kernels': graphKernels,
  'graph-lone-kernels': graphLoneKernels,
};

const wanted = process.argv.slice(2);
if (wanted[0] === serveArgument) await serve(benchCities.find((city) => city === wanted[1]) ?? 'test');
else await measure();

async function measure(): Promise<void> {
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
    process.exit(1);
  }
  const sections: string[] = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`Measuring ${name} …`);
    for (const table of [await bench()].flat()) {
      const section = markdownOf(table);
      console.log(section);
      sections.push(section);
    }
  }
  if (wanted.length > 0) return;
  const target = join(import.meta.dirname, 'RESULTS.md');
  writeFileSync(target, [...heading(), ...sections].join('\n'));
  console.log(`Written to ${target}`);
}

function heading(): readonly string[] {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}`;
  return [
    '# Measured',
    '',
    `- machine: ${machine}`,
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    `- commit: ${commit()}`,
    '- command: `npm run bench`',
    '',
  ];
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  const dirty = git('status', '--porcelain', '--', ':!bench/RESULTS.md') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${dirty ? ' with changes not committed' : ''}`;
}
