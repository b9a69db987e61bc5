import { getHome } from '@zhitong/contract/matching/home-contract';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Routes } from '#platform/route';
import { readHome } from './home-page.ts';

export function homeRoutes(routes: Routes, { database, effects }: { database: Database; effects: Effects }): void {
  routes.for('home.see', getHome, ({ language }, viewer) =>
    readHome(database, { viewer, language, now: effects.now() }),
  );
}
