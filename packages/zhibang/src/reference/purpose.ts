import type { CatalogueEntry } from '../catalogue.ts';
import type { Bilingual } from '../errors.ts';

/** What an entry is for, in a sentence or two. */
export function purposeOf(entry: CatalogueEntry): Bilingual {
  const { zh, en } = does(entry);
  const style = entry.style === 'page' ? undefined : HOW[entry.style];
  return style ? { zh: `${zh}${style.zh}`, en: `${en} ${style.en}` } : { zh, en };
}

const HOW: Record<'ov1' | 'v3' | 'helper', Bilingual> = {
  ov1: {
    zh: '令牌放在请求体的 session 里，参数放在 datas 里，每项一个 id 和一个 val。',
    en: 'The token stands in the body as `session`, the parameters in `datas`, each with `id` and `val`.',
  },
  v3: {
    zh: '令牌放在请求头 ZBAPI-Token 里，参数是一个普通的 JSON 对象。',
    en: 'The token stands in the header `ZBAPI-Token`, the parameters are a plain JSON object.',
  },
  helper: {
    zh: '令牌放在请求体的 Token 里，参数放在 Datas 里。',
    en: 'The token stands in the body as `Token`, the parameters in `Datas`.',
  },
};

function does(entry: CatalogueEntry): Bilingual {
  const { operation, name, nameEn } = entry;
  const subject = { zh: `${name}。`, en: `${nameEn}.` };
  switch (operation) {
    case 'login':
      return {
        zh: '登录系统，换取后面每次调用都要带的令牌。一次登录用到失效为止，不要每次调用都登录。',
        en: 'Logs in and brings the token that every later call carries. Use one login until it expires, never one per call.',
      };
    case 'logout':
      return { zh: '退出系统，令牌随即失效。', en: 'Logs out; the token ends.' };
    case 'list':
      return listPurpose(entry);
    case 'options':
      return {
        zh: `${subject.zh}返回可以选择的值或一棵树，不带 cmdkey。`,
        en: `${subject.en} Answers values or a tree to choose from; \`cmdkey\` is left out.`,
      };
    case 'get':
      return {
        zh: `${subject.zh}读取，不改变任何数据。`,
        en: `${subject.en} Reads only, changes nothing.`,
      };
    case 'new':
      return {
        zh: `${subject.zh}打开一张新表单：body.bill.value 就是新的 ord，取了不存也算用掉。`,
        en: `${subject.en} Opens a fresh form: body.bill.value is the new \`ord\`, spent even if nothing is saved.`,
      };
    case 'delete':
      return { zh: `${subject.zh}删除，不能撤回。`, en: `${subject.en} Deletes; there is no way back.` };
    default:
      return operation ? savePurpose(subject) : subject;
  }
}

function savePurpose({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `${zh}会写入 ERP：回答成功不等于已经存好，写完请读回来核对。`,
    en: `${en} Writes to the ERP: an answer of success does not prove that it was stored, so read it back.`,
  };
}

function listPurpose(entry: CatalogueEntry): Bilingual {
  const subject = { zh: `${entry.name}。`, en: `${entry.nameEn}.` };
  if (entry.style === 'helper')
    return { zh: `${subject.zh}一次最多 50 行。`, en: `${subject.en} At most 50 rows an answer.` };
  if (entry.style === 'v3')
    return {
      zh: `${subject.zh}按页返回，列名在 Cols，行在 Rows。`,
      en: `${subject.en} Comes in pages, column names in \`Cols\`, rows in \`Rows\`.`,
    };
  return {
    zh: `${subject.zh}按页返回；cmdkey 必须是 refresh，否则只回列名没有行。`,
    en: `${subject.en} Comes in pages; without \`cmdkey\` refresh only the columns come, no rows.`,
  };
}
