import { anyOf, lastEnd } from './clauses.ts';
import { CALLED, FULL_NAME, JOBS, OTHERS, PEOPLE, PLACES, TITLES } from './people.ts';
import { clauseAfter, clauseBefore } from './plain.ts';
import { SURNAMES } from './surnames.ts';

/** Whose a value is, as the words around it say; null where they say nothing. */
export type Whose = 'own' | 'other' | null;

/**
 * Whose number, address or e-mail stands at `start`–`end`. Words right after it (`是我同事的`, `这个不是我的`) decide; else the
 * nearest person named before it in its sentence, from `from` (the end of the value before) on.
 */
export function whoseIs(plain: string, start: number, end: number, from = 0): Whose {
  const after = clauseAfter(plain, end, true).slice(0, 24);
  if (AFTER_OWN.test(after)) return 'own';
  if (MINE.test(clauseBefore(plain, start, true)) && TITLED.test(after)) return 'own';
  if (AFTER_OTHER.test(after)) return 'other';
  const reach = clauseBefore(plain, start, true).length;
  if (CARD.test(plain.slice(start - reach, start))) return 'own';
  const before = onlyHolders(plain.slice(Math.max(from, start - reach), start).trimEnd());
  const own = lastEnd(before, OWN);
  if (lastEnd(before, HANDED_OVER) > own) return 'other';
  if (lastEnd(before, OTHER) > Math.max(own, lastEnd(before, WRITER))) return 'other';
  if (own >= 0) return 'own';
  return UNOFFERED.test(before) ? 'other' : null;
}

/** `我的电话 你记下 138… 陶工`: the title is the writer's. */
const MINE = /我的?(?:电话|手机|号码?)[^\d我他她]{0,8}$/;
const TITLED = new RegExp(`^\\s?[一-鿿](?:${TITLES})\\s*$`);

/** `我把老板号码给你`: whatever else is said before the number comes. */
const HANDED_OVER = new RegExp(
  `(?:${PEOPLE}|${PLACES})[^。;!?\\n我]{0,4}(?:电话|手机|号码?|微信|联系方式)(?:给|发|推)(?:你|您)`,
  'g',
);
/** Spoken of, not given: `我存的是138…`, `租户的电话138…`, `机身号138…`. */
const UNOFFERED = anyOf([
  '(?<!手机|微信|电话|[主新小大用同个本这那我的把\\d])号$',
  '(?:请问|问)[^,]{0,4}这是$',
  '[一-鿿](?<!号码?|电话|手机|微信|联系方式|(?:登记|预留|注册|留)的|邮箱|邮件|地址|本人|我的?|新的?|正确的?|应该|[就还改号]|错了?|不对|不好意思|抱歉|哦|嗯|哈|对|现在)是$',
  '[一-鿿](?<!我们?|咱们?|公司|单位|本人|自己|[新用]|联系|工作|平时|登记|注册|预留)的(?:手机|联系)?(?:电话|手机|号码?)(?:是|:)?$',
]);

const PHONE_WORD = '电话|手机|号码|号|微信|联系方式|联系|tel|vx|wx|邮箱|邮件|地址|e-?mail';
/** An office's mailbox or address is the company's own; its telephone is a colleague's. */
const PHONE_OF_PLACE = '电话|手机|号码|号|微信|联系方式|联系|tel|vx|wx';
const OUR =
  '(?:我们?|咱们?|俺|(?<![一-鿿])(?:公司|单位|部门|厂里?|店里?|家里?|项目|工地)|(?:那边|那里|这边)的?)(?:的|家|那边的?|这边的?|公司的?)?';
const YOUR = '(?:你们?|您|贵司|贵公司)(?:公司|单位|家|那边?|这边?|店|厂)?的?';
const REACH_FOR =
  '(?:联系|找|打给|加|问|打|发给|寄给|交给|换成?|让|叫|由|给|对接|通知|咨询)(?:一下|下|到)?(?:我们?|他们?|公司)?的?';

