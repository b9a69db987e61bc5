import { inject, onTestFinished } from 'vitest';
import { connect, type Database } from '#platform/database';
import { cloneDatabase } from './test-cluster.ts';

/** A fresh migrated database for one test, closed when the test ends. */
export async function openTestDatabase(): Promise<Database & { readonly ownerUrl: string }> {
  const { url, ownerUrl } = await cloneDatabase(inject('adminUrl'));
  const database = connect({ url, kind: 'embedded', size: 60 });
  onTestFinished(() => database.close());
  return { ...database, ownerUrl };
}
