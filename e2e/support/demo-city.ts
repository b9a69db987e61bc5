import type { TestProject } from 'vitest/node';
import { dropDataDir, newDataDir, startProduct } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** where the demo city of this run is served, and its data folder */
    city: { readonly url: string; readonly dataDir: string };
  }
}

/** One demo city for all journeys of a run: seeding takes longer than any journey, and each journey brings its own needs. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = newDataDir();
  const product = await startProduct({ dataDir });
  project.provide('city', { url: product.url, dataDir });
  return async () => {
    await product.stop();
    dropDataDir(dataDir);
  };
}
