import { afterPlace } from './places.ts';

/** What a company does, as it stands at the end of its name: any word of this kind, not only those met so far. */
export const TRADES = [
  '科技 电子 机械 建材 贸易 商贸 机电 自动化 化工 精密 智能 信息 网络 电气 光电 环保 餐饮 纺织 医疗 生物 制药 物流 工程 建设 建筑 工贸 国际 控股 传媒 广告 文化 教育 汽配 能源 股份',
  '重工 印刷 制造 制衣 铸造 集团 日化 暖通 消防 安防 通信 供应链 进出口 半导体 激光 注塑 园林 纺机 家纺 针织 地产 旅游 酒店 液压 气动 焊接 涂装 烘焙 冶金 石化 化学 医药 家居 卫浴',
  '体育 印务 轻工 动力 传感 测控 检测 电力 环境 净化 制冷 冷链 燃气 航空 船舶 路桥 装潢 会展 展览 数码 通讯 光学 美妆 仓储 重装 洗涤 五金店 灌溉 物资 成套 水处理 印染 电工 锻造 过滤',
  '吹塑 彩印 租赁 工控 光伏 储能 咨询 服务 商务 电商 配送 影音 焦化 矿产 测绘 监理 摩配 幼教 快印 摄影 清洁 环卫 回收 再生资源 洗护 防腐 吊装 起重 弱电 淡化 货运 运输 汽修 铁艺 紧固',
  '输送 橡塑 证券 婚庆 快递 保险 房产 检品 劳务 外贸 养殖 电镀 美容 冲压 绿化 保洁 设计 影视 水族 泵阀 模塑 生态 资讯 乳品 肉食 茶厂 书画 琴行 车行 宠物 家政 月嫂 月子',
  '口腔 眼科 中医 养老 养生 畜牧 牧场 农庄 山庄 庄园 农林 种植 菌菇 地暖 建陶 厨电 木工 石英 防火 隔热 胶粘 粘胶 钣金 机加 数控 压铸 热处理 抛光 表面处理 喷涂 喷粉 拉丝 冷镦 电控',
  '电热 换热 冷却 除尘 脱硫 固废 水务 给排水 印花 织造 毛纺 棉纺 丝绸 麻纺 化纤 制鞋 劳保 茶庄 酒庄 酿造 烘焙坊 团餐 中央厨房 炒货 喷绘 办公 文创 书店 书局 影像 称重 阀控 微电 触控',
  '物联 物联网 云计算 软件开发 机房 智造 精工 精机 精铸 重机 重型 矿机 选矿 油田 氢能 风电 车饰 海工 航材 装修 市政 建工 建安 基建 地基 钻探 勘测 土石方 园艺 景观 苗圃 花艺 花店 管理',
  '策划 会务 礼仪 文旅 文体 健身 瑜伽 游乐 代理记账 财税 知识产权 翻译 人力 人力资源 外包 速运 快运 物流园 船务 报关 跨境 工坊 工房 作坊 铺子 检测中心 学堂 书院 幼儿 托育 驿站 客栈',
  '民宿 宾馆 饭庄 食府 酒楼 茶楼 农家乐 便利店 药店 药房 诊所 美容院 养老院 敬老院 福利院 卫生院 动物园 植物园 科技园 产业园 商社 贸易行',
  '国旅 旅行社 驾校 车队 影院 影城 剧院 足浴 美发 美甲 康复 干洗 婚纱 律所 评估 鉴定 林场 茶场 鸡场 猪场 牛场 羊场 文印 装璜 布行 绣坊 染坊 茶社 粥铺 面馆 饭店 酒家 金店 汽贸 洗车',
  '水产加工 食品加工 粮油加工 石材加工 木材加工 机械加工 木业加工 农产品加工 货运代理 海运代理 国际货代 货代 盐化 氯碱 磷化 粮机 塑机 包机 化机 冶机 轻机 液机 制桶 制盖 制罐 制袋 制管 制版 制线 电线 蓄电 铆焊 焊割',
  '船厂 海运 港务 出版 出版社 研学 托管 运维 展示 宠物店 机电安装 水电安装 早教 画室 舞蹈 球馆 技校 职校 钢贸 直播 编织 刺绣 软装 切割 雕刻 折弯 煤机 砖厂 复材 发泡 挤塑 滚塑',
].flatMap((line) => line.split(' '));
/** What it makes or sells. Such a word ends the name of a company or of goods: `示海阀门`, `法兰阀门`. */
export const WARES = [
  '五金 阀门 仪表 包装 塑胶 塑料 模具 软件 电器 照明 食品 服饰 家具 器械 装饰 设备 材料 汽车 装备 钢构 轴承 电缆 陶瓷 玻璃 灯饰 石材 家电 电机 水泵 门窗 玩具 管道 机床 电池 仪器',
  '幕墙 饲料 涂料 橡胶 水产 服装 珠宝 母婴 工艺 制品 钢铁 钢材 线缆 密封 传动 防水 保温 厨具 洁具 乐器 箱包 皮具 皮革 包材 胶带 空调 粮油 花卉 苗木 车辆 眼镜 文具 礼品 百货 硅塑',
  '板材 磁材 助剂 工具 辅料 磨料 鞋材 羊绒 家私 标准件 紧固件 锻件 铸件 齿轮 链条 弹簧 刀具 量具 磨具 焊材 钢管 管件 管材 型材 铝材 铜材 线材 丝网 筛网 粉体 颜料 染料 树脂 薄膜 纸箱',
  '标识 布艺 配件 净水 饮料 茶叶 果蔬 生鲜 种苗 农机 农资 混凝土 饰品 童装 女装 男装 内衣 鞋帽 音响 砂石 石料 耐火 碳素 石墨 稀土 煤炭 酒水 烟酒 零食 糖果 糕点 面粉 调料 冻品 水果',
  '蛋品 海产 渔具 自行车 电动车 校具 图文 卫材 试剂 保健品 香精 香料 工艺品 雕塑 彩钢 集装箱 电梯 变压器 开关 桥架 灯具 显示屏 用品 轮胎 机车 木器 花木 水暖 新材 机器人 机器 水产品',
  '面料 粉条 粉丝 面条 挂面 豆制品 药材 水泥 油漆 芯片 电脑 木门 地板 瓷砖 灶具 吊顶 墙板 砂浆 岩棉 涂层 粉末 密封件 螺丝 螺栓 螺母 铆钉 刃具 磨床 铣床 夹具 治具 工装 冲件 机箱 机柜 电炉 锅炉 容器 反应釜 风机',
  '空压机 压缩机 叉车 输送机 提升机 织带 花边 拉链 纽扣 纤维 无纺布 帆布 窗帘 毛巾 毛绒 羽绒 床品 寝具 鞋底 运动服 校服 防护 食材 食用菌 调味 调味品 油脂 啤酒 咖啡 蛋糕 火锅 小吃 卤味',
  '冷饮 干果 坚果 海鲜 纸品 胶袋 塑料袋 编织袋 瓶盖 软包 彩盒 广告牌 标牌 展具 道具 货架 教具 传感器 衡器 地磅 电源 电容 电阻 线路板 电路 光纤 光缆 监控 门禁 机床附件 砂轮 超硬 钻具',
  '石油 油品 润滑油 天然气 锂电 充电桩 车灯 车桥 零部件 摩托 电动 船用 无人机 草坪 门窗厂',
  '蛋鸡 种猪 兽药 农药 化肥 种子 奶茶 饮品 甜品 副食 干货 特产 土产 银饰 玉器 车品 电瓶 不锈钢 铝型材 电动工具 蔬菜 菜篮子 团购 甜点 面点 饼业 米粉 豆腐 卤菜 熟食 肉类 牛肉 羊肉 水饺',
  '速冻 冷库 保鲜 冰鲜 海参 茶具 瓷业 琉璃 铜艺 根雕 红木 藤编 竹木 竹制品 草编 皮草 牛仔 针织衫 袜子 地毯 墙纸 壁纸 遮阳 雨棚 膜结构 钢结构 网架 围栏 护栏 井盖 管桩 预制件 沥青 石膏',
  '石灰 矿山机械 矿用 油缸 油泵 阀组 真空 真空泵 齿轮箱 减速机 电磁 磁性 磁铁 线圈 连接器 接插件 端子 继电器 断路器 配电 电控柜 电焊机 焊机 数控刀具 激光切割 水刀 剪板 泡沫 海绵 乳胶',
  '硅胶 硅橡胶 聚氨酯 环氧 玻璃钢 碳纤维 滤芯 滤材 滤布 水处理设备 臭氧 紫外 消毒 卫浴洁具 马桶 龙头 淋浴 橱柜 衣柜 全屋定制 定制家居 床垫 沙发 办公椅 课桌椅',
].flatMap((line) => line.split(' '));
/** How a company may be called beside its trade. */
const QUALITIES =
  '代工|生产|工业|商业|企业|品牌|民营|私营|国营|国有|外资|合资|上市|连锁|有限|大型|小型|中型|正规|本地|当地|外地|一般|普通|专业|加工|产品|开发|技术|食堂|中介|投资|担保|金融|支付|拍卖|典当|健康|生活|数据|动漫|游戏|娱乐|复合';
