import type { Language, Sentence } from '@zhitong/domain/language';
import { fillIn } from '@zhitong/domain/refusal';
import { type Command, type CommandCall, notProven } from './command.ts';
import { type Finding, securityChecks } from './security-checks.ts';

export const securityCheckCommand: Command = {
  name: 'security check',
  operands: [],
  summary: { zh: '核对本系统上能核对的安全要求', en: 'Check what can be checked of security on this installation' },
  details: {
    zh: [
      '逐项给出 符合 / 不符合 / 由运维方核对，说明见 docs/security.md。',
      '设置（演示、密钥、地址）按本命令的环境变量判断，请与服务启动时一致。',
      '退出码：0 没有不符合，3 有不符合，1 没能核对。',
    ],
    en: [
      'Each item: met, not met, or left to the operator; docs/security.md explains them.',
      'Settings (demo, secret, address) are read from the environment of this command: give it that of the server.',
      'Exit code: 0 nothing is unmet, 3 something is, 1 could not be checked.',
    ],
  },
  options: {},
  run: checkSecurity,
};

const findingWords = {
  met: { zh: '符合', en: 'met' },
  'not-met': { zh: '不符合', en: 'NOT MET' },
  operator: { zh: '由运维方核对', en: 'operator' },
} as const satisfies Record<Finding, Sentence>;

const total: Sentence = {
  zh: '符合 {met} 项，不符合 {unmet} 项，由运维方核对 {operator} 项。这是自查，不是测评结论。',
  en: '{met} met, {unmet} not met, {operator} left to the operator. A self-check, not a certificate.',
};

async function checkSecurity({ installation, language, print }: CommandCall): Promise<number> {
  const found: Finding[] = [];
  for (const { says, look } of securityChecks) {
    const finding = await look(installation);
    found.push(finding);
    print(row(finding, says, language));
  }
  const count = (finding: Finding) => found.filter((each) => each === finding).length;
  print(fillIn(total[language], { met: count('met'), unmet: count('not-met'), operator: count('operator') }));
  return count('not-met') === 0 ? 0 : notProven;
}

function row(finding: Finding, says: Sentence, language: Language): string {
  const width = language === 'zh' ? 7 : 9;
  return `${findingWords[finding][language].padEnd(width)} ${says[language]}`;
}
