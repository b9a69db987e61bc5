import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// One project a tier, so that `vitest --project slice` runs one, and a report says where it broke.
// groupOrder makes the tiers follow each other: on a small machine two databases and a browser at once are slower.
const sliceSetup = 'server/src/testing/global-setup.ts';
const webConfig = 'web/vite.config.ts';

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'theorem',
          include: ['algorithms/src/**/*.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'rule',
          include: ['{domain,contract}/src/**/*.test.ts', 'tools/{seed-city,extract-regions}/**/*.test.ts'],
          // a property over random histories takes what a busy machine gives it
          testTimeout: 20_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'gate',
          include: ['tools/{start,gates,boundary-fixtures}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'slice',
          include: ['server/src/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: existsSync(sliceSetup) ? [sliceSetup] : [],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: existsSync(webConfig) ? `./${webConfig}` : false,
        root: './web',
        test: {
          name: 'screen',
          environment: 'happy-dom',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          sequence: { groupOrder: 5 },
        },
      },
      {
        test: {
          name: 'journey',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/support/demo-city.ts'],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 6 },
        },
      },
    ],
  },
});
