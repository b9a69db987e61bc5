import type { Sentence } from '@zhitong/domain/language';
import { spokenDay } from '@zhitong/domain/needs/city-day';
import { fillIn } from '@zhitong/domain/refusal';
import { findCredential } from '#features/directory/account-store';
import { forgetGuesses } from '#features/directory/attempt-store';
import { accountGuess } from '#features/directory/auth-sign-in';
import { writePasswordLink } from '#features/directory/password-link';
import { removePassword } from '#features/directory/password-store';
import { deleteFactor } from '#features/directory/second-factor-store';
import { deleteSessions } from '#features/directory/session-rows';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { realEffects } from '#platform/effects';
import { isLoopback } from '../config.ts';
import { type Command, type CommandCall, UsageProblem } from './command.ts';

export const userResetCommand: Command = {
  name: 'user reset',
  operands: ['USERNAME'],
  summary: {
    zh: '让一个账号重新设置密码：显示一次性链接，不显示密码',
    en: 'Let an account set a new password: prints a one-time link, never a password',
  },
  details: {
    zh: ['现在的密码和所有登录立即失效。', '--second-factor   同时重置两步验证（手机丢失时用）'],
    en: [
      'The present password and all sessions end at once.',
      '--second-factor   forget the second factor too (lost phone)',
    ],
  },
  options: { 'second-factor': { type: 'boolean' } },
  run: resetUser,
};

const unknown: Sentence = { zh: '没有这个用户名', en: 'There is no such username' };
const linked: Sentence = {
  zh: '请把这个链接交给本人（{date}前有效，只能用一次，只显示这一次）：',
  en: 'Hand this link to its owner (until {dateEn}, works once, shown only now):',
};

async function resetUser({ operands, values, installation, language, print }: CommandCall): Promise<void> {
  const { database, config } = installation;
  const username = operands[0] ?? '';
  const credential = await findCredential(database.db, username);
  if (!credential) throw new UsageProblem(unknown);
  const { userId } = credential;
  const link = await inContext(database, { city: config.city, viewer: 'system' }, async (tx) => {
    await removePassword(tx, userId, realEffects.now());
    await deleteSessions(tx, userId, 'all');
    await forgetGuesses(tx, accountGuess(username).key);
    if (values['second-factor'] === true) await deleteFactor(tx, userId);
    await recordAudit(tx, realEffects, {
      ...{ action: 'password.reset', subject: { kind: 'account', id: userId }, why: 'zhitong user reset' },
      after: { username, secondFactor: values['second-factor'] === true ? 'reset' : 'kept' },
    });
    return writePasswordLink(realEffects, tx, userId);
  });
  print(fillIn(linked[language], { ...spokenDay(new Date(link.expiresAt)) }));
  // people reach an installation off loopback by a name this command does not know
  print(`${isLoopback(config.host) ? `http://localhost:${config.port}` : ''}${link.path}`);
}
