import { readingChecks, runChecks } from './checks.mjs';
import { noBrowser, provideChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { runCommand, StopSentence } from './stop-sentence.mjs';
import { addTallies } from './test-tally.mjs';
import { runTier, tiers } from './test-tiers.mjs';
import { buildWeb } from './web-build.mjs';

// npm test                  everything
// npm test -- slice         one tier, or `checks`
// npm test -- domain/src    the tests whose path contains this, in every tier
await runCommand(async () => {
  const wanted = choose(process.argv.slice(2));
  let tally = addTallies([]);
  try {
    tally = await runWanted(await install(), wanted);
  } catch (error) {
    if (!(error instanceof StopSentence)) throw error;
    console.error(`\n✗ ${error.message}`);
    tally = addTallies([{ passed: 0, failed: 1 }]);
  }
  if (tally.passed + tally.failed === 0) console.log('\n✗ No test ran.');
  for (const name of tally.skipped) console.log(`↓ not possible on this machine or as this user: ${name}`);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
});

function choose(words) {
  const names = tiers.map(({ name }) => name);
  const chosen = words.filter((word) => names.includes(word));
  const checksOnly = words.length === 1 && words[0] === 'checks';
  return {
    checks: words.length === 0 || checksOnly,
    tiers: checksOnly ? [] : tiers.filter(({ name }) => chosen.length === 0 || chosen.includes(name)),
    patterns: words.filter((word) => !names.includes(word) && word !== 'checks'),
  };
}

async function runWanted(node, wanted) {
  const tallies = [];
  if (wanted.checks) {
    heading('Checks');
    tallies.push(await runChecks(node, readingChecks));
  }
  for (const tier of wanted.tiers) {
    heading(tier.title);
    tallies.push(await (tier.name === 'journey' ? runJourneys : runTier)(node, { ...tier, patterns: wanted.patterns }));
  }
  return addTallies(tallies);
}

/** Journeys need the built web app and a browser; without one they have failed, not been skipped. */
async function runJourneys(node, tier) {
  const chromium = await provideChromium();
  if (!chromium) {
    console.error(`✗ ${noBrowser}`);
    return { passed: 0, failed: 1 };
  }
  console.log(`Browser: ${chromium}`);
  await buildWeb(node);
  return runTier(node, { ...tier, env: { CHROMIUM: chromium } });
}

function heading(title) {
  console.log(`\n── ${title} ──`);
}
