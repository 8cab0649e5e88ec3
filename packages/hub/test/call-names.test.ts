import { catalogue } from '@bangqiao/zhibang';
import { expect, test } from 'vitest';
import { nameOfCall } from '../src/erp/call-names.ts';

const zh = (address: string) => nameOfCall(address, catalogue())?.zh ?? null;

test.each([
  ['/webapi/v3/ov1/login', '登录系统'],
  ['/webapi/v3/ov1/salesmanage/custom/list', '获取客户列表'],
  ['/webapi/v3/ov1/salesmanage/custom/add?apihelptype=new&intsort=2', '分配新客户ID'],
  ['/webapi/v3/ov1/salesmanage/custom/add?edit=1&apihelptype=get', '获取客户详情'],
  ['/webapi/v3/ov1/salesmanage/custom/add?intsort=1&apihelptype=save', '添加或修改单位客户'],
  ['/SYSA/mobilephone/salesmanage/custom/add.asp?intsort=2', '添加或修改个人客户'],
  ['/webapi/v3/ov1/systemManage/reply?datatype=tel&apihelptype=save', '客户跟进'],
  ['/webapi/v3/ov1/source?enumid=13', '读取选项：客户来源'],
  ['/webapi/v3/ov1/systemmanage/gate_list?stype=check', '读取选项：ERP 用户'],
])('%s is called %s', (address, name) => {
  expect(zh(address)).toBe(name);
});

test('an address that the catalogue does not know has no name', () => {
  expect(zh('/made-up/address')).toBeNull();
  expect(zh('/webapi/v3/ov1/salesmanage/custom/approve')).toBeNull();
});
