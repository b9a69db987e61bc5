import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { dropDataDir, newDataDir, startProduct } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** where the demo city of this run is served, its data folder, a copy of it as it was at first, and who is signed in */
    city: { readonly url: string; readonly dataDir: string; readonly seeded: string; readonly signIns: string };
  }
}

/** One demo city for all journeys of a run: seeding takes longer than any journey, and each journey brings its own needs. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [dataDir, seeded, signIns] = [newDataDir(), newDataDir(), newDataDir()];
  await (await startProduct({ dataDir })).stop();
  copyDataDir(dataDir, seeded);
  const product = await startProduct({ dataDir });
  project.provide('city', { url: product.url, dataDir, seeded, signIns });
  return async () => {
    await product.stop();
    for (const folder of [dataDir, seeded, signIns]) dropDataDir(folder);
  };
}

/** Owner and modes come along: PostgreSQL refuses a folder that is not its own. */
export function copyDataDir(from: string, to: string): void {
  rmSync(to, { recursive: true });
  execFileSync('cp', ['-a', from, to]);
}
