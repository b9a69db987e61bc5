import { drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';

/** Simplified and traditional form side by side, from memory: what a sheet from Hong Kong or Taiwan shows. */
const traditional = tableOf(
  '东東 华華 国國 机機 电電 业業 气氣 车車 门門 马馬 龙龍 乐樂 风風 飞飛 发發 团團 银銀 铁鐵 钢鋼 铝鋁 铜銅 医醫 药藥 艺藝 术術 资資 贸貿 经經 济濟 产產 务務 应應 实實 宝寶 庆慶 广廣 阳陽 长長 宁寧 兴興 义義 云雲 亚亞 达達 运運 进進 远遠 连連 鲁魯 齐齊 测測 汉漢 渔漁 润潤 泽澤 线線 纺紡 织織 绿綠 网網 维維 责責 轮輪 软軟 轴軸 输輸 际際 险險 鸿鴻 鹏鵬 黄黃 环環 视視 设設 诚誠 试試 计計 农農 创創 动動 区區 卫衛 厂廠 压壓 县縣 双雙 变變 园園 图圖 场場 坚堅 备備 头頭 师師 张張 总總 护護 报報 换換 时時 显顯 极極 构構 标標 桥橋 检檢 楼樓 欧歐 汇匯 湾灣 滨濱 灵靈 炉爐 热熱 爱愛 盐鹽 矿礦 码碼 硕碩 种種 积積 简簡 粮糧 红紅 纤纖 级級 纪紀 纳納 纸紙 络絡 统統 绸綢 缆纜 编編 罗羅 联聯 胜勝 脉脈 节節 苏蘇 荣榮 莱萊 营營 蓝藍 装裝 规規 誉譽 议議 记記 财財 货貨 购購 贵貴 赛賽 赢贏 跃躍 轨軌 转轉 载載 辉輝 辽遼 选選 递遞 钟鐘 钛鈦 铸鑄 链鏈 锂鋰 锋鋒 锐銳 锦錦 键鍵 镇鎮 镁鎂 阀閥 陕陝 静靜 顶頂 项項 顺順 预預 领領 频頻 饮飲 饰飾 饲飼 馆館 驰馳 驱驅 驼駝 骆駱 骏駿 鱼魚 鲜鮮',
);

/** In words of trade and form a wrong character stays a wrong character: nobody registers 有限公可. */
const plainSlips = tableOf(
  '司可 限线 份分 技枝 科料 设没 械戒 工土 电申 件伴 造选 品晶 材村 化花 智知 能熊 动功 制治 机几 药约 食实 器气 仪义 装庄 源原 保宝 网冈 络洛 建健 纺防 饰示 股殷 团困 控空 集隼 纤歼 料科 备各 配酉 贸贺 新欣',
);

/** In the 字号 the slip gives another word one could register: sounds alike or looks alike. */
const brandSlips = tableOf(
  '宏洪 鑫新 华花 达大 盛胜 泰太 恒衡 源原 永水 天夭 瑞锐 德得 诚成 丰风 科料 金全 明朋 方万 力刀 通同 联连 兴星 宝保 佳嘉 康唐 利刊 飞非 远元 晶品 新欣 龙尤 中申 特待 海每 东车 光先 国围 大太 信言 立力 士土 合和 正证 双又 安按 威咸 电申',
);

export function toTraditional(text: string): string {
  return [...text].map((character) => traditional.get(character) ?? character).join('');
}

export function withPlainSlip(random: SeededRandom, text: string): string | undefined {
  return withSlip(random, text, plainSlips);
}

export function withBrandSlip(random: SeededRandom, text: string): string | undefined {
  return withSlip(random, text, brandSlips);
}

/** Ａ１（ */
export function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
}

function withSlip(random: SeededRandom, text: string, table: ReadonlyMap<string, string>): string | undefined {
  const places = [...text].flatMap((character, at) => (table.has(character) ? [at] : []));
  if (places.length === 0) return undefined;
  const wrong = drawOne(random, places);
  return [...text].map((character, at) => (at === wrong ? (table.get(character) ?? '') : character)).join('');
}

function tableOf(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((two): [string, string] => [two.slice(0, 1), two.slice(1)]));
}
