import { COMMON_SURNAMES, RARER_SURNAMES, SURNAMES } from './surnames.ts';

/** Somebody else than the writer wherever they are named. */
export const OTHERS = [
  '朋友(?!圈)|同事|老公|老婆|爱人|丈夫|妻子|太太|媳妇|儿子|女儿|父亲|母亲|爸爸|妈妈|亲戚|邻居|同学|室友|家里?人|熟人',
  '(?<![老新大])客户|甲方|[货车店机户]主|业主|房东|合伙人|徒弟|前[夫妻]|前(?:男|女)友|下属|搭档|前任|上一任|接班的|(?<![其吉])他|她|对方|人家|别人|司机',
  'boss|colleague|friend|wife|husband|manager|assistant',
].join('|');

/** The writer's own in a signature (采购经理 王小示), somebody else with 我们 before or a telephone after. */
export const JOBS = [
  '老板娘?|领导|先生|男朋友|女朋友|孩子|爸|妈|[大小二三]?[哥姐弟妹]|哥哥|姐姐|弟弟|妹妹|[表堂][哥姐弟妹]|叔叔?|舅舅?|姑姑?|嫂子?|对象',
  '司机|师傅|法务|文员|跟单|内勤|助理|秘书|经理|主管|主任|会计|出纳|厂长|库管|仓管|工程师|电工|设计师|门卫|前台|代理商?|供应商|供货商|厂家',
  '经销商|货代|律师|老师|采购员|业务员|负责人|班组长|工头|包工头|总监|老总|队长|店长|员工|工人',
].join('|');

/** Where somebody sits, named for whoever is there. */
export const PLACES = [
  '采购部?|财务部?|销售部?|物流|快递员?|技术员?|技术部|售后|售前|仓库|库房|安装工?|施工队|工地|现场|客服|门店|总机|行政|人事',
  '接货人?|提货人?|工厂|车间|物业|项目部|传达室|门岗',
].join('|');

/** Anybody else, in the patterns of questions, companies and addresses. */
export const PEOPLE = `${OTHERS}|${JOBS}`;

export const TITLES =
  '经理|总(?![共计价额数量部公])|工(?![程业厂具艺作地人期])|主任|师傅|老师|主管|厂长|会计|助理|队长|老板|姐|哥|部长|科长|处长|店长';
/** `王总`, `老陈`: by surname, as others call them. */
export const CALLED = `(?:[${COMMON_SURNAMES}${RARER_SURNAMES}](?:${TITLES})|[老小阿](?!程序|金额|方[便案]|万)[${COMMON_SURNAMES}${RARER_SURNAMES}])`;
/** A full name: surname and one or two characters. */
export const FULL_NAME = `${SURNAMES}[一-鿿]{1,2}`;
