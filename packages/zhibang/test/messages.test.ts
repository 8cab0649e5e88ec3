import { expect, test } from 'vitest';
import {
  asksForAStepFirst,
  asksForPatience,
  classifyLoginRefusal,
  classifyRefusal,
  maySpeakOfOneThere,
  mostTelling,
  saveSaysFailure,
  saysLoginRefused,
  saysRequestUnread,
  speaksOfSession,
} from '../src/messages.ts';

/** A salesman or a boss was late, no machine: about one record, and no better by trying again. */
const OVERDUE = [
  '该客户超时未跟进，已自动退回公海',
  '该客户跟进超时，已被收回，不能修改',
  '该客户处理超时，已自动退回公海',
  '系统提示：超时未跟进，系统自动收回',
  '审批超时，不能修改',
  '审批处理超时，流程已关闭',
  '超时未审批，单据已关闭',
  '该客户的保护期已过，不能修改',
  '该客户保护已过期',
  '领用超时，请重新领取',
];

/** Sentences as such systems put them, with what they are about. */
const REFUSALS: Record<string, readonly string[]> = {
  duplicate: [
    '客户编号已存在，请重新填写',
    '该客户已存在，请勿重复添加',
    '数据重复，保存失败',
    '客户名称或编号重复',
    '客户名称【安徽网络维护有限公司】已存在',
    '系统提示：手机号码已被其他客户使用过，不唯一',
    '【客户名称】已存在',
    '客户名称:东莞市滑块机械厂已存在',
    '手机号码13800000001已被其他客户使用',
    '该手机已被客户【甲】（客户编号：KH001）使用',
    '客户名称：深圳验证码科技有限公司已存在',
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
    '您无法查看该客户',
    '您无法访问该客户资料',
    '该客户不在您的授权范围内',
    '该客户不在您负责的范围内',
    '该客户不在您的业务范围内',
    '客户不在业务范围内',
    '该客户不在当前用户的范围内',
    '不在当前登录人的客户范围内',
    '跟进超时，已被收回，您不能查看该客户',
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
    '客户分类不在当前可选范围内',
    '日期不在当前会计期间范围内',
    '行业不在业务范围内',
    '客户行业不在业务范围内',
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
    '操作过于频繁，本次请求无效，请稍后再试',
    '请求频率超出允许范围，请稍后重试',
    '该单据已被其他用户占用，请稍后再试',
    '系统繁忙，本次操作无效',
    '在与 SQL Server 建立连接时出现与网络相关的错误。未找到或无法访问服务器。',
    '返回信息：【系统繁忙，请稍后再试】',
    '超时，请重试',
    '操作超时，本次操作无效',
    '接口调用超时',
    '操作已超时。',
    '请求已超时',
    '保存失败：操作已超时',
    'SQL执行已超时',
    '事务超时',
    '保存客户超时',
    '服务器发生超时',
    '服务器响应超时未返回',
    '当前领取公海客户的人数过多，请稍后再试',
  ],
  business_refusal: [
    '客户资料变更处理中，暂不能修改',
    '有处理中的审批，不允许修改',
    '该客户张三正在维护，不能修改',
    '本月不允许操作',
    '单据无法打开',
    '记录无法读取',
    '客户【合肥系统升级维护有限公司】资料不完整',
    '“网络异常科技”不合要求',
    '合肥系统维护有限公司资料不完整',
    '该客户由总部管理',
    '客户资料不全，请先完成安全验证设备的登记',
    '您的客户数已超过上限，请联系单位管理员',
    '登录超时',
    '',
    ...OVERDUE,
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

test('who is late in the office slows no calls down, leaves no follow-up in doubt, and is refused all the same', () => {
  for (const message of OVERDUE) {
    expect(asksForPatience(message), message).toBe(false);
    expect(classifyRefusal(message).isTrouble, message).toBe(false);
    expect(maySpeakOfOneThere(message), message).toBe(true);
  }
  expect(saveSaysFailure('提示', '该客户超时未跟进，已自动退回公海')).toBe(true);
  expect(saveSaysFailure('提示', '已跟进，请在保护期内成交')).toBe(false);
  for (const message of ['操作超时，本次操作无效', '操作过于频繁，本次请求无效', '系统繁忙'])
    expect(asksForPatience(message), message).toBe(true);
  expect(asksForPatience('系统异常')).toBe(false);
});

test.each([
  ['【客户名称】已存在', 'name'],
  ['【单位名称】【合肥某某有限公司】已存在', 'name'],
  ['“手机号码”重复', 'mobile'],
  ['【客户编号】已存在', 'khid'],
  ['客户编号【KH001】已存在', 'khid'],
  ['客户编号KH001已存在', 'khid'],
  ['【客户名称】重复，已有客户编号：KH001', 'name'],
  ['该客户已存在（客户编号：KH001）', null],
  ['客户【电话网络科技】已存在', null],
  ['客户来源【微信】不存在', 'ly'],
])('%s names the field %s', (sentence, field) => {
  expect(classifyRefusal(sentence).field).toBe(field);
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
  for (const text of ['处理结果：【失败】', '返回信息：【保存失败】', 'alert("保存失败")'])
    expect(saveSaysFailure('', text), text).toBe(true);
  expect(saveSaysFailure('提示', '已跟进【客户说上次付款失败】')).toBe(false);
});

test('of several texts of one refusal the plain reason tells, whatever stands first', () => {
  expect(mostTelling(['系统错误', '客户编号已存在', ''])).toBe('客户编号已存在');
  expect(mostTelling(['操作失败', '系统繁忙', '提示'])).toBe('系统繁忙');
  expect(mostTelling(['操作失败', '', '提示'])).toBe('操作失败');
});

test('a login that asks for something first is none, and words about it are no unread request', () => {
  for (const message of ['请完成安全验证', '请拖动滑块完成验证', '请输入动态口令', '需要短信验证']) {
    expect(saysLoginRefused(message), message).toBe(true);
    expect(classifyLoginRefusal(message), message).toBe('captcha_demanded');
  }
  for (const message of ['登录参数错误', 'rndcode参数错误', 'Bad request: invalid credentials'])
    expect(saysRequestUnread(message), message).toBe(false);
  expect(saysRequestUnread('请求格式错误')).toBe(true);
});

test.each([
  ['欢迎您，管理员', null],
  ['您的授权将于30天后到期，请联系销售', null],
  ['欢迎使用，如有问题请联系管理员', null],
  ['欢迎您，请先阅读公告', null],
  ['登录成功，请先修改初始设置', null],
  ['您的密码将于7天后过期，请及时修改密码', null],
  ['请先绑定手机', 'login_unavailable'],
  ['请先登录', 'login_unavailable'],
  ['系统授权已到期，请联系销售', 'login_unavailable'],
  ['在线用户已满，授权即将到期', 'login_unavailable'],
  ['密码已过期，请修改', 'login_refused'],
  ['用户名或密码不正确，还有2次机会账号失效', 'login_refused'],
  ['账号已停用，请联系管理员', 'login_refused'],
])('beside status 0 a login that says %s is told as %s', (message, told) => {
  if (saysLoginRefused(message)) expect(classifyLoginRefusal(message)).toBe(told);
  else expect(asksForAStepFirst(message) ? 'login_unavailable' : null).toBe(told);
});

test('words about whose a customer is prove no absence', () => {
  for (const message of ['该客户已移交给李经理', '该客户在公海中，请先领取'])
    expect(maySpeakOfOneThere(message), message).toBe(true);
  expect(maySpeakOfOneThere('查询结果为空')).toBe(false);
});
