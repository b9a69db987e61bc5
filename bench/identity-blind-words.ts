/** Words a trade begins with in the names of Chinese firms, from memory; only used to cut a name where a reader would. */
export const tradeWords =
  '科技 机械 电子 电气 电器 电力 电缆 电路 电工 电源 电讯 化工 化学 化纤 制药 药业 医药 生物 医疗 生命 健康 食品 酒业 饮料 乳业 新材料 新材 材料 新能源 能源 环保 环境 信息 软件 网络 通信 通讯 光电 光学 光纤 精密 精工 精机 数控 机床 自动化 智能 智慧 机器人 汽车 车辆 重工 重型 重科 工业 工程 建设 建筑 建工 路桥 地产 置业 房地产 实业 发展 投资 控股 集团 股份 钢铁 特钢 铝业 铜业 矿业 矿山 黄金 稀土 有色 金属 玻璃 水泥 建材 陶瓷 家居 家具 服饰 服装 纺织 针织 毛纺 印染 造纸 纸业 包装 印刷 塑料 塑胶 橡胶 轮胎 农业 种业 牧业 渔业 水产 海洋 饲料 物流 运输 航空 航运 港口 高速 铁路 机场 旅游 酒店 百货 商业 超市 连锁 传媒 文化 教育 影视 传播 广告 体育 证券 银行 保险 信托 期货 热电 水务 燃气 天然气 石油 石化 油气 煤业 煤电 焦化 锅炉 阀门 泵业 轴承 齿轮 液压 仪器 仪表 测控 检测 半导体 微电子 集成 芯片 显示 照明 电池 锂业 动力 电机 电梯 空调 制冷 冷链 厨房 珠宝 玩具 文具 家电 设备 装备 装饰 园林 设计 技术 高新 股权 供应链 贸易 进出口 国际 产业 资源 管业 管道 线缆 密封 模具 工具 钨业 钛业 锆业 磁材 磁业 碳素 氟材料 化肥 农化 肥业 日化 香精 卫浴 木业 地板 竹业 茶业 糖业 盐业 粮油 油脂 火箭 卫星 导航 防务 船舶 造船 重机 起重 工程机械 环卫 水利 水电 生态 节能 热能 燃料 特种 复合 纤维 纳米 胶业 涂料 颜料 医学 诊断 器械 基因 疫苗 口腔 眼科 医院 数据 数码 数字 云计算 互联 互动 游戏 出版 财富 金融 租赁 管理 服务 咨询 信用 家纺 羽绒 皮革 鞋业 箱包 钟表 乐器 办公 厨具 炊具 餐饮 烘焙 调味 肉类 果业 蔬菜 花卉'.split(
    ' ',
  );

export interface Trade {
  readonly name: string;
  readonly short: string;
  readonly english: string;
  /** two trades of one field are no plain reason to tell firms apart */
  readonly field: 'sea' | 'metal' | 'cloth' | 'chemistry' | 'building' | 'health' | 'service' | 'electronics';
}

export const madeTrades: readonly Trade[] = [
  { name: '水产食品', short: '水产', english: 'Aquatic Foods', field: 'sea' },
  { name: '海洋生物科技', short: '海洋生物', english: 'Marine Biotech', field: 'sea' },
  { name: '船舶修造', short: '船舶', english: 'Shipbuilding', field: 'sea' },
  { name: '渔具', short: '渔具', english: 'Fishing Tackle', field: 'sea' },
  { name: '精密机械', short: '精密', english: 'Precision Machinery', field: 'metal' },
  { name: '数控机床', short: '数控', english: 'CNC Machine Tools', field: 'metal' },
  { name: '铸造', short: '铸造', english: 'Foundry', field: 'metal' },
  { name: '汽车零部件', short: '汽车配件', english: 'Auto Parts', field: 'metal' },
  { name: '服装', short: '服装', english: 'Garments', field: 'cloth' },
  { name: '家用纺织品', short: '家纺', english: 'Home Textiles', field: 'cloth' },
  { name: '地毯', short: '地毯', english: 'Carpets', field: 'cloth' },
  { name: '碳纤维新材料', short: '碳纤维', english: 'Carbon Fibre', field: 'chemistry' },
  { name: '精细化工', short: '化工', english: 'Fine Chemicals', field: 'chemistry' },
  { name: '橡胶制品', short: '橡胶', english: 'Rubber', field: 'chemistry' },
  { name: '塑料包装', short: '塑料', english: 'Plastic Packaging', field: 'chemistry' },
  { name: '建筑安装工程', short: '建安', english: 'Construction', field: 'building' },
  { name: '混凝土', short: '商砼', english: 'Concrete', field: 'building' },
  { name: '门窗', short: '门窗', english: 'Windows and Doors', field: 'building' },
  { name: '医疗器械', short: '医疗', english: 'Medical Devices', field: 'health' },
  { name: '医用高分子制品', short: '医用制品', english: 'Medical Polymer', field: 'health' },
  { name: '药业', short: '药业', english: 'Pharmaceutical', field: 'health' },
  { name: '物流', short: '物流', english: 'Logistics', field: 'service' },
  { name: '人力资源服务', short: '人力', english: 'Human Resources', field: 'service' },
  { name: '国际贸易', short: '国贸', english: 'Trading', field: 'service' },
  { name: '酒店管理', short: '酒店', english: 'Hotel Management', field: 'service' },
  { name: '电子', short: '电子', english: 'Electronics', field: 'electronics' },
  { name: '打印机耗材', short: '耗材', english: 'Printer Supplies', field: 'electronics' },
  { name: '自动化设备', short: '自动化', english: 'Automation', field: 'electronics' },
  { name: '软件技术', short: '软件', english: 'Software', field: 'electronics' },
];

/** character and its sound, to make a 字号 and its Latin letters */
export const syllables =
  '宏hong 泰tai 鑫xin 华hua 盛sheng 恒heng 瑞rui 德de 诚cheng 丰feng 金jin 明ming 通tong 兴xing 宝bao 佳jia 康kang 利li 远yuan 新xin 安an 海hai 东dong 光guang 天tian 信xin 立li 和he 源yuan 顺shun 昌chang 隆long 富fu 建jian 威wei 凯kai 博bo 润run 圣sheng 正zheng'.split(
    ' ',
  );

/** not a slip of the pen: another sound and another shape */
export const otherBrandCharacters = [...'鹏润隆昌赛迪凯博森博雅泓景尚川岳麒麟翔悦湘颐韵卓逸晟捷骏翰澳邦优奥赫铭琪'];
