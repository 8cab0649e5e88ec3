import { expect, test } from 'vitest';
import { classifyRefusal, saveSaysFailure, speaksOfSession } from '../src/messages.ts';

/** Sentences as such systems put them, with what they are about. */
const REFUSALS: Record<string, readonly string[]> = {
  duplicate: [
    '客户编号已存在，请重新填写',
    '该客户已存在，请勿重复添加',
    '数据重复，保存失败',
    '客户名称或编号重复',
    '客户名称【安徽网络维护有限公司】已存在',
    '系统提示：手机号码已被其他客户使用过，不唯一',
  ],
  missing_field: ['请选择客户分类', '系统错误：客户名称不能为空', '客户【系统维护中心】的联系人为必填'],
  too_long: [
    '客户名称长度不能超过100个字',
    '系统异常：将截断字符串或二进制数据',
    '备注“网络异常，请稍后再试”超过500字',
  ],
  no_permission: [
    '您没有查看该客户的权限',
    '客户不存在或您无权查看',
    '该客户不在您的可见范围内',
    '此单据不在您可查看的客户范围内',
    '不在数据范围内',
    '您不能查看该客户',
    '拒绝访问',
    'Access denied',
  ],
  not_found: [
    '单据不存在',
    '系统错误：单据不存在',
    '数据不存在，请稍后重试',
    '系统提示：【该客户不存在或已被删除】',
    '该单据尚未保存',
    '客户【深圳网络故障抢修有限公司】已被删除',
  ],
  invalid_value: [
    '客户来源【微信】不存在',
    '手机格式不正确，请重试',
    '输入字符串的格式不正确。',
    '参数错误(1843)',
    '编号不在有效范围内',
    '数值不在允许范围',
  ],
  server_error: [
    '保存超时',
    '系统异常',
    '操作超时，请稍后再试',
    '事务与另一个进程被死锁在锁资源上，并且已被选作死锁牺牲品',
    '系统繁忙，请勿重复提交',
    '操作过于频繁，请30秒后再试',
    '超时时间已到。在操作完成之前超时时间已过或服务器未响应。',
    '系统升级中，暂时不能访问',
    '系统维护，禁止访问',
    '【系统繁忙】',
    '正在处理，请稍候',
    'Timeout expired.',
  ],
  business_refusal: [
    '本月不允许操作',
    '单据无法打开',
    '记录无法读取',
    '客户【合肥系统升级维护有限公司】资料不完整',
    '“网络异常科技”不合要求',
    '合肥系统维护有限公司资料不完整',
    '该客户由总部管理',
    '',
  ],
};

for (const [code, sentences] of Object.entries(REFUSALS)) {
  test.each(sentences)(`${code}: %s`, (sentence) => {
    expect(classifyRefusal(sentence).code).toBe(code);
  });
}

test('the system’s own trouble is told from a plain no, whatever else is said beside it', () => {
  const isTrouble = (message: string) => classifyRefusal(message).isTrouble;
  for (const message of REFUSALS.server_error!)
    expect([message, isTrouble(message)]).toEqual([message, true]);
  for (const message of ['系统错误：内容不能为空', '保存时发生错误', '未知异常'])
    expect([message, isTrouble(message)]).toEqual([message, true]);
  for (const message of ['内容不能为空', '保存失败', '客户【网络异常科技】已存在', '手机格式错误'])
    expect([message, isTrouble(message)]).toEqual([message, false]);
});

test.each([
  '登录超时，请重新登录',
  '【登录超时，请重新登录】',
  '系统提示：【会话已过期】',
  '操作失败：“会话已失效，请重新登录”',
  '"session timeout"',
  'Invalid "token"',
  'token is invalid',
  '鉴权失败',
])('a dead token, in quotes or not: %s', (sentence) => {
  expect(speaksOfSession(sentence)).toBe(true);
});

test.each(['客户【登录科技有限公司】已存在', '名称“会话过客”重复', '保存超时', '“Token Ring 网络”不合要求'])(
  'a value that only sounds like it is no dead token: %s',
  (sentence) => {
    expect(speaksOfSession(sentence)).toBe(false);
  },
);

test('what a save quotes is no failure', () => {
  expect(saveSaysFailure('提示', '已跟进【客户说价格不能接受】')).toBe(false);
  expect(saveSaysFailure('提示', '本月不能跟进')).toBe(true);
  expect(saveSaysFailure('保存失败', '【客户编号】已存在')).toBe(true);
});
