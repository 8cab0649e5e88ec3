/** A company key taken apart; every part '' when it is not there. */
export interface NameParts {
  /** 深圳, 浙江杭州: without 省, 市. */
  region: string;
  /** What is left: brand and trade, 示光科技. */
  core: string;
  /** 有限公司, 厂 … */
  form: string;
  /** 青岛分公司 */
  branch: string;
}

/** `key` is one of `companyKey`. */
export function nameParts(key: string): NameParts {
  const branch = BRANCH.exec(key)?.[1] ?? '';
  let rest = branch === '' ? key : key.slice(0, key.length - branch.length);
  let region = '';
  rest = rest.replace(BRACKETED, (whole, place: string) => {
    if (!PLACE_ONLY.test(place)) return whole;
    region = place;
    return '';
  });
  const form = FORM.exec(rest)?.[0] ?? '';
  if (form.length < rest.length) rest = rest.slice(0, rest.length - form.length);
  const place = REGION.exec(rest)?.[0] ?? '';
  if (place !== '' && place.length <= rest.length - 2) {
    region = place + region;
    rest = rest.slice(place.length);
  }
  return {
    region: region.replace(/[省市]|自治区/g, ''),
    core: rest,
    form: form === rest ? '' : form,
    branch,
  };
}

const BRANCH = /(?:公司|集团|厂|中心)(\(?[一-鿿]{2,8}(?:分公司|分厂|办事处|营业部|分部|门市部)\)?)$/;
const BRACKETED = /\(([一-鿿]{2,6})\)/g;
const FORM =
  /(?:集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|总公司|集团公司|公司|集团|工厂|厂|商行|经营部|门市部|合作社|工作室|事务所|中心|有限合伙)$/;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
/** Cities whose companies are many; a smaller one is known by its 市 or 县. */
const CITIES =
  '石家庄|唐山|保定|廊坊|沧州|太原|沈阳|大连|长春|哈尔滨|南京|无锡|徐州|常州|苏州|南通|扬州|镇江|泰州|盐城|连云港|昆山|江阴|常熟|张家港|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|台州|义乌|永康|乐清|慈溪|余姚|合肥|芜湖|福州|厦门|泉州|晋江|南昌|济南|青岛|烟台|潍坊|临沂|淄博|济宁|威海|东营|郑州|洛阳|武汉|宜昌|襄阳|长沙|株洲|湘潭|广州|深圳|佛山|东莞|中山|珠海|惠州|江门|汕头|顺德|南宁|柳州|桂林|海口|成都|绵阳|德阳|贵阳|昆明|西安|宝鸡|兰州|西宁|银川|乌鲁木齐|呼和浩特|包头|拉萨';
const REGION = new RegExp(
  `^(?:(?:${PROVINCES})(?:省|市|自治区)?)?(?:(?:${CITIES})市?|[一-鿿]{2,4}?[市县])?(?:(?<=市)[一-鿿]{1,3}区)?`,
);
const PLACE_ONLY = new RegExp(`^(?:(?:${PROVINCES})(?:省|市)?|(?:${CITIES})市?|中国|[一-鿿]{2,4}[市县区])$`);
