import type { Bilingual, Language, OptionListName } from '@bangqiao/core';
import type { ZhibangClient } from '@bangqiao/zhibang';
import type { Config } from '../config/index.ts';
import { type Options, readOptions } from '../erp/options.ts';
import { readUsualCategory } from '../erp/usual-category.ts';
import type { Store } from '../store/index.ts';
import { say } from '../words/two-languages.ts';
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
    const category = await categoryOf(client, store, config, options);
    // A tree that is not given out is no fault where there is a category without it.
    const isFault = ({ list }: { list: OptionListName }) =>
      LISTS.some((one) => one.list === list) && !(list === 'sort1' && category !== null);
    const first = unread.find(isFault);
    if (first) return unreadList(first);
    return chosen(options, config, category);
  } catch (error) {
    return failed('options', error);
  }
}

interface Category {
  name: string;
  /** Where it comes from, when nobody could tell. */
  origin: Bilingual;
}

/** What new customers get, as a push finds it (`push/fields.ts`); null: none that this system takes. */
async function categoryOf(
  client: ZhibangClient,
  store: Store,
  { defaults }: Config,
  options: Options,
): Promise<Category | null> {
  const name = defaults.category ?? options.firstLeaf('sort1')?.path_label ?? null;
  if (name !== null) return options.id('sort1', name) === null ? null : { name, origin: say('', '') };
  const usual = await readUsualCategory({ store, erp: { client } });
  return usual === null ? null : { name: usual, origin: USUAL };
}

const USUAL = say(
  '（ERP 没有给出分类树，取最新客户最常用的分类编号）',
  ' (the ERP gives out no category tree: the ids that most of its newest customers have)',
);

function unreadList({ list, error }: { list: OptionListName; error: unknown }): Check {
  const label = LISTS.find((one) => one.list === list)?.label ?? say(list, list);
  const { said, next } = failed('options', error);
  return bad(
    'options',
    say(`选项“${label.zh}”读不到：${said.zh}`, `the ${label.en} cannot be read: ${said.en}`),
    next ?? said,
  );
}

function chosen(options: Options, config: Config, category: Category | null): Check {
  if (category === null) return noCategory(config.defaults.category);
  const sources = [config.defaults.source, FALLBACK_SOURCE];
  const source = sources.find((label) => options.id('ly', label) !== null) ?? null;
  const counts = (lang: Language) =>
    LISTS.map(({ list, label }) => `${label[lang]} ${options.all(list).length}`).join(
      lang === 'zh' ? '、' : ', ',
    );
  return ok(
    'options',
    say(
      `选项已读到：${counts('zh')}；新客户的分类“${category.name}”${category.origin.zh}，来源${source === null ? '没有合适的，不填' : `“${source}”`}`,
      `options read: ${counts('en')}; new customers get the category "${category.name}"${category.origin.en} and ${source === null ? 'no source (none fits)' : `the source "${source}"`}`,
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
        'ERP 没有给出客户分类，也还没有读到客户可以参照，新客户没有分类可用',
        'the ERP gives out no customer categories, and no customer to go by was read yet: new customers cannot get one',
      ),
      say(
        `先运行一次 bangqiao pull（会取现有客户最常用的分类），或${next.zh}`,
        `run bangqiao pull once (the category that most customers have is taken), or ${next.en}`,
      ),
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