/** Words that make the number somebody else's. */
const OTHER = anyOf(
  [
    // Another person is named.
    `[一-鿿]那个 ?${FULL_NAME}[\\s:]*$`,
    `(?:${OTHERS})`,
    `${OUR}(?:${JOBS}|${PLACES}|${CALLED})`,
    `${REACH_FOR}(?:${JOBS}|${PLACES}|${CALLED}|[老小阿][一-鿿](?=[,，\\s]*$))`,
    `(?:${JOBS})(?:姓|叫|名字|的?(?:${PHONE_WORD}))`,
    `(?:${PLACES})(?!要|用|员工)[^。;!?\\n,我]{0,6}?的?(?:${PHONE_OF_PLACE})`,
    `(?:门店|仓库|库房|工地|车间|现场|项目部|物业|客服)(?:${JOBS})|(?:老板娘|司机|会计|出纳|厂长|门卫|保安|队长|店长|工头|秘书|助理)[:\\s]*$`,
    `(?:${PLACES})[^,。;!?\\n我]{0,6}(?:找|打|联系|加)$`,
    `(?:${JOBS}|${PLACES})(?:的[,:\\s]*$|那边|这边|那里)`,
    `(?:仓库|库房|财务|前台|门卫|司机|工地|车间|客服|总机|值班室)部?[:\\s]*(?:${CALLED})?[:\\s]*$`,
    `(?:联系人|接货人|提货人)(?![^。;!?\\n]{0,5}(?:我|本人)|[:是\\s]{0,2}${FULL_NAME}(?![一-鿿]))[^。;!?\\n]{0,8}`,
    `(?<=[^,\\s:。])(?:${CALLED})|(?:${CALLED})(?=[^。;!?\\n,\\s])`,
    `(?:^|[\\s,;:(])[一-鿿]{1,2}(?:${TITLES})(?:电话|手机|号码?|微信)?[:是\\s]*$`,
    '的(?:人|那位|那个人)(?:叫|姓|是(?!我))',
    `(?:采购|财务|负责|对接|接洽|拍板|管[^。;!?\\n,我]{0,4})[^。;!?\\n,我]{0,6}是(?!我(?!们))[^。;!?\\n]{1,8}$`,
    // Ours: the one who is written to.
    `${YOUR}(?:${JOBS}|${PLACES}|老?板?|${CALLED})(?:的|上|是)?(?:电话|手机|号|微信|热线|邮箱|地址|网站)`,
    `(?<![给发推诉转让])${YOUR}(?:${JOBS}|${PLACES}|官网|网站|名片)[^。;!?\\n,我]{0,12}$`,
    '(?<![给发留推诉转寄传跟])(?:你|您)(?:们)?(?:那个|这个|的|之?前?留的|给的|发的|那边的?|家的?)?(?:号码?|电话|手机)?\\s*$',
    // A number that was called, that called, or is no longer used.
    '(?:拨打?|打|来|呼|接)(?:了|过|的|到)(?:是)?(?:个|一个)?(?:电话)?(?:是|的是|:)?$',
    '(?:你|您)们?(?:又|老|总|还|一直|天天)+打$|我(?:拨|打|呼|试)(?:了|过|的)?$|(?:刚才?|昨天|又|已经)(?:给|打)$',
    '(?:打给|找|联系过?|骚扰)我的(?:是|那个|号码?|电话)+:?$',
    '(?:来电|骚扰电话|诈骗|陌生号码?|这个号码?是|尾号|显示(?:的是|是)?|谁的(?:号|电话)?|热线|总机|中介|收到|(?<!发)短信|打来的?|打进来的?|看到|(?:充|查|查询)(?:个|一下|下)?(?:话费|流量)?|话费|踢了?|拉黑)[^,。;!?\\n]{0,4}$',
    '给(?:了|过)?我(?:了|的|一个|个|这个)*(?:号码?|电话)?:?$|(?:有人(?!吗|在|没|能|可以)|有[个位][^,。;!?\n我]{1,8}(?=加|打|找|联系|给|发)|冒充)[^。;!?\\n]{0,20}$',
    '(?:旧|老|原来的?|以前的?|之前的?|原先的?|过去的?|曾经的?|前面那个|不用的)(?:手机)?(?:号码?|电话|手机|邮箱|地址|微信)',
    '(?:别|不要|不用|勿|甭|莫)再?(?:打|加|拨|用|联系|发|存|记|给|填|写|留)(?:这个|那个|到|给)?(?:号码?|电话|手机号?)?了?:?\\s*$',
    '(?:不是|非|并非)(?:我的?)?\\s*$',
    '(?:(?<![还我另])有一?个|来了个)(?:号码?|电话)?\\s*$',
    '(?:打|拨|呼)(?:了|过|通|给)?[你您](?:们)?(?:的|这个|那个)?(?:号码?|电话|手机)?:?\\s*$',
  ],
  'g',
);

