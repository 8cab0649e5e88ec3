import { newAccount } from './kf-state.ts';
import { addRelation, someId, type World } from './world.ts';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈'];
const GIVEN = ['示例', '小样', '演示', '假名', '虚构'];
/** Names as people really choose them: an emoji, the end of CDATA, markup, blanks. */
const ODD_NAMES = ['小周🌸', '张三]]>示例', '<b>李四</b>', '  王 五 ', 'Émilie & 老公'];

/** Members, an account of customer service, tags, and invented customers, each with one or two members. No callback. */
export function seed(world: World, members: number, customers: number): void {
  for (let n = 1; n <= members; n++) {
    const userid = `member${n}`;
    world.members.set(userid, { userid, name: `销售${n}` });
  }
  const openKfid = someId(world, 'wk', 32);
  world.kf.set(openKfid, newAccount(openKfid, '示例客服'));
  world.tagGroups.push({
    id: someId(world, 'et', 32),
    name: '客户等级',
    tags: ['重点', '潜在', '一般'].map((name) => ({ id: someId(world, 'et', 32), name })),
  });
  for (let n = 0; n < customers && members > 0; n++) addCustomer(world, n, members);
}

function addCustomer(world: World, n: number, members: number): void {
  const type = n % 7 === 6 ? 2 : 1;
  const externalUserid = someId(world, type === 1 ? 'wm' : 'wo', 32);
  const plain = `${SURNAMES[n % SURNAMES.length]}${GIVEN[n % GIVEN.length]}${n}`;
  world.customers.set(externalUserid, {
    externalUserid,
    name: n % 11 === 10 ? (ODD_NAMES[n % ODD_NAMES.length] ?? plain) : plain,
    type,
    gender: (n % 3) as 0 | 1 | 2,
    unionid: type === 1 && n % 3 === 0 ? someId(world, 'o', 28) : null,
    corpName: type === 2 ? `示例${n}科技有限公司` : '',
  });
  const followers = n % 5 === 4 && members > 1 ? 2 : 1;
  for (let m = 0; m < followers; m++) {
    addRelation(world, {
      userid: `member${((n + m) % members) + 1}`,
      externalUserid,
      remark: n % 4 === 0 ? `${plain} 备注` : '',
      description: '',
      remarkCorpName: '',
      remarkMobiles: n % 2 === 0 ? [String(13800000000 + (n % 100000))] : [],
      createtime: Math.floor(world.now() / 1000) - n * 60,
      tagIds: n % 3 === 0 ? [world.tagGroups[0]!.tags[n % 2]!.id] : [],
      personalTags: n % 6 === 0 ? ['老乡'] : [],
      addWay: 1,
      state: n % 4 === 1 ? 'fair2026' : '',
      endedAt: null,
    });
  }
}
