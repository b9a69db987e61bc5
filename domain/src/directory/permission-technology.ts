import type { PermissionRow } from './permission-row.ts';
import { firmRoles } from './role-groups.ts';

/** Who answers for a centre or university that a sheet was sent to. */
const scienceRoles = ['handler', 'manager', 'member'] as const;

/** Technology needs: the firm sees all answers side by side, an answerer nothing but its own. */
export const technologyPermissions = {
  'technology.compare': {
    ...{ kind: 'technology', verb: 'see', zh: '逐项比较技术应答', en: 'Compare the answers to a target sheet' },
    by: { own: firmRoles },
  },
  'technology.write': {
    ...{ kind: 'technology', verb: 'change', zh: '填写目标表', en: 'Write the target sheet of one’s need' },
    by: { own: firmRoles },
  },
  'technology.choose': {
    ...{ kind: 'technology', verb: 'change', zh: '采用一份技术应答', en: 'Take an answer to one’s target sheet' },
    by: { own: firmRoles },
  },
  'technology.send': {
    ...{ kind: 'technology', verb: 'change', zh: '把目标表送给其他单位', en: 'Send a target sheet to more bodies' },
    by: { assigned: ['handler', 'manager'], bureau: ['operator'] },
  },
  'technology.see': {
    ...{
      kind: 'technology',
      verb: 'see',
      zh: '查看送达本单位的技术需求',
      en: 'See the technology needs sent to one’s body',
    },
    by: { assigned: scienceRoles },
  },
  'technology.answer': {
    ...{ kind: 'technology', verb: 'change', zh: '承接、逐项应答', en: 'Take a need over, answer target by target' },
    by: { assigned: scienceRoles },
  },
  'request-file.add': {
    ...{
      kind: 'technology',
      verb: 'change',
      zh: '上传需求附件、应答依据',
      en: 'Hand in files of a request or of an answer',
    },
    by: { own: [...firmRoles, 'handler'] },
  },
} as const satisfies Record<string, PermissionRow>;
