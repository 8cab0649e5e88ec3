import type { Bilingual, OptionListName } from '@bangqiao/core';
import type { ZhibangClient } from '@bangqiao/zhibang';
import type { Config } from '../config/index.ts';
import { type Options, readOptions } from '../erp/options.ts';
import { say } from '../explain/two-languages.ts';
import type { Store } from '../store/index.ts';
import { bad, type Check, failed, ok } from './check.ts';

/** Those that new customers need; kinds of follow-up have ids to fall back to (`followup/kinds.ts`). */
const LISTS: readonly { list: OptionListName; label: Bilingual }[] = [
  { list: 'ly', label: say('来源', 'sources') },
  { list: 'trade', label: say('行业', 'industries') },
  { list: 'jz', label: say('价值评估', 'values') },
  { list: 'area', label: say('区域', 'regions') },
  { list: 'sort1', label: say('分类', 'categories') },
];
/** Tried where the tenant lacks the configured source (domain.md, Field map). */
const FALLBACK_SOURCE = '网站注册';

/** Reads the tenant's option lists, and says what new customers would get from them. */
export async function checkOptions(
  client: ZhibangClient,
  store: Store,
  config: Config,
  now: Date,
): Promise<Check> {
  try {
    const { options, failed: unread } = await readOptions(client, store, now.toISOString());
    const first = unread.find(({ list }) => LISTS.some((one) => one.list === list));
    if (first) return unreadList(first);
    return chosen(options, config);
  } catch (error) {
    return failed('options', error);
  }
}

function unreadList({ list, error }: { list: OptionListName; error: unknown }): Check {
  const label = LISTS.find((one) => one.list === list)?.label ?? say(list, list);
  const { said, next } = failed('options', error);
  return bad(
    'options',
    say(`选项“${label.zh}”读不到：${said.zh}`, `the ${label.en} cannot be read: ${said.en}`),
    next ?? said,
  );
}

function chosen(options: Options, config: Config): Check {
  const wanted = config.defaults.category;
  const category = wanted ?? options.firstLeaf('sort1')?.path_label ?? null;
  if (category === null || options.id('sort1', category) === null) return noCategory(wanted);
  const sources = [config.defaults.source, FALLBACK_SOURCE];
  const source = sources.find((label) => options.id('ly', label) !== null) ?? null;
  const counts = (lang: 'zh' | 'en') =>
    LISTS.map(({ list, label }) => `${label[lang]} ${options.all(list).length}`).join(
      lang === 'zh' ? '、' : ', ',
    );
  return ok(
    'options',
    say(
      `选项已读到：${counts('zh')}；新客户的分类“${category}”，来源${source === null ? '没有合适的，不填' : `“${source}”`}`,
      `options read: ${counts('en')}; new customers get the category "${category}" and ${source === null ? 'no source (none fits)' : `the source "${source}"`}`,
    ),
  );
}

function noCategory(wanted: string | null): Check {
  const next = say(
    '在 config.yaml 的 defaults.category 写上 ERP 里有的分类（例如“工业客户/生产企业”）',
    'set defaults.category in config.yaml to a category that the ERP has (for instance "工业客户/生产企业")',
  );
  if (wanted === null) {
    return bad(
      'options',
      say(
        'ERP 的客户分类是空的，新客户没有分类可用',
        'the ERP has no customer categories: new customers cannot get one',
      ),
      next,
    );
  }
  return bad(
    'options',
    say(
      `配置的分类“${wanted}”在 ERP 里没有，新客户会写不进去`,
      `the configured category "${wanted}" is not in the ERP: new customers would not get in`,
    ),
    next,
  );
}