/** Words that make it the writer's. */
const OWN = anyOf(
  [
    '我(?:自己|本人|个人|这边|这里|这|那)?的?(?:个人|新|常用|办公|工作|另一个|另外一个|备用|私人|公司|长期|第二个)?的?(?:电话|手机|号码?|微信|联系方式|联系电话|tel|邮箱|邮件|地址|名片|e-?mail|本机|工作邮箱)(?!里|上|没|打不)',
    '我是',
    `(?:打|加|联系|发|找|问|call|呼|回)(?:给)?(?:到)?我(?!们?的?(?:${PEOPLE}|${PLACES}|${CALLED}))`,
    '我(?:的)?[:是]|本人|本机|新(?:手机)?(?:号码?|电话|邮箱)|新的(?:是|:)?\\s?$|改(?:成|为|用|到)|换(?:成|为|到|了)(?=[\\s:\\d+]*$)|以这个为准|应该是|正确的?(?:是|:)|微信同号|我自己的?',
    '(?:现在|目前|以后|今后|都|一直|一般|平时|常)用(?:这个|的是?)?:?\\s*$',
    `(?:^|[,\\s]|就|可以|直接|请|都|也|再|改|还是|以后|后面|有事|麻烦)(?:打|拨打?|回拨?|回电|call)(?:打|这个|另一个|手机|电话|号)*:?\\s*$`,
  ],
  'g',
);

/** The writer, in whatever part: who was named before him is not the one spoken of. */
const WRITER = new RegExp(
  `我(?!们?(?:的|家|公司|单位|厂里?|这边|那边)*(?:${PEOPLE}|${PLACES}|${CALLED}))`,
  'g',
);

/** Somebody is told of for another reason: who sent, asked, said or is away. Not the holder of a number. */
const IN_PASSING =
  /介绍|推荐|转介|[让叫要派喊催托]我|[说讲](?!的)|问|谈过|聊过|联系过|见过|合作|不在|出差|离职|走了|同意|批了|等|一起|催|认识|忙|没空/;
const GREETED = new RegExp(
  `^\\s*(?:${CALLED}|[一-鿿]{0,2}(?:老板|师傅|经理|老师|[哥姐]|总|先生))(?=[,!~\\s]*(?:你好|您好|在吗|在不|早|好|hi|hello|哈喽|[,!~](?!\\s*\\d)))`,
);
const INTRODUCES = /(?:我|本人)(?:就?是|叫|姓|来自)(?!帮|替|给|代|跟|找|问)[^。;!?\n,]{0,40}/g;
const RECIPIENT = new RegExp(
  `收[货件]人[:是写\\s]*${CALLED}|[一-鿿]{1,3}(?:先生|女士|小姐|生|${TITLES})?\\s?收`,
  'g',
);

/** The words before a value without those that name nobody who could hold it; the length stays. */
function onlyHolders(before: string): string {
  const said = before
    .replace(GREETED, blank)
    .replace(INTRODUCES, (words) => `${blank(words.slice(2))}我是`)
    .replace(RECIPIENT, (words) => (/我|同事|仓库|库房|财务/.test(words) ? words : blank(words)));
  const last = Math.max(said.lastIndexOf(','), said.lastIndexOf('、'));
  if (last < 0) return said;
  const earlier = said
    .slice(0, last)
    .replace(/[^,、]+/g, (clause) => (IN_PASSING.test(clause) ? clause.replace(/[^我]/g, ' ') : clause));
  return earlier + said.slice(last);
}

const blank = (words: string) => ' '.repeat(words.length);

/** Words between a value and what is said of it. */
const GAP = '^["\'”’)]?[\\s,:(-]{0,3}';
const THIS = '(?:这|那)?(?:个|是)?(?:号码?|电话|邮箱|微信)?(?:就|才|也|都|倒)?(?:是|为)?';
/** No other number follows that these words could belong to. */
const LAST = '(?![^,。;!?\\n]{0,8}[+\\d]{3})';

