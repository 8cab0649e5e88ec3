import { anyOf } from './clauses.ts';
import type { Span } from './fact.ts';
import { afterPlace } from './places.ts';

/** A company's name as it stands in a text. */
export interface WrittenCompany extends Span {
  name: string;
  /** `full` ends like a registered name (有限公司 …), `short` like an organisation (厂, 公司 …), `trade` with a trade (科技). */
  form: 'full' | 'short' | 'trade';
}

const FULL_ENDING =
  '(?:\\(集团\\)|集团)?(?:股份)?有限(?:责任)?公司|股份公司|集团公司|有限合伙\\)?|个体工商户';
const SHORT_ENDING = [
  '总公司|分公司|公司|集团|工厂|[一-鿿]厂|商行|经营部|门市部|批发部|服务部|销售部|事务所|合作社|研究院|研究所',
  '设计院|工作室|诊所|门诊部|药房|养殖场|农场|牧场|苗圃|饭店|餐厅|中心|医院|学校|[中小大]学|幼儿园|学院|酒店|超市|商店|用品店|专卖店',
].join('|');
const TRADES = [
  '科技|电子|机械|建材|贸易|商贸|实业|机电|自动化|五金|阀门|仪表|包装|化工|塑胶|塑料|模具|精密|智能|信息|网络',
  '软件|电器|电气|照明|光电|环保|食品|餐饮|服饰|纺织|家具|医疗|器械|生物|制药|物流|装饰|工程|建设|建筑|设备',
  '新材料|材料|工贸|国际|控股|传媒|广告|文化|教育|农业|汽配|汽车|新能源|能源|股份|装备|钢构|管业|泵业|重工|印刷',
  '制造|制衣|水产|水产品|药材|证券|婚庆|快递|保险|房产|地产|检品|加工|货运|运输|投资|旅游|劳务|中介|咨询|服务',
  '外贸|电商|养殖|铸造|电镀|橡胶|玻璃|陶瓷|家电|灯饰|灯具|轴承|电缆|线缆|水泥|石材|木业|纸业|鞋业|玩具|日化|美容',
  '复合|食堂|饲料|油漆|涂料|管道|暖通|空调|消防|安防|通信|通讯|仓储|供应链|进出口|机床|电机|轮胎|电池|半导体|芯片',
  '激光|仪器|注塑|冲压|焊接|幕墙|门窗|园林|绿化|保洁|物业|开发|设计|健康|体育|娱乐|影视|动漫|游戏|支付|金融|担保',
  '租赁|拍卖|典当|技术|产品|生产|工业|商业|企业|品牌|民营|私营|国营|国有|外资|合资|上市|连锁|有限|股份|大型|小型',
  '中型|正规|本地|当地|外地|一般|普通|专业',
].join('|');
const NAME_CHAR = /[一-鿿a-z0-9()·&-]/;
const MAX_NAME = 36;

const ENDING = new RegExp(`(${FULL_ENDING})|(?:${SHORT_ENDING})`, 'g');
/** Words that end before a name begins; a name itself hardly holds them. The last one in front of the ending counts. */
const LEAD_IN = anyOf(
  [
    '[我本贵][司厂院校店]|(?<![配输])送(?:到|给)|(?<=货|样|^)送|(?<=[称名字头位])[为写]|们家(?![具电居纺私常])|(?<!美)的|(?<![酒网茶书])吧|(?<!毛)呢|过(?!滤|程)|[了吗你您我他她们这那哪谁啥很没说给叫]',
    '是(?!德)|系(?![统列])|在(?!线)|来自|不(?!锈|倒|二|凡)|比(?!亚|特)|问(?!鼎|道)|找(?!钢)|(?<!自)由',
    '有(?![限色机])|抬头|公司名称?|[厂店]名|公司全称|单位名称?|名称|全称|名字|公司(?!$)|单位(?!$)|自己|本人|发票|收款|户名',
    '客户|施工方|[甲乙丙买卖需供]方|总包|分包|业主方?|供应商|供货商|代理商|厂家|竞争对手|对手|同行|同事|朋友',
    '(?<=^|[票头要给先帮不])开|(?<=^|直|在|们|都|也|要|改|先|标|流|次|后)用|(?<=^|[我司厂们])[和与]|跟|从|去|到|听|看|让|被|把|帮|替|写|通过|代表|属于',
    '查(?:一?下|询)?|[问帮看]一?下|就职于|任职于?|供职于|服务于|隶属于?|归属|按照|(?<=^|[那就请都])按(?!摩)|\\((?:原名?|曾用名|前身|旧称):?',
    '跳槽|跳到|寄|调到|改成|改为|换成|一家|两家|几家|个|完成|什么|怎么|多少|采购(?=.{5})|签|买|卖|做|搞|要',
  ],
  'g',
);
const BRANCH = /^(?:(?![的下属旗])(?:(?!的)[一-鿿]){2,6}(?:分公司|分厂|办事处|营业部))/;
const BRACKET_PLACE = /^\([一-鿿]{2,3}\)/;

