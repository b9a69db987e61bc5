// A cookbook stands in the source between steel and semiconductors. A dish is recognised by two signs that must agree: what it is
// called and what it is made of. The kitchen is learned from seeds: what goes mostly into dishes is an ingredient too.
// Measured on the files of October 2021 by reading 200 random relations of each side: 197 of the marked ones belong to a dish
// (98 %); of those not marked, about 45 of 200 do, so three dishes in four are found. Missing one costs less than silencing steel.

const seeds = (
  '盐 食盐 精盐 白糖 白砂糖 细砂糖 砂糖 冰糖 红糖 酱油 生抽 老抽 料酒 大葱 小葱 香葱 葱花 生姜 姜片 大蒜 蒜瓣 味精 鸡精 胡椒粉 花椒 香油 芝麻油 鸡蛋 蛋清 蛋黄 面粉 ' +
  '低筋面粉 高筋面粉 低粉 高粉 生粉 黄油 牛奶 淡奶油 奶油 大米 糯米 糯米粉 红枣 枸杞 香菇 木耳 银耳 豆腐 猪肉 五花肉 排骨 鸡肉 鸡翅 牛肉 羊肉 虾仁 火腿 腊肉 土豆 胡萝卜 ' +
  '白萝卜 洋葱 番茄 西红柿 黄瓜 茄子 青椒 菠菜 白菜 芹菜 韭菜 粉丝 红豆 绿豆 豆瓣酱 蚝油 色拉油 橄榄油 泡打粉 米饭 面条 金针菇 杏鲍菇 西兰花'
).split(' ');

const dishEnding =
  /(汤|羹|粥|饼|饼干|糕|面|面条|饭|包子|饺子?|馄饨|云吞|沙拉|色拉|布丁|曲奇|冰淇淋|煲|卷|寿司|披萨|三明治|汉堡|火锅|馒头|面包|丸子?|圆子|汤圆|元宵|酥|挞|塔|派|吐司|泡芙|松饼|马芬|慕斯|粽子?|串|米线|粉丝|小炒|锅|什锦|豆腐|鸡|鸭|鱼|虾|蟹|排骨|鸡翅|牛肉|羊肉|猪肉|茄子|土豆|萝卜|白菜|鸡蛋|泡菜|冻|泥|汁|露)$/;
const cooking = /炒|烧|炖|焖|蒸|煮|煎|炸|拌|烤|烩|爆|熘|溜|卤|腌|酿|扒|煨|炝|烙|涮|糖醋|麻辣|家常|豆豉|咖喱/;
/** Made in works, not in kitchens: medicines, drinks and preserves of a brand, cosmetics, feed, machines. */
const factoryMade =
  /(胶囊|颗粒|口服液?|冲剂|注射液|药|药酒|药茶|散|膏|剂|片|糖浆|滴丸|浸膏|酊|饲料|肥|漆|涂料|面膜|精油|啤酒|白酒|老酒|黄酒|葡萄酒|红酒|酒|醋|饮料|酸酸?乳|奶粉|牛奶|酸奶|酱油|罐头|底料|工艺|设备|机|器|锅炉|厂)$/;

export interface RecipeBook {
  /** product → what it is made of, all by name */
  readonly materials: ReadonlyMap<string, readonly string[]>;
  /** products that a company lists as its own: then it is goods, whatever it is called */
  readonly sold: ReadonlySet<string>;
}

/** Names of the products that are recipes of the kitchen. Cost: a few rounds over all relations, until nothing changes. */
export function findDishes({ materials, sold }: RecipeBook): Set<string> {
  const candidates = [...materials].filter(([name]) => !sold.has(name) && !factoryMade.test(name));
  const users = usersOf(materials);
  let kitchen = new Set(seeds);
  let dishes = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const next = new Set(candidates.filter(([name, parts]) => isDish(name, parts, kitchen)).map(([name]) => name));
    if (next.size === dishes.size) break;
    dishes = next;
    kitchen = learnKitchen(users, dishes);
  }
  return dishes;
}

function usersOf(materials: RecipeBook['materials']): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const [name, parts] of materials)
    for (const part of parts) {
      const list = users.get(part);
      if (list) list.push(name);
      else users.set(part, [name]);
    }
  return users;
}

function isDish(name: string, parts: readonly string[], kitchen: ReadonlySet<string>): boolean {
  const known = parts.filter((part) => isFromKitchen(part, kitchen)).length;
  if (known === 0) return false;
  return dishEnding.test(name) || cooking.test(name) || (known * 2 >= parts.length && parts.length > 1);
}

/** 鲜牛奶, 长茄子, 鸡蛋一只: an ingredient with a word before or behind it. */
function isFromKitchen(part: string, kitchen: ReadonlySet<string>): boolean {
  if (kitchen.has(part)) return true;
  for (let length = Math.min(4, part.length - 1); length >= 2; length -= 1)
    if (kitchen.has(part.slice(-length)) || kitchen.has(part.slice(0, length))) return true;
  return false;
}

/** What at least three products use, three of five of them dishes, is an ingredient. */
function learnKitchen(users: ReadonlyMap<string, readonly string[]>, dishes: ReadonlySet<string>): Set<string> {
  const kitchen = new Set(seeds);
  for (const [part, names] of users)
    if (names.length >= 3 && names.filter((name) => dishes.has(name)).length >= 0.6 * names.length) kitchen.add(part);
  return kitchen;
}
