import { OTHERS, PEOPLE } from './people.ts';
import { clauseAfter, clauseBefore } from './plain.ts';

/** `我们是示远五金的下游`: theirs is another one. */
const PARTNER =
  /^的?(?:老|长期|一级|二级|区域|指定)?(?:下游|上游|下家|上家|供应商|供货商|代理商?|经销商|加盟商|客户|对手|分包|总包|合作|邻居|隔壁|同行|朋友|亲戚|老乡|同学|对面)|^的?项目(?![部经])|^[^,。]{0,8}(?:介绍|推荐|转介)/;

/** Whether the words before and after a name that has no ending tell of somebody else's company, or ask. */
export function isAnothers(plain: string, start: number, end: number): boolean {
  return (
    PARTNER.test(clauseAfter(plain, end)) ||
    NAMED_BEFORE.test(clauseBefore(plain, start, true).slice(-24).replace(OF_HIS, '')) ||
    TOLD_AFTER.test(plain.slice(end, end + 16)) ||
    NEXT_OTHER.test(plain.slice(end, end + 12))
  );
}

/** `我是他徒弟`: somebody else is named to say who the writer is. */
const OF_HIS = new RegExp(`我是[他她你您]们?的?(?:${PEOPLE})`);
const NAMED_BEFORE = new RegExp(
  `(?:${OTHERS}|供应商|竞争对手|竞品|同行|别家|案例|收款|(?<![转付打汇][的了]?[,\\s]?)户名|开户行?)[^,。我]{0,4}$|[你您]们?(?:是|这边|那边|的|公司|家)*$|(?:${PEOPLE})(?:的|在|是|:)?\\s*$|(?:${PEOPLE})(?:他们)?(?:开|办)?的?(?:公司|[小分]?[厂店])[,\\s]?(?:叫|是|:)?\\s*$|(?:不是|没在|不在)$|(?<![其吉])[他她]们?(?:家|公司)?(?:是|叫|在)[^,。我]{0,14}$|(?:(?<!现)在?[那这另]一?家|以前|之前|原来|原先|曾经)[^,。]{0,4}$`,
);
const TOLD_AFTER =
  /^[^,。]{0,5}[,\s]*(?:推荐|介绍|让我|叫我|说|告诉|找我|给我)|^[^,。]{0,5}(?:吗|是吧|对吧|\?)|^吧[?,]|^[,\s]*[^,。]{0,4}比[你您]|^[,\s]*(?:报的|卖|[跟和]你们)/;
/** In the clause after it: `示远…,他们报价比你低`. */
const NEXT_OTHER =
  /^[,\s]*(?:这家|你们?|您)?(?:认识|知道|听说|熟|了解|合作过)|^[,\s]*(?:他们|他家|她们|人家|这家|那家|该公司|对方|是我们?的)/;
