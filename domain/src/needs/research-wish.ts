import { blankOut } from '../matching/text-span.ts';
import { readLimits } from './parse-limit.ts';
import { readBudgets, readReadiness } from './technology-wish.ts';

/**
 * Whether somebody looks for one who works out what cannot be done yet; the text that says so without its figures (they say what is to be
 * reached, not which body handles it). Subsidies, papers and recognitions about research are not research. `text` is normalised.
 */
export function readResearchWish(text: string): { readonly about: string } | undefined {
  if (notResearch.test(text)) return undefined;
  const limits = readLimits(text);
  if (!research.test(text) && !(improving.test(text) && limits.length > 0)) return undefined;
  return { about: blankOut(text, [...limits, ...readReadiness(text), ...readBudgets(text)]) };
}

const together = '(?:联合|共同|合作|委托|协同|一起)';
const making = '(?:开发|研发|研制|攻关|攻克|研究(?!院|所|中心|室|生|会))';
const research = new RegExp(
  `攻克|攻关|攻坚|技术难[题点关]|工艺难[题点关]|技术瓶颈|工艺瓶颈|卡脖子|成熟度|(?<![a-z])trl(?![a-z])|揭榜|${together}.{0,4}${making}|(?:求|找|寻|征集|需要)[^,。;]{0,16}(?:技术|工艺)(?:解决)?(?:方案|路线)`,
);
/** To improve what can be measured. */
const improving = /研发|研制|新工艺|新技术|替代材料|国产替代|改性|工艺(?:优化|改进)/;

/** Money, papers and recognitions about research, and what the duty table handles under a name of its own. */
const notResearch =
  /补贴|补助|奖励|资助|贴息|加计|抵扣|抵免|免税|退税|减税|认定|备案|登记|申报|申领|报销|延期|结题|验收|考核|绩效|入库|目录|证书|专利|侵权|外观|投诉|罚|政策|贷款|融资|招聘|职称|博士后|签证|保险|首台|海关|年检|审批|许可|合同|协议|创新券|加急|送检|出报告|检测|化验|测试方法|试验方法|实验室|工作站|院士|科协|学会|路演|导航|(?:团体|企业|行业)标准|良种|育种|苗种|选育|中试|临床|伦理|算力|数据|标识|竞赛|校准|能力验证|节能|智能工厂|数字化|孵化|重点研发|科技项目|课题经费|技术中心|设计中心|研发机构/;
