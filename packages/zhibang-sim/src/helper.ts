import { json, num, type Reply, rawControls } from './answers.ts';
import type { World } from './world.ts';

/** Helper lists never give more (wire.md). */
export const MOST_ROWS = 50;

export function helperReply(world: World, code: number, msg: string, datas: unknown = null): Reply {
  const { oddities } = world;
  const message = oddities.controlCharacters && code === 200 ? `${msg}\n` : msg;
  const body = JSON.stringify({ flag: code === 200, code: num(oddities, code), msg: message, datas });
  return json(oddities.controlCharacters ? rawControls(body) : body);
}

const WAREHOUSES = 60;

/** 获取仓库列表: 60 there are, 50 come. */
export function listWarehouses(world: World): Reply {
  const all = Array.from({ length: WAREHOUSES }, (_, index) => ({
    ID: index + 1,
    Name: `${index + 1}号仓库`,
  }));
  return helperReply(world, 200, '请求成功', all.slice(0, MOST_ROWS));
}
