import { defineText } from '#platform/text';

export const drillText = defineText({
  slice: 'chains-drill',
  zh: {
    title: '断供演练 · {chain}',
    finding:
      '逐一停掉 {firms} 家本地企业和 {regions} 处外地来源：来不及换 {red}，说不清 {unknown}，来得及换 {holds}，不波及链主或下游 {unaffected}。',
    night: '上次自动演练 {at}，{firms} 家企业、{regions} 处来源，来不及换 {red}。下表按现在的数据重算。',
    noLeader: '链主没有登记本链的产品（或这条链没有链主）：改看下游产品什么时候停产。',
    noNight: '夜间还没有演练过。下表按现在的数据算出。',
    assumed:
      '假设（不是实测）：没有登记库存的产品按 {stock} 天；认证换供方 本市 {city} 天、{circleName} {circle} 天、本省 {province} 天、国内 {nation} 天、境外 {abroad} 天，没有已知供方 {none} 天，另加供方登记的交期；交期没有登记的只能说“至少”。',
    circle: '都市圈',
    unsourced: '没有已知来源、演练说不了的产品 {count} 个：{names}',
    none: '没有一处来源是某个产品的唯一已知来源',
    outcome: '结果',
    what: '停掉谁，会怎样',
    survive: '还能撑（天）',
    recover: '换供方（天）',
    atLeast: '至少 {days}',
    lost: '失去的产品',
    from: '{product}：最快的替代在{ring}',
    fromNobody: '{product}：没有已知的替代供方',
    sourceless: '登记有替代品{products}，来源不明，不计',
    fromSomewhere: '{product}：替代供方所在地不明',
    stops: '随之停下',
    nothing: '—',
    map: '链图',
    brief: '链长一页纸',
  },
  en: {
    title: 'Drill · {chain}',
    finding:
      '{firms} local firms and {regions} outside places taken out in turn: {red} cannot be replaced in time, {unknown} not known, {holds} can, {unaffected} reach neither the leader nor downstream.',
    night:
      'Last drill by itself {at}: {firms} firms, {regions} places, {red} not replaced in time. The table is computed from the facts as they are now.',
    noLeader:
      'The leader has registered no product of this chain, or the chain has none: measured is when a downstream product stops.',
    noNight: 'No drill at night yet. The table is computed from the facts as they are now.',
    assumed:
      'Assumed, not measured: products without a stock of their own {stock} days; qualifying a supplier in the city {city}, the {circleName} {circle}, the province {province}, the country {nation}, abroad {abroad}, none known {none} days, and the lead time of its offer; without a lead time only “at least” can be said.',
    circle: 'city circle',
    unsourced: 'Products without a known source, of which the drill says nothing: {count}: {names}',
    none: 'No source is the only known one of a product',
    outcome: 'Outcome',
    what: 'Who is gone, and then what',
    survive: 'Lasts (days)',
    recover: 'Replaced (days)',
    atLeast: 'at least {days}',
    lost: 'Products lost',
    from: '{product}: soonest replacement {ring}',
    fromNobody: '{product}: no other maker is known',
    sourceless: 'substitute registered ({products}), source unknown, not counted',
    fromSomewhere: '{product}: where the other maker is, is not known',
    stops: 'Stops with it',
    nothing: '—',
    map: 'Map',
    brief: 'Chief’s page',
  },
});