/** `水产品` before `水产`: the longest first. */
const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|');
const GENERIC = new RegExp(`${longestFirst([...TRADES, ...WARES])}|${QUALITIES}`, 'g');
const WORDS: ReadonlySet<string> = new Set([...TRADES, ...WARES, ...WARES.map((ware) => `${ware}店`)]);
const LONGEST_TRADE = Math.max(...[...WORDS].map((word) => word.length));
/** 药业, 门业; not 行业, 企业. */
const BRANCH = /[^行企作专产营毕就创职事失开停业]业$/;
/** The length of the trade at the end of a text; 0 without one. */
export function tradeLength(text: string): number {
  for (let length = Math.min(LONGEST_TRADE, text.length); length >= 2; length--)
    if (WORDS.has(text.slice(-length))) return length;
  return BRANCH.test(text) ? 2 : 0;
}

/** Names of places do not tell one company from another. */
const PLACE = /^(?:[一-鿿]{2,3}(?:省|自治区))?(?:[一-鿿]{2,3}市(?![政场集]))?(?:[一-鿿]{1,3}[区县])?/;

/** The trade at the end goes first: `示光电子` is 示光 and 电子, not 示, 光电 and 子. */
export function distinct(body: string): string {
  const rest = body.replace(PLACE, '');
  const own = rest.slice(0, rest.length - tradeLength(rest)).replace(GENERIC, '');
  return /^[新老大小好子母分总]*$/.test(own) ? '' : own;
}

/** Something is left of a name that tells it from others: `五金制品有限公司` and `粉条厂` are no names. */
export function isDistinct(name: string): boolean {
  const body = name.replace(ENDING, '');
  return !/^[的了是]/.test(name) && distinct(afterPlace(body) ?? body) !== '';
}
const ENDING = /(?:股份)?有限(?:责任)?公司$|公司$|厂$/;