/** Candidates in a text of `plainOf`, in order; whose they are is decided elsewhere. */
export function companiesIn(plain: string): WrittenCompany[] {
  const found: WrittenCompany[] = [];
  let from = 0;
  for (const ending of plain.matchAll(ENDING)) {
    let end = ending.index + ending[0].length;
    if (ending.index < from) continue;
    const start = nameStart(plain, ending.index, from);
    const further = FURTHER.exec(plain.slice(end, end + 16));
    if (further && !LEADS_IN.test(ending[0] + further[1]!)) end += further[0].length;
    const full = ending[1] !== undefined || further?.[2] !== undefined;
    end += BRACKET_PLACE.exec(plain.slice(end, end + 10))?.[0].length ?? 0;
    if (full || ending[0] === '集团') end += BRANCH.exec(plain.slice(end, end + 12))?.[0].length ?? 0;
    const name = plain.slice(start, end);
    if (!isName(name, ending[0], full)) continue;
    found.push({ start, end, name, form: full ? 'full' : 'short' });
    from = end;
  }
  if (found.length > 0) return found;
  const trades = tradeNamesIn(plain);
  return trades.length > 0 || !LATIN_ENDING.test(plain) ? trades : latinIn(plain);
}

/** `滨州渤盐印染助剂`: a place, a name and a trade, with nothing behind them but a pause. */
function tradeNamesIn(plain: string): WrittenCompany[] {
  return [...plain.matchAll(HAN_RUN)].flatMap(({ 0: run, index }): WrittenCompany[] => {
    const words = /[的了]$/.test(run) ? run.slice(0, -1) : run;
    if (!TRADE_END.test(words.slice(-LONGEST_TRADE))) return [];
    for (
      let at = Math.max(0, words.length - MAX_TRADE_NAME);
      at + SHORTEST_TRADE_NAME <= words.length;
      at++
    ) {
      const name = words.slice(at);
      if (afterPlace(name) === null || !isTradeName(name)) continue;
      return [{ start: index + at, end: index + words.length, name, form: 'trade' }];
    }
    return [];
  });
}

const HAN_RUN = /[一-鿿]{6,}(?![a-z])/g;
const MAX_TRADE_NAME = 16;
const SHORTEST_TRADE_NAME = 6;
const LONGEST_TRADE = 4;

