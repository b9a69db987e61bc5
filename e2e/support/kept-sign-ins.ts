import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSession } from '@zhitong/contract/directory/session-contract';
import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import { callApi } from './api-call.ts';

/**
 * Who has signed in during this run stays signed in for the journeys that come after, as people do: one sign-in a person instead
 * of one a journey, and no waiting for the next code of a phone. Each journey still has cookies and storage of its own.
 */
export async function resumeSignIn(context: BrowserContext, username: string): Promise<boolean> {
  const file = fileOf(username);
  if (!existsSync(file)) return false;
  await context.addCookies(JSON.parse(readFileSync(file, 'utf8')).cookies);
  const { status, body } = await callApi(context, getSession);
  if (status === getSession.status && getSession.reply.parse(body).status === 'signed-in') return true;
  // somebody ended it meanwhile
  await context.clearCookies();
  return false;
}

export async function keepSignIn(context: BrowserContext, username: string): Promise<void> {
  await context.storageState({ path: fileOf(username) });
}

function fileOf(username: string): string {
  return join(inject('city').signIns, `${username}.json`);
}
