/** Words of purchasing and of offices that somebody's list calls products. In a paragraph they name nothing. Data: a word more needs no code. */
export const everydayWords: ReadonlySet<string> = new Set(
  (
    '地点 地址 数量 质量 指标 标准 要求 规格 型号 尺寸 参数 图纸 样品 样本 包装 运费 运输 物流 配送 发货 供货 交货 交期 到货 收货 提货 送货 自提 价格 单价 报价 成本 预算 含税 ' +
    '发票 专票 付款 账期 定金 合同 订单 采购 购买 销售 经营 贸易 企业 公司 厂家 客户 用户 供应 供应商 生产 加工 制造 代工 研发 设计 检测 检验 验收 认证 证书 资质 许可 ' +
    '时间 日期 期限 今天 明天 本周 下周 月底 年底 每天 每月 以上 以下 以内 左右 合格 现货 库存 备货 批量 首批 长期 紧急 急需 急求 麻烦 谢谢 联系 电话 对接 安排 支持 合作 项目 ' +
    '产品 商品 物资 材料 原料 设备 机器 配件 部件 工厂 车间 仓库 市场 技术 服务 业务 公斤 千克 毫米 厘米 平方米 mm cm kg pcs 长度 宽度 厚度 直径 温度 重量 颜色 电阻 电压'
  ).split(' '),
);
