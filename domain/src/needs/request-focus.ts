/** A piece of a request between two signs, and how much its words count. */
export interface Clause {
  readonly text: string;
  readonly weight: number;
}

/** A shorter request has no background to tell from its wish. */
const shortestSplit = 40;

/**
 * What a longer request wants stands in its questions and wishes and towards its end; who was asked in vain names bodies and matters
 * that are not meant. `text` is normalised. Cost: linear.
 */
export function clausesOf(text: string): readonly Clause[] {
  if (text.length < shortestSplit) return [{ text, weight: 1 }];
  const clauses = text.split(signs).filter((clause) => clause.trim() !== '');
  return clauses.map((clause, at) => ({
    text: clause,
    weight: weightOf(clause, at / Math.max(1, clauses.length - 1)),
  }));
}

const weights = { wish: 1.5, inVain: 0.6, end: 1.1, background: 1 } as const;

function weightOf(clause: string, place: number): number {
  if (sentAway.test(clause) && body.test(clause)) return weights.inVain;
  if (wish.test(clause)) return weights.wish;
  return place > 0.7 ? weights.end : weights.background;
}

const signs = /[。!?;,:…\n\r]+/;

const wish =
  /[想盼求]|希望|能不能|能否|可否|可不可以|请问|请帮|请求|怎么|怎样|如何|哪里|哪儿|找谁|哪家|要不要|是否|[吗呢]$|申请|协调|帮忙|帮我|咨询|多久|什么时候|多少/;

/** Somebody was asked and did not help. */
const sentAway =
  /[说讲]|让我|叫我|要我|不归|不管|不是他们|不属于|答复|回复|推给|推来|找过|问过|问了|找了|跑了|打过|打电话|电话/;

const body =
  /局|委|办事处|热线|窗口|部门|中心|城管|消防|环保|海关|税务|公安|派出所|工商|人社|社保|物业|街道|镇里|区里|大厅|12345|他们|客服|审批|住建|应急|市监/;