const AFTER_OWN = new RegExp(
  `^[\\s,:(]{0,3}${THIS}(?:我(?:的(?!${PEOPLE})|本人|自己|这边的|新号|$|[,。!)\\s])|本人|(?:我们|咱们?)(?:公司|厂里?|单位|这边)?的(?!${PEOPLE}|${PLACES}))|^[\\s,(]{0,2}(?:打|加|用|存|记)?(?:这个|此号)?(?:就)?(?:找|联系|打给)我(?!们?的?(?:${PEOPLE}|${PLACES}))|^[,\\s]*[让叫](?:他|她)们?(?:回|打|加|联系)[^,。]{0,3}我`,
);
const AFTER_OTHER = anyOf([
  '^[^。;!?\\n]{0,10}(?:打|找|联系|加|问)(?:给)?(?:他|她)(?!们|[^,。;!?\\n]{0,4}\\d)',
  `^[^。;!?\\n\\d]{0,6}[,\\s](?:那|这)是(?:我|咱|他|她)?们?的?前?(?:${PEOPLE})`,
  '^,?(?:改|换)[^,。;!?\\n\\d]{0,6}\\d',
  '^[^,。;!?\\n\\d]{0,4}给我(?:打|发)',
  '^[^。;!?\\n]{0,8}是(?:不是)?(?:(?:你|您)们|贵公司|(?:你|您)[^,。;!?\\n]{0,6}(?:吗|吧|的))',
  '^[^,。;!?\\n]{0,6}(?:加不上|搜不到|打不通)[^。;!?\\n]{0,4}换',
  `${GAP}(?:这个|那个)?(?:号码?|电话)?(?:就|请|麻烦)?(?:给|帮我|从[^。;!?\\n,]{0,6})?(?:删|拉黑|屏蔽|划掉|去掉|拿掉)`,
  `${GAP}(?:这|那|这个|那个|这个号码?|这是|那是)?(?:是|为)(?:发给|打给|给|留给)?(?:我|咱|他|她)?们?(?:公司|厂里?|这边|家)?(?:另一个|另外一?个|的)?(?:${PEOPLE}|${CALLED}|${PLACES})`,
  `${GAP}(?:我|咱)?们?(?:公司)?的?(?:${PEOPLE})(?:[一-鿿]{0,3}的(?!\\s*[:是]?\\s*[+\\d])|的?电话|的?手机|的?号|的?微信|[),\\s]|$)${LAST}`,
  `${GAP}(?:${PLACES})(?:的|[),\\s]|$|${CALLED})${LAST}`,
  `${GAP},?${THIS}(?:(?:已经|早就|现在)?不是我的?|不是本人|(?:我)?(?:以前|之前|原来|过去|曾经)(?:的|用)|是不是(?:你|您)|你(?:们)?(?:吗|吧|的|那边)|是?您(?:吗|吧|的)|是?谁|(?:已经?)?(?:改|换|变更)(?:成|为|到|了)|早?已?经?(?:停用|停机|注销|空号|作废|过期|换了|不用了)|(?:现在|早就|已经)不用|(?:打不通|没打通|没通|不通|没人接|无人接|没接|一直占线)(?!就|的话|再|,?打)|打错|的(?:人|机主|那位))`,
  `${GAP}[^。;!?\\n,]{0,4}(?:空号|停机了|(?:一直|总|老是?|天天|刚才?|又)(?:在)?打我|打给我(?:的|了)|打来|打过来(?!也|就|即|聊)|骚扰|是骗|是诈骗)`,
  `${GAP}(?:你|您|直接|请)?(?:直接)?(?:找|联系|叫|问|打给)(?:一下)?(?:我们?|他们?)?的?(?:${PEOPLE}|${PLACES}|${SURNAMES}(?:${TITLES})|老[一-鿿]|小[一-鿿])(?![一-鿿]{0,2}(?:打(?!给)|拨|加|联系|[找给]我|回))`,
  '^[^。;!?\\n\\d]{0,20}不是(?:我的|本人)(?!吗)',
  `${GAP}(?:${CALLED})[,\\s]*(?:工头|包工头|司机|师傅|门卫|保安|[仓库]管|保管)`,
  `${GAP}[一-鿿]{1,2}(?:${TITLES})(?:[,。!?)\\s]|收|$)${LAST}`,
  `${GAP}(?:他|她)(?:是|叫|姓|会|来|负责|在)`,
  '^[^。;!?\\n]{0,3}(?:是不是|对不对|对吗|是吗|吗)(?:[?？]|$)',
]);

/** `示远有限公司,王小示,采购经理,138…`: a name card in one line, its title is the writer's own. */
const CARD = new RegExp(
  `^[^,。;!?你您他她找给让帮]{4,36}[,\\s/|]+${FULL_NAME}[,\\s/|]+[一-鿿]{0,6}(?:经理|主管|总监|工程师|主任|厂长|总|采购员?|销售|业务员|负责人|会计)[,\\s/|]*(?:手机|电话|联系电话|tel|m)?[:.\\s]*$`,
);

const ANNOUNCES = new RegExp(
  `(?:发|给|推)(?:你|您)?[^。;!?\\n]{0,4}(?:${PEOPLE}|${PLACES})[^。;!?\\n]{0,4}(?:电话|手机|号码?|微信|联系方式|邮箱)|(?:联系|找|打给|加)(?:一下|下)?(?:我们?|他们?)?的?(?:${PEOPLE}|${PLACES})|(?:${PEOPLE})的?(?:电话|手机|号码?|联系方式)[^。;!?\\n]{0,6}(?:发|给|推|是|:|如下|$)|(?:${PLACES})的?(?:电话|手机|号码?|联系方式)[^。;!?\\n]{0,4}(?:发|给|推)|(?:发|给|推)你.{0,6}(?:他|她|对方)的`,
);

/** The next number will be somebody else's: `我把仓库老刘的电话发你`. */
export function announcesOther(plain: string): boolean {
  return ANNOUNCES.test(plain);
}