/** `酒店用品批发部`, `农场有限公司`: what looked like an ending was a part of the name. */
const FURTHER = new RegExp(`^([一-鿿]{0,6}?)(?:(${FULL_ENDING})|商行|经营部|门市部|批发部|商店|用品店)`);
const LEADS_IN = new RegExp(LEAD_IN.source);
const LATIN_ENDING = /\b(?:ltd|limited|inc|llc|corp|corporation|gmbh)\b/;
const LATIN_NAME =
  /(?<![a-z0-9&'.-])[a-z][a-z0-9&'.-]{0,24}(?: [a-z0-9&(][a-z0-9&'.()-]{0,24}){0,6},? ?(?:co\.?,? ?(?:ltd|limited|inc)|ltd|limited|inc|llc|corp(?:oration)?|gmbh)(?![a-z0-9])\.?/g;
const LATIN_LEAD_IN =
  /^(?:.*\b(?:is|are|am|from|at|with|for|to|by|called|named|i'm|we're|it's|company|dear|hi|hello) )?/;

/** `Ningbo Yongshi Trading Co., Ltd.` */
function latinIn(plain: string): WrittenCompany[] {
  return [...plain.matchAll(LATIN_NAME)].flatMap((found): WrittenCompany[] => {
    const start = found.index + LATIN_LEAD_IN.exec(found[0])![0].length;
    const end = found.index + found[0].length;
    const name = plain.slice(start, end);
    return /^(?:co|ltd|limited|inc|llc|corp|gmbh)\b/.test(name) ? [] : [{ start, end, name, form: 'full' }];
  });
}

function nameStart(plain: string, ending: number, from: number): number {
  let start = ending;
  while (start > from && ending - start < MAX_NAME && NAME_CHAR.test(plain[start - 1]!)) start--;
  const head = plain.slice(start, ending);
  let cut = 0;
  for (const word of head.matchAll(LEAD_IN)) cut = word.index + word[0].length;
  const rest = head.slice(cut);
  const leading = /^(?:[)·&-]+|就|也|还|又|想|\d+[.、)]|\((?![^()]*\)))+/.exec(rest)?.[0].length ?? 0;
  return start + cut + leading;
}

const GENERIC = new RegExp(TRADES, 'g');
/** Names of places do not tell one company from another. */
const PLACE = /^(?:[一-鿿]{2,3}(?:省|自治区))?(?:[一-鿿]{2,3}市)?(?:[一-鿿]{1,3}[区县])?/;

/** Something is left of it that tells this company from others: `示通阀门厂` is a name, `印刷厂` and `水产品公司` are not. */
function isName(name: string, ending: string, full: boolean): boolean {
  if (
    name.startsWith('有限') ||
    name.startsWith('股份有限') ||
    /^[()\d-]*$/.test(name.slice(0, -ending.length))
  )
    return false;
  if (
    /银行|支行|人民政府|^[一二两三四五六七八九十几多\d]+家|(?:[个家的些们]|^隔壁|^对面|^附近)厂$/.test(name)
  )
    return false;
  const kept = ending.length === 2 && ending.endsWith('厂') ? 1 : ending.length;
  const body = name.slice(0, name.length - kept).replace(/\([^()]*\)/g, '');
  const own = distinct(body);
  if (full) return body.length >= 2 && (own.length >= 1 || body.length >= 4);
  return own.length >= 2;
}

/** The trade at the end goes first: `示光电子` is 示光 and 电子, not 示, 光电 and 子. */
function distinct(body: string): string {
  const own = body.replace(PLACE, '').replace(TRADE_END, '').replace(GENERIC, '');
  return /^[新老大小好子母分总]*$/.test(own) ? '' : own;
}

/** Nothing in it tells a company from others: a place, a trade. */
export function isPlaceOrTrade(text: string): boolean {
  return distinct(text).length < 2 || VERBS.test(text) || COMMONPLACE.test(text);
}

/** A name without an ending of an organisation, `示远科技`: only ever asked where somebody says that it is one. */
export function isTradeName(text: string): boolean {
  if (text.length < 4 || text.length > 16 || !/^[一-鿿a-z0-9()]+$/.test(text)) return false;
  const rest = afterPlace(text) ?? text;
  if (!TRADE_END.test(text) || VERBS.test(rest) || COMMONPLACE.test(rest)) return false;
  return distinct(afterPlace(rest) ?? rest).length >= 2;
}

const TRADE_NAMES = [
  '科技|电子|机械|建材|贸易|商贸|实业|机电|自动化|五金|阀门|仪表|包装|化工|塑胶|塑料|模具|精密|智能|信息|网络',
  '软件|电器|电气|照明|光电|环保|食品|餐饮|服饰|纺织|家具|医疗|器械|生物|制药|物流|装饰|工程|建设|建筑|设备|材料',
  '工贸|国际|控股|传媒|广告|文化|教育|农业|汽配|汽车|能源|股份|装备|钢构|管业|泵业|重工|印刷|制造|制衣|铸造|轴承',
  '电缆|集团|陶瓷|玻璃|灯饰|石材|木业|纸业|家电|电机|水泵|门窗|玩具|鞋业|日化|管道|暖通|消防|安防|通信|供应链',
  '进出口|机床|电池|半导体|激光|仪器|注塑|幕墙|园林|饲料|涂料|橡胶|水产|[^行企作专产营毕就创职事失开停]业|纺机|家纺|针织',
  '服装|珠宝|母婴|置业|地产|旅游|酒店|工艺|制品|铝业|铜业|钢铁|钢材|线缆|密封|传动|液压|气动|焊接|防水|保温|涂装',
  '烘焙|冶金|石化|化学|医药|家居|厨具|卫浴|洁具|乐器|体育|箱包|皮具|皮革|印务|包材|胶带|轻工|机器人?|动力|传感|测控|检测',
  '电力|环境|净化|空调|制冷|冷链|粮油|花卉|苗木|燃气|航空|船舶|车辆|路桥|装潢|会展|展览|数码|通讯|光学|眼镜|文具|礼品|美妆|百货',
  '硅塑|板材|磁材|仓储|重装|助剂|工具|洗涤|汽车服务|五金店|灌溉|物资|辅料|磨料|成套|鞋材|羊绒|水处理|印染|电工|家私|标准件|紧固件',
  '锻造|锻件|铸件|齿轮|链条|弹簧|刀具|量具|磨具|焊材|钢管|管件|管材|型材|铝材|铜材|线材|丝网|筛网|过滤|粉体|颜料|染料|树脂|薄膜',
  '纸箱|吹塑|彩印|标识|布艺|配件|净水|饮料|茶叶|果蔬|生鲜|种苗|农机|农资|租赁|工控|光伏|储能|混凝土|咨询|服务|商务|电商|配送',
  '饰品|童装|女装|男装|内衣|鞋帽|音响|影音|砂石|石料|耐火|碳素|石墨|稀土|焦化|煤炭|矿产|测绘|监理|酒水|烟酒|零食|糖果|糕点|面粉|调料|冻品|水果|蛋品|海产|渔具',
  '自行车|电动车|摩配|汽车用品|校具|幼教|图文|快印|摄影|酒店用品|清洁|环卫|回收|再生资源|卫材|试剂|保健品|日用品|洗护|香精|香料|工艺品|雕塑|防腐|彩钢|集装箱',
  '吊装|起重|电梯|变压器|开关|桥架|灯具|显示屏|弱电|淡化|货运|运输|用品|汽修|轮胎|机车|铁艺|木器|漆业|花木|水暖|紧固|制冷设备|输送|包装制品|橡塑|新材',
].join('|');
const TRADE_END = new RegExp(`(?:${TRADE_NAMES})$`);
/** Where things are used, how they are: `门店照明`, `大型工程` are no names. */
const COMMONPLACE =
  /^(?:收货|收件|开票|发票|联系|客户|基本|公司)|门店|车间|厂房|办公室|家里|客厅|卧室|仓库|工地|项目|现场|学校|室[内外]|户外|道路|景观|市场|那边|这边|附近|本地|郊区|小区|老家|一[家个]|几[家个]|别的|各种|普通|简单|^(?:不锈钢|铝合金|塑料|橡胶|碳钢|铸铁|[全半]自动|二手|进口|国产|[高低中]压|防爆|电动|气动|液压|定制|批发)/;
const VERBS =
  /[做搞卖买的从找想要来去给是在有没问看]|管(?![业道件阀线桩])|开(?![关元发泰拓利盛])|(?<![船家日军车农商民])用(?!品)|生产|经营|负责|专业|采购|加(?!工)|备注|[拿送寄约]/;
