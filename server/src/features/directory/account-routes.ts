import {
  endAccountSessions,
  listAccountless,
  listAccounts,
  lockAccount,
  openAccount,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from '@zhitong/contract/directory/account-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { inContext } from '#platform/context';
import type { Routes } from '#platform/route';
import { contextOf } from '#platform/viewer';
import * as service from './account-service.ts';
import { viewAccountless, viewAccounts } from './account-views.ts';
import type { AuthUse } from './auth-options.ts';

/** What the security administrator does with accounts. */
export function accountRoutes(routes: Routes, use: AuthUse): void {
  const { database, effects, sessions } = use;

  routes.for('account.see', listAccounts, ({ query }, viewer) =>
    inContext(database, contextOf(viewer), (tx) =>
      viewAccounts(tx, {
        ...query,
        ...{ city: viewer.city, on: cityDay(effects.now()), now: effects.now(), idleSince: sessions.idleSince() },
        viewerId: viewer.userId,
      }),
    ),
  );
  routes.for('account.see', listAccountless, async ({ query }, viewer) => ({
    people: await inContext(database, contextOf(viewer), (tx) =>
      viewAccountless(tx, { ...query, city: viewer.city, on: cityDay(effects.now()) }),
    ),
  }));
  routes.for('account.change', openAccount, ({ body }, viewer) => service.openAccount(use, viewer, body));
  routes.for('account.change', resetPassword, ({ params }, viewer) => service.resetPassword(use, viewer, params.id));
  routes.for('account.change', resetSecondFactor, ({ params }, viewer) => service.resetFactor(use, viewer, params.id));
  routes.for('account.change', lockAccount, ({ params, body }, viewer) =>
    service.lockAccount(use, viewer, { id: params.id, why: body.why }),
  );
  routes.for('account.change', unlockAccount, ({ params }, viewer) => service.unlockAccount(use, viewer, params.id));
  routes.for('account.change', endAccountSessions, ({ params }, viewer) =>
    service.endAccountSessions(use, viewer, params.id),
  );
}
