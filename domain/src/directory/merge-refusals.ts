import type { RefusalRow } from '../refusal.ts';

/** Why two records are not merged, or not split. */
export const mergeRefusals = {
  'merges.itself': {
    status: 422,
    zh: '这是同一条记录，无需合并',
    en: 'This is one and the same record; nothing to merge',
  },
  'merges.other-kind': {
    status: 422,
    zh: '“{survivor}”和“{merged}”类别不同，不能合并。请先核对类别',
    en: '“{survivor}” and “{merged}” are of different kinds and cannot be merged. Check the kinds first',
  },
  'merges.already': {
    status: 409,
    zh: '“{name}”已并入其他记录。请打开保留的记录后再操作',
    en: '“{name}” has been merged into another record. Open the record that was kept',
  },
  'merges.stands-for-both': {
    status: 409,
    zh: '“{name}”已并入“{into}”。请改选“{into}”',
    en: '“{name}” has been merged into “{into}”. Choose “{into}” instead',
  },
  'merges.cycle': {
    status: 409,
    zh: '“{survivor}”在“{merged}”之下，合并后上下级会成环。请先调整上级',
    en: '“{survivor}” stands below “{merged}”; merging would close a circle. Change the parent first',
  },
  'merges.changed-meanwhile': {
    status: 409,
    zh: '“{name}”刚刚与另一条记录合并或拆分。请刷新后核对，再办理合并',
    en: '“{name}” was merged or split with another record just now. Reload, check, and merge again',
  },
  'merges.deal-between': {
    status: 409,
    zh: '“{survivor}”和“{merged}”之间有 {count} 笔成交，双方各自确认过，是两家企业，不能合并。如成交登记有误，请先核对成交',
    en: '“{survivor}” and “{merged}” have {count} deals with each other, confirmed by each for itself: they are two firms and cannot be merged. If a deal was entered wrongly, check it first',
  },
  'merges.stands-now': {
    status: 409,
    zh: '“{name}”已并入“{into}”。请切换到“{into}”的岗位办理',
    en: '“{name}” has been merged into “{into}”. Switch to your post at “{into}”',
  },
  'merges.split-already': {
    status: 409,
    zh: '这次合并已于此前拆分，无需再拆',
    en: 'This merge has been split already',
  },
  'merges.later-first': {
    status: 409,
    zh: '“{name}”之后又并入了其他记录。请先拆分后一次合并',
    en: '“{name}” was merged further since. Split the later merge first',
  },
  'disputes.answered': {
    status: 409,
    zh: '这条异议已由 {name} 答复，请刷新后查看',
    en: 'This dispute was answered by {name}. Reload to see the answer',
  },
  'disputes.twice': {
    status: 409,
    zh: '贵单位对这一项已提过异议，正在等待答复',
    en: 'Your organisation has disputed this already; the answer is pending',
  },
} as const satisfies Record<string, RefusalRow>;
