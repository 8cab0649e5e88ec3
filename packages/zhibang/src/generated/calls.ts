// Made from the catalogue by `bangqiao catalogue typescript`; changes here are lost.

import type { AnyRow, Choice, ChoicesResult, ListResult, Numeric, RecordResult, SaveReceipt, Text, Value } from '../results.ts';

export type CallName = keyof CallParams;

/** What each call takes. */
export interface CallParams {
  /** 11 登录系统 · Log in: /webapi/v3/ov1/login */
  'session.login': Record<never, never>;
  /** 12 退出系统 · Log out: /webapi/v3/ov1/logout */
  'session.logout': Record<never, never>;
  /** 15 分配新客户ID · Allocate a customer id: /webapi/v3/ov1/salesmanage/custom/add?apihelptype=new */
  'customer.allocate': {
    /** 修改模式 */
    edit?: Text;
    /** 客户类型 · 1 单位客户, 2 个人客户 */
    intsort?: Choice<1 | 2>;
  };
  /** 16 添加或修改单位客户 · Add or edit a company customer: /webapi/v3/ov1/salesmanage/custom/add?intsort=1&apihelptype=save */
  'customer.saveCompany': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 客户名称 · ≤ 100 */
    name: Text;
    /** 拼音码 · ≤ 200 */
    pym?: Text;
    /** 客户编号 · ≤ 50 */
    khid?: Text;
    /** 客户分类 · ≤ 50 · options: tree */
    sort1: Text;
    /** 客户来源 · e.g. 171 网站注册, 172 朋友介绍, 173 陌生开发, 174 广告宣传, 977 VIP · options: /sysa/mobilephone/source.asp?enumid=13 */
    ly?: Numeric;
    /** 是否积分 · 0 不积分, 1 积分 */
    jf2?: Choice<0 | 1>;
    /** 客户区域 · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=radio */
    area?: Text;
    /** 客户行业 · e.g. 137 银行, 139 印刷, 966 防水头, 967 交流接触器, 968 电表 · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Numeric;
    /** 价值评估 · e.g. 175 很高, 176 一般, 177 较低, 289 较高, 290 很低 · options: /sysa/mobilephone/source.asp?enumid=14 */
    jz?: Numeric;
    /** 信用等级 · ≤ 50 */
    credit?: Text;
    /** 客户网址 · ≤ 100 */
    url?: Text;
    /** 客户币种 · ≤ 50 · e.g. 14 人民币 */
    bz?: Text;
    /** 到款限制 */
    hk_xz?: Numeric;
    /** 客户地址 · ≤ 200 */
    address?: Text;
    /** 经度 · ≤ 50 */
    lng?: Text;
    /** 纬度 · ≤ 50 */
    lat?: Text;
    /** 邮编 · ≤ 10 */
    zip?: Text;
    /** 法人代表 · ≤ 50 */
    faren?: Text;
    /** 注册资本 */
    zijin?: Numeric;
    /** 人员数量-销售 */
    pernum1?: Numeric;
    /** 人员数量-技术 */
    pernum2?: Numeric;
    /** 添加时间 */
    date1?: string;
    /** 联系人姓名 · ≤ 50 */
    person_name: Text;
    /** 拼音码 · ≤ 50 */
    '@personpym'?: Text;
    /** 性别 · 男, 女 */
    sex?: Choice<'男' | '女'>;
    /** 年龄 */
    age?: Numeric;
    /** 生日 */
    year1?: string;
    /** 部门 · ≤ 50 */
    part1?: Text;
    /** 职务 · ≤ 50 */
    job?: Text;
    /** 办公电话 · ≤ 50 */
    phone?: Text;
    /** 传真 · ≤ 50 */
    fax?: Text;
    /** 手机 · ≤ 50 */
    mobile?: Text;
    /** 家庭电话 · ≤ 50 */
    phone2?: Text;
    /** 电子邮件 · ≤ 50 */
    email?: Text;
    /** QQ · ≤ 20 */
    qq?: Text;
    /** 微信 · ≤ 50 */
    weixinAcc?: Text;
    /** 喜鹊声声 · ≤ 50 */
    XiQueIntro?: Text;
    /** MSN · ≤ 50 */
    msn?: Text;
    /** 籍贯 · ≤ 50 */
    jg?: Text;
    /** 客户简介 · ≤ 4000 */
    product?: Text;
    /** 合作现状 · ≤ 4000 */
    c2?: Text;
    /** 合作前景 · ≤ 4000 */
    c3?: Text;
    /** 跟进策略 · ≤ 4000 */
    c4?: Text;
    /** 备注 · ≤ 4000 */
    intro?: Text;
    /** 开户银行1 · ≤ 50 */
    bank_1?: Text;
    /** 开户名称1 · ≤ 50 */
    bank_2?: Text;
    /** 银行行号1 · ≤ 50 */
    bank_7?: Text;
    /** 银行账号1 · ≤ 50 */
    bank_3?: Text;
    /** 税号1 · ≤ 50 */
    bank_4?: Text;
    /** 地址1 · ≤ 50 */
    bank_5?: Text;
    /** 电话1 · ≤ 50 */
    bank_6?: Text;
    /** 开户银行2 · ≤ 50 */
    bank2_1?: Text;
    /** 开户名称2 · ≤ 50 */
    bank2_2?: Text;
    /** 银行行号2 · ≤ 50 */
    bank2_7?: Text;
    /** 银行账号2 · ≤ 50 */
    bank2_3?: Text;
    /** 税号2 · ≤ 50 */
    bank2_4?: Text;
    /** 地址2 · ≤ 50 */
    bank2_5?: Text;
    /** 电话2 · ≤ 50 */
    bank2_6?: Text;
    /** 账期 */
    fkdays?: Numeric;
    /** 结算日期 */
    fkdate?: Numeric;
  };
  /** 17 添加或修改个人客户 · Add or edit a person customer: /webapi/v3/ov1/salesmanage/custom/add?intsort=2&apihelptype=save */
  'customer.savePerson': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 客户名称 · ≤ 100 */
    name: Text;
    /** 拼音码 · ≤ 200 */
    pym?: Text;
    /** 客户编号 · ≤ 50 */
    khid?: Text;
    /** 客户分类 · ≤ 50 · options: tree */
    sort1: Text;
    /** 客户来源 · e.g. 171 网站注册, 172 朋友介绍, 173 陌生开发, 174 广告宣传, 977 VIP · options: /sysa/mobilephone/source.asp?enumid=13 */
    ly?: Numeric;
    /** 是否积分 · 0 不积分, 1 积分 */
    jf2?: Choice<0 | 1>;
    /** 客户区域 · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=radio */
    area?: Text;
    /** 客户行业 · e.g. 137 银行, 139 印刷, 966 防水头, 967 交流接触器, 968 电表 · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Numeric;
    /** 价值评估 · e.g. 175 很高, 176 一般, 177 较低, 289 较高, 290 很低 · options: /sysa/mobilephone/source.asp?enumid=14 */
    jz?: Numeric;
    /** 信用等级 · ≤ 50 */
    credit?: Text;
    /** 客户网址 · ≤ 100 */
    url?: Text;
    /** 客户币种 · ≤ 50 · e.g. 14 人民币 */
    bz?: Text;
    /** 到款限制 */
    hk_xz?: Numeric;
    /** 客户地址 · ≤ 200 */
    address?: Text;
    /** 经度 · ≤ 50 */
    lng?: Text;
    /** 纬度 · ≤ 50 */
    lat?: Text;
    /** 邮编 · ≤ 10 */
    zip?: Text;
    /** 添加时间 */
    date1?: string;
    /** 性别 · 男, 女 */
    sex?: Choice<'男' | '女'>;
    /** 年龄 */
    age?: Numeric;
    /** 生日 */
    year1?: string;
    /** 部门 · ≤ 50 */
    part1?: Text;
    /** 职务 · ≤ 50 */
    job?: Text;
    /** 办公电话 · ≤ 50 */
    phone?: Text;
    /** 传真 · ≤ 50 */
    fax?: Text;
    /** 手机 · ≤ 50 */
    mobile?: Text;
    /** 家庭电话 · ≤ 50 */
    phone2?: Text;
    /** 电子邮件 · ≤ 50 */
    email?: Text;
    /** QQ · ≤ 20 */
    qq?: Text;
    /** 微信 · ≤ 50 */
    weixinAcc?: Text;
    /** 喜鹊声声 · ≤ 50 */
    XiQueIntro?: Text;
    /** MSN · ≤ 50 */
    msn?: Text;
    /** 籍贯 · ≤ 50 */
    jg?: Text;
    /** 所在单位 · ≤ 50 */
    faren?: Text;
    /** 客户简介 · ≤ 4000 */
    product?: Text;
    /** 合作现状 · ≤ 4000 */
    c2?: Text;
    /** 合作前景 · ≤ 4000 */
    c3?: Text;
    /** 跟进策略 · ≤ 4000 */
    c4?: Text;
    /** 备注 · ≤ 4000 */
    intro?: Text;
  };
  /** 18 获取客户详情 · One customer: /webapi/v3/ov1/salesmanage/custom/add?edit=1&apihelptype=get */
  'customer.get': {
    /** 修改模式 */
    edit?: Text;
    /** 客户类型 · 1 单位客户, 2 个人客户 */
    intsort?: Choice<1 | 2>;
    /** 数据唯一标识 */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 19 获取客户列表 · Customers: /webapi/v3/ov1/salesmanage/custom/list */
  'customer.list': {
    /** 列表模式 */
    datatype?: Text;
    /** 数据模式 · 1 客户池, 2 待审核客户, 3 已保护客户, 4 已共享客户, 5 被共享客户 */
    stype?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒类型 */
    remind?: Numeric;
    /** 统计来源 */
    tjly?: Text;
    /** 领用开始日期 */
    tdate1?: Text;
    /** 领用结束日期 */
    tdate2?: Text;
    /** 关联客户选择模式 */
    checktype?: Text;
    /** 客户分类 */
    telsort?: Text;
    /** 供应商总览标识 */
    Ismode?: Text;
    /** 销售人员 · options: /sysa/mobilephone/systemmanage/gate_list.asp?stype=check */
    a_cateid?: Text;
    /** 客户价值评估 · options: /sysa/mobilephone/source.asp?enumid=14 */
    khjz?: Text;
    /** 客户行业 · options: /sysa/mobilephone/source.asp?enumid=11 */
    khhy?: Text;
    /** 客户来源 · options: /sysa/mobilephone/source.asp?enumid=13 */
    khly?: Text;
    /** 添加开始日期 */
    a_date_0?: Text;
    /** 添加结束日期 */
    a_date_1?: Text;
    /** 客户id */
    telord?: Text;
    /** 客户名称 */
    name?: Text;
    /** 拼音码 */
    pym?: Text;
    /** 客户编号 */
    khid?: Text;
    /** 办公电话 */
    phone?: Text;
    /** 传真 */
    fax?: Text;
    /** 客户网址 */
    url?: Text;
    /** 人员类型 · 1 领用人员, 2 放弃人员, 3 添加人员, 4 添加人员和领用人员, 5 添加人员和放弃人员, 6 保护人员, 7 未保护人员 */
    catetype?: Choice<1 | 2 | 3 | 4 | 5 | 6 | 7>;
    /** 人员选择 · options: /sysa/mobilephone/systemmanage/gate_list.asp?stype=check */
    cateid?: Text | readonly (Text)[];
    /** 客户来源 · options: /sysa/mobilephone/source.asp?enumid=13 */
    ly?: Text | readonly (Text)[];
    /** 价值评估 · options: /sysa/mobilephone/source.asp?enumid=14 */
    jz?: Text | readonly (Text)[];
    /** 客户区域 · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=check */
    area?: Text | readonly (Text)[];
    /** 客户行业 · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Text | readonly (Text)[];
    /** 客户地址 */
    address?: Text;
    /** 邮编 */
    zip?: Text;
    /** 备注 */
    intro?: Text;
    /** 添加时间 */
    date1_0?: string;
    /** 添加时间 */
    date1_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 20 客户指派 · Assign a customer: /webapi/v3/ov1/systemmanage/order?datatype=tel&apihelptype=save */
  'customer.assign': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 指派方式 · 0 指派给以下用户, 1 对所有用户公开 */
    member1: Choice<0 | 1>;
    /** 指派用户 · required when member1 is 0 · ≤ 50 · options: tree */
    member2?: Text;
  };
  /** 21 客户收回 · Take a customer back: /webapi/v3/ov1/salesmanage/custom/takeback */
  'customer.takeBack': {
    /** 数据唯一标识 */
    ord?: Text;
  };
  /** 22 客户申请 · Apply for a customer: /webapi/v3/ov1/salesmanage/custom/apply */
  'customer.apply': CallParams['customer.takeBack'];
  /** 23 客户审批 · Approve a customer application: /webapi/v3/ov1/salesmanage/custom/approve?__msgid=onsave */
  'customer.approve': {
    /** 数据唯一标识 */
    ord?: Text;
    /** 审批结果 */
    blset?: Text;
  };
  /** 24 客户审核 · Review a customer: /webapi/v3/ov1/salesManage/custom/approve_set?apihelptype=save */
  'customer.review': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 审核结果 · 1 同意, 2 否决 */
    jg: Choice<1 | 2>;
    /** 审核意见 · ≤ 500 */
    intro?: Text;
    /** 手写签名 · ≤ 50 */
    approveSign?: Text;
  };
  /** 25 客户跟进 · Follow up a customer: /webapi/v3/ov1/systemManage/reply?datatype=tel&apihelptype=save */
  'customer.followUp': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 选择模板 · ≤ 1000 · e.g. 106 谈的很好，让发合同, 107 电话无人接听, 108 现在还没考虑, 109 今天谈的不错，让明天面谈, 120 正在考虑中 */
    intro: Text;
    /** 添加附件 · ≤ 50 */
    files?: Text;
    /** 跟进方式 · e.g. 481 电话, 482 邮件, 483 上门, 484 其他 · options: /sysa/mobilephone/source.asp?enumid=98 */
    sort: Numeric;
    /** 关联联系人 · e.g. 0 不关联 */
    lead?: Numeric;
    /** 日程类型 · 0 不生成, 1 待完成日程, 2 已完成日程 */
    plantype: Choice<0 | 1 | 2>;
    /** 开始时间 · required when plantype is 2 */
    '@ret2_0'?: string;
    /** 结束时间 · required when plantype is 2 */
    '@ret2_1'?: string;
    /** 日程内容 · required when plantype is 2 · ≤ 1000 */
    '@title2'?: Text;
    /** 完成情况 · required when plantype is 2 · ≤ 1000 */
    '@intro2'?: Text;
    /** 执行人员 · ≤ 4000 */
    '@cateid'?: Text;
    /** 是否提醒 · required when plantype is 1 · 0 提醒, 1 不提醒 */
    '@remind'?: Choice<0 | 1>;
    /** 开始时间 · required when plantype is 1 */
    '@ret_0'?: string;
    /** 结束时间 · required when plantype is 1 */
    '@ret_1'?: string;
    /** 日程内容 · required when plantype is 1 · ≤ 1000 */
    '@title1'?: Text;
  };
  /** 26 客户共享 · Share a customer: /webapi/v3/ov1/salesManage/custom/share?apihelptype=save */
  'customer.share': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 共享类型 · 0 共享给以下用户, 1 共享给所有用户 */
    member1: Choice<0 | 1>;
    /** 共享用户 · required when member1 is 0 · ≤ 50 · options: tree */
    member2?: Text;
    /** 客户联系人 · 0 否, 1 是 */
    sharecontact: Choice<0 | 1>;
    /** 洽谈进展 · 0 否, 1 是 */
    replyshare: Choice<0 | 1>;
    /** 客户项目 · 0 否, 1 是 */
    chanceshare: Choice<0 | 1>;
    /** 客户合同 · 0 否, 1 是 */
    contractshare: Choice<0 | 1>;
  };
  /** 27 客户保护 · Protect a customer: /webapi/v3/ov1/salesManage/custom/add?__msgid=profect */
  'customer.protect': CallParams['customer.takeBack'];
  /** 28 客户放弃保护 · Give up protecting a customer: /webapi/v3/ov1/salesManage/custom/add?__msgid=unprofect */
  'customer.unprotect': CallParams['customer.takeBack'];
  /** 30 添加或修改联系人 · Add or edit a contact person: /webapi/v3/ov1/salesmanage/person/add?apihelptype=save */
  'contact.save': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 关联客户 · options: /sysa/mobilephone/salesManage/custom/list.asp?checktype=radio */
    company: Numeric;
    /** 联系人姓名 · ≤ 50 */
    person_name: Text;
    /** 拼音码 · ≤ 50 */
    pym?: Text;
    /** 性别 · ≤ 50 · 男, 女 */
    sex?: Choice<'男' | '女'>;
    /** 年龄 */
    age?: Numeric;
    /** 生日 */
    year1?: string;
    /** 部门 · ≤ 50 */
    part1?: Text;
    /** 职务 · ≤ 50 */
    job?: Text;
    /** 办公电话 · ≤ 50 */
    phone?: Text;
    /** 传真 · ≤ 50 */
    fax?: Text;
    /** 手机 · ≤ 50 */
    mobile?: Text;
    /** 手机 · ≤ 50 */
    mobile2?: Text;
    /** 家庭电话 · ≤ 50 */
    phone2?: Text;
    /** 电子邮件 · ≤ 50 */
    email?: Text;
    /** QQ · ≤ 20 */
    qq?: Text;
    /** 微信 · ≤ 50 */
    weixinAcc?: Text;
    /** 喜鹊声声 · ≤ 50 */
    XiQueIntro?: Text;
    /** MSN · ≤ 50 */
    msn?: Text;
    /** 籍贯 · ≤ 50 */
    jg?: Text;
    /** 邮编 · ≤ 10 */
    zip?: Text;
    /** 爱好特长 · ≤ 3000 */
    joy?: Text;
    /** 备注 · ≤ 5000 */
    intro?: Text;
  };
  /** 31 获取联系人详情 · One contact person: /webapi/v3/ov1/salesmanage/person/add?edit=1&apihelptype=get */
  'contact.get': {
    /** 修改模式 */
    edit?: Text;
    /** 数据唯一标识 */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 32 获取联系人列表 · Contact persons: /webapi/v3/ov1/salesmanage/person/list */
  'contact.list': {
    /** 列表模式 */
    stype?: Numeric;
    /** 客户ID */
    company?: Numeric;
    /** 提醒类型 */
    remind?: Text;
    /** 关联联系人选择模式 */
    checktype?: Text;
    /** 联系人姓名 */
    person_name?: Text;
    /** 拼音码 */
    pym?: Text;
    /** 客户名称 */
    name?: Text;
    /** 客户分类 */
    telsort?: Text | readonly (Text)[];
    /** 客户区域 · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=check */
    area?: Text | readonly (Text)[];
    /** 客户行业 · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Text | readonly (Text)[];
    /** 部门 */
    part1?: Text;
    /** 职务 */
    job?: Text;
    /** 手机 */
    mobile?: Text;
    /** 办公电话 */
    phone?: Text;
    /** 传真 */
    fax?: Text;
    /** QQ */
    qq?: Text;
    /** 电子邮件 */
    email?: Text;
    /** 联系人爱好 */
    joy?: Text;
    /** 联系人备注 */
    intro?: Text;
    /** 性别 */
    sex?: Text | readonly (Text)[];
    /** 添加时间 */
    date1_0?: string;
    /** 添加时间 */
    date1_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 33 联系人跟进 · Follow up a contact person: /webapi/v3/ov1/systemManage/reply?datatype=person&apihelptype=save */
  'contact.followUp': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 选择模板 · ≤ 1000 · e.g. 106 谈的很好，让发合同, 107 电话无人接听, 108 现在还没考虑, 109 今天谈的不错，让明天面谈, 120 正在考虑中 */
    intro: Text;
    /** 添加附件 · ≤ 50 */
    files?: Text;
    /** 跟进方式 · e.g. 481 电话, 482 邮件, 483 上门, 484 其他 · options: /sysa/mobilephone/source.asp?enumid=98 */
    sort: Numeric;
    /** 日程类型 · 0 不生成, 1 待完成日程, 2 已完成日程 */
    plantype: Choice<0 | 1 | 2>;
    /** 开始时间 · required when plantype is 2 */
    '@ret2_0'?: string;
    /** 结束时间 · required when plantype is 2 */
    '@ret2_1'?: string;
    /** 日程内容 · required when plantype is 2 · ≤ 1000 */
    '@title2'?: Text;
    /** 完成情况 · required when plantype is 2 · ≤ 1000 */
    '@intro2'?: Text;
    /** 执行人员 · ≤ 4000 */
    '@cateid'?: Text;
    /** 是否提醒 · required when plantype is 1 · 0 提醒, 1 不提醒 */
    '@remind'?: Choice<0 | 1>;
    /** 开始时间 · required when plantype is 1 */
    '@ret_0'?: string;
    /** 结束时间 · required when plantype is 1 */
    '@ret_1'?: string;
    /** 日程内容 · required when plantype is 1 · ≤ 1000 */
    '@title1'?: Text;
  };
  /** 36 获取项目列表 · Projects: /webapi/v3/ov1/salesmanage/chance/list */
  'project.list': {
    /** 提醒类型 */
    remind?: Text;
    /** 来源 */
    ly?: Text;
    /** 发现日期 */
    tdate1?: Text;
    /** 预计签单日期 */
    tdate2?: Text;
    /** 列表模式 */
    stype?: Numeric;
    /** 客户id */
    company?: Text;
    /** 是否可以质检 */
    isCanQA?: Text;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 关联单据选择模式 */
    checktype?: Text;
    /** 领用人Id */
    a_cateid?: Text;
    /** 发现日期-开始 */
    a_date_0?: Text;
    /** 发现日期-结束 */
    a_date_1?: Text;
    /** 预计签单日期-开始 */
    a_date2_0?: Text;
    /** 预计签单日期-结束 */
    a_date2_1?: Text;
    /** 项目状态 */
    complete1?: Text | readonly (Text)[];
    /** 项目来源 */
    sorce?: Text | readonly (Text)[];
    /** 项目阶段 */
    complete2?: Text | readonly (Text)[];
    /** 项目主题 */
    title?: Text;
    /** 项目编号 */
    xmid?: Text;
    /** 客户名称 */
    cName?: Text;
    /** 客户地址 */
    cAddr?: Text;
    /** 办公电话 */
    cPhone?: Text;
    /** 传真 */
    cFax?: Text;
    /** 项目分类 */
    trade?: Text | readonly (Text)[];
    /** 项目地区 */
    area?: Text | readonly (Text)[];
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 37 获取项目详情 · One project: /webapi/v3/ov1/salesmanage/chance/add?apihelptype=get */
  'project.get': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 38 项目跟进 · Follow up a project: /webapi/v3/ov1/systemManage/reply?datatype=chance&apihelptype=save */
  'project.followUp': CallParams['contact.followUp'];
  /** 39 项目审批 · Approve a project: /webapi/v3/ov1/systemmanage/approve?dtype=25&apihelptype=save */
  'project.approve': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 审批金额 */
    '@__sp_money': Numeric;
    /** 审批结果 · e.g. 1 同意, 2 否决 */
    '@__sp_result': Numeric;
    /** 审批意见 · ≤ 50 */
    '@__sp_intro'?: Text;
    /** 手写签名 · ≤ 50 */
    '@__sp_sign'?: Text;
    /** @bill.approve.list · ≤ 50 */
    '@bill.approve.list'?: Text;
  };
  /** 42 添加合同明细 · Add lines to a contract: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=addToContract */
  'contractLine.add': {
    /** 产品ID值 */
    ord: Numeric;
    /** 产品数量 */
    num1?: Numeric;
    /** 客户ID值 */
    company?: Numeric;
  };
  /** 43 编辑合同明细列表 · Lines of a contract being edited: /webapi/v3/ov1/salesmanage/contract/contractlist */
  'contractLine.list': {
    /** 关联客户ID */
    company?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 44 编辑合同明细删除 · Delete a contract line: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=delete&batch=0 */
  'contractLine.delete': {
    /** 删除方式标记 */
    batch?: Text;
    /** 数据唯一标识 */
    id?: Text;
  };
  /** 45 编辑合同明细 · Edit a contract line: /webapi/v3/ov1/salesmanage/contract/contractlist_edit?apihelptype=save */
  'contractLine.save': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 产品id · ≤ 50 */
    productOrd?: Text;
    /** 积分 · ≤ 50 */
    jf_per_num?: Text;
    /** 是否含税 · ≤ 50 */
    includeTax?: Text;
    /** 产品名称 · ≤ 50 */
    title?: Text;
    /** 编号 · ≤ 50 */
    order1?: Text;
    /** 型号 · ≤ 50 */
    type1?: Text;
    /** 单位 · options: /sysa/mobilephone/salesmanage/contract/UnitChange.asp?ord=0&company=0 */
    unit: Numeric;
    /** 数量 */
    num1: Numeric;
    /** 未税单价 · max 999999999 */
    price1: Numeric;
    /** 折扣 · ≤ 50 */
    discountValue: Text;
    /** 折扣 */
    discount: Numeric;
    /** 未税折后单价 · max 999999999 */
    priceAfterDiscount: Numeric;
    /** 含税单价 · max 999999999 */
    priceIncludeTax: Numeric;
    /** 含税折后单价 · max 999999999 */
    priceAfterTaxPre: Numeric;
    /** 票据类型 · e.g. 0 不开票 */
    invoiceType: Numeric;
    /** 税率 · max 999999999 */
    taxRate: Numeric;
    /** 税后总价 · max 999999999 */
    moneyAfterTax: Numeric;
    /** 明细优惠 · max 999999999 */
    concessions: Numeric;
    /** 优惠后单价 · max 999999999 */
    priceAfterTax: Numeric;
    /** 金额 · max 999999999 */
    moneyAfterConcessions: Numeric;
    /** 优惠后总价 · max 999999999 */
    money1: Numeric;
    /** 税额 · max 999999999 */
    taxValue: Numeric;
    /** 建议进价 · max 999999999 */
    pricejy: Numeric;
    /** 建议总价 · max 999999999 */
    tpricejy: Numeric;
    /** 交货日期 */
    date2?: string;
    /** 备注 · ≤ 50 */
    intro?: Text;
    /** 自定义1 · ≤ 50 */
    '@InheritId_id_1'?: Text;
    /** 自定义2 · ≤ 50 */
    '@InheritId_id_2'?: Text;
    /** 自定义3 · ≤ 50 */
    '@InheritId_id_3'?: Text;
    /** 自定义4 · ≤ 50 */
    '@InheritId_id_4'?: Text;
    /** 自定义5 · e.g. 1 红色, 2 白色, 3 黄色, 4 绿色, 5 灰色 */
    '@InheritId_id_5'?: Numeric;
    /** 自定义6 · e.g. 6 大码, 7 中码, 8 小码 */
    '@InheritId_id_6'?: Numeric;
    /** 积分 */
    jf: Numeric;
  };
  /** 46 编辑合同明细单位选择 · Choose the unit of a contract line: /webapi/v3/ov1/salesmanage/contract/UnitChange?ord=0&__unit=0&company=0&apihelptype=get */
  'contractLine.unit': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 客户ID值 */
    company?: Text;
  };
  /** 47 添加或修改合同 · Add or edit a contract: /webapi/v3/ov1/salesmanage/contract/add?apihelptype=save */
  'contract.save': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 关联客户 · options: /sysa/mobilephone/salesmanage/custom/list.asp?datatype=addcontract&checktype=redio */
    company: Numeric;
    /** 合同编号 · ≤ 50 */
    htid: Text;
    /** 合同主题 · ≤ 100 */
    title: Text;
    /** 签订日期 */
    date3: string;
    /** 开始日期 */
    date1: string;
    /** 结束日期 */
    date2?: string;
    /** 销售人员 · options: /sysa/mobilephone/systemManage/gate_list.asp?sort=4&stype=radio */
    cateid?: Text;
    /** 对方代表 · options: /sysa/mobilephone/salesManage/person/list.asp?checktype=radio */
    person2id?: Text;
    /** 合同分类 · e.g. 192 产品销售, 193 商务服务, 194 代理分销, 985 技术服务 */
    sort: Numeric;
    /** 合同状态 · e.g. 195 生效执行中, 196 执行完毕, 197 意外终止, 354 需要开电子发票 */
    complete1?: Numeric;
    /** 币种 · e.g. 14 人民币 */
    bz: Numeric;
    /** 合同概要 · ≤ 4000 */
    intro?: Text;
    /** 关联项目 · ≤ 50 */
    chance?: Text;
    /** 合同总额 · max 999999999 */
    premoney: Numeric;
    /** 优惠总额 · max 999999999 */
    yhvalue: Numeric;
    /** 优惠后总额 · max 999999999 */
    money1: Numeric;
    /** 收款计划 · e.g. 0 自动生成, 3 出库自动收款, 4 发货自动收款, 5 开票自动收款, 6 对账手动生成 */
    fqhk: Numeric;
    /** 开票计划 · e.g. 1 自动开票, 3 出库自动开票, 4 发货自动开票 */
    invoicePlan: Numeric;
    /** 开票类型 · e.g. 0 不开票, 2 明细 */
    invoiceMode: Numeric;
    /** 运杂费 · max 999999999 */
    extras?: Numeric;
    /** 维修单id */
    '维修单id'?: Numeric;
    /** 合同明细 · ≤ 50 */
    '@contractlist'?: Text;
    /** 付款方式 · ≤ 100 */
    jh_intro3?: Text;
    /** 交货地址 · ≤ 100 */
    jh_intro4?: Text;
    /** 交货方式 · ≤ 100 */
    jh_intro5?: Text;
    /** 交货时间 · ≤ 100 */
    jh_intro6?: Text;
    /** 配件 · ≤ 100 */
    jh_intro1?: Text;
    /** 备注 · ≤ 500 */
    jh_intro2?: Text;
  };
  /** 48 合同关联客户 · Customers to choose for a contract: /webapi/v3/ov1/salesmanage/custom/list?datatype=addcontract&checktype=redio */
  'contract.customers': {
    /** 列表模式 */
    datatype?: Text;
    /** 数据模式 · 1 客户池, 2 待审核客户, 3 已保护客户, 4 已共享客户, 5 被共享客户 */
    stype?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒类型 */
    remind?: Numeric;
    /** 统计来源 */
    tjly?: Text;
    /** 领用开始日期 */
    tdate1?: Text;
    /** 领用结束日期 */
    tdate2?: Text;
    /** 关联客户选择模式 */
    checktype?: Text;
    /** 客户分类 */
    telsort?: Text;
    /** 供应商总览标识 */
    Ismode?: Text;
    /** 销售人员 */
    a_cateid?: Text;
    /** 客户价值评估 */
    khjz?: Text;
    /** 客户行业 */
    khhy?: Text;
    /** 客户来源 */
    khly?: Text;
    /** 添加开始日期 */
    a_date_0?: Text;
    /** 添加结束日期 */
    a_date_1?: Text;
    /** 客户id */
    telord?: Text;
    /** 客户名称 */
    name?: Text;
    /** 拼音码 */
    pym?: Text;
    /** 客户编号 */
    khid?: Text;
    /** 办公电话 */
    phone?: Text;
    /** 传真 */
    fax?: Text;
    /** 客户网址 */
    url?: Text;
    /** 人员类型 · 1 领用人员, 2 放弃人员, 3 添加人员, 4 添加人员和领用人员, 5 添加人员和放弃人员, 6 保护人员, 7 未保护人员 */
    catetype?: Choice<1 | 2 | 3 | 4 | 5 | 6 | 7>;
    /** 人员选择 */
    cateid?: Text | readonly (Text)[];
    /** 客户来源 */
    ly?: Text | readonly (Text)[];
    /** 价值评估 */
    jz?: Text | readonly (Text)[];
    /** 客户区域 */
    area?: Text | readonly (Text)[];
    /** 客户行业 */
    trade?: Text | readonly (Text)[];
    /** 客户地址 */
    address?: Text;
    /** 邮编 */
    zip?: Text;
    /** 备注 */
    intro?: Text;
    /** 添加时间 */
    date1_0?: string;
    /** 添加时间 */
    date1_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 49 合同关联对方代表 · Contact persons to choose for a contract: /webapi/v3/ov1/salesManage/person/list?checktype=radio */
  'contract.contacts': {
    /** 列表模式 */
    stype?: Numeric;
    /** 客户ID */
    company?: Numeric;
    /** 提醒类型 */
    remind?: Text;
    /** 关联联系人选择模式 */
    checktype?: Text;
    /** 联系人姓名 */
    person_name?: Text;
    /** 拼音码 */
    pym?: Text;
    /** 客户名称 */
    name?: Text;
    /** 客户分类 */
    telsort?: Text | readonly (Text)[];
    /** 客户区域 */
    area?: Text | readonly (Text)[];
    /** 客户行业 */
    trade?: Text | readonly (Text)[];
    /** 部门 */
    part1?: Text;
    /** 职务 */
    job?: Text;
    /** 手机 */
    mobile?: Text;
    /** 办公电话 */
    phone?: Text;
    /** 传真 */
    fax?: Text;
    /** QQ */
    qq?: Text;
    /** 电子邮件 */
    email?: Text;
    /** 联系人爱好 */
    joy?: Text;
    /** 联系人备注 */
    intro?: Text;
    /** 性别 */
    sex?: Text | readonly (Text)[];
    /** 添加时间 */
    date1_0?: string;
    /** 添加时间 */
    date1_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 50 获取合同列表 · Contracts: /webapi/v3/ov1/salesmanage/contract/billlist */
  'contract.list': {
    /** 列表模式 · 1 待审批合同, 2 即将到期合同 */
    stype?: Choice<1 | 2>;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 提醒类型 · e.g. 14 合同审批, 17 员工合同到期, 21 合同到期, 23 合同交货, 128 员工合同审批, 151 最新合同, 156 员工合同到期, 201 合同共享 */
    remind?: Text;
    /** 来源 */
    ly?: Text;
    /** 添加时间-开始 */
    tdate1?: Text;
    /** 添加时间-结束 */
    tdate2?: Text;
    /** 币种 */
    bzpara?: Text;
    /** 关联单据选择模式 */
    checktype?: Text;
    /** 销售人员 */
    a_cateid?: Text;
    /** 合同来源 */
    a_sort1?: Text;
    /** 签订日期-开始 */
    a_date_0?: Text;
    /** 签订日期-结束 */
    a_date_1?: Text;
    /** 合同状态 */
    a_sort2?: Text;
    /** 合同分类 */
    a_sort3?: Text;
    /** 人员类型 · 1 销售人员, 2 创建人员 */
    catetype?: Choice<1 | 2>;
    /** 人员选择 */
    cateid?: Text | readonly (Text)[];
    /** 币种 */
    bz?: Text | readonly (Text)[];
    /** 合同分类 */
    htfl?: Text | readonly (Text)[];
    /** 合同状态 */
    htzt?: Text | readonly (Text)[];
    /** 合同主题 */
    title?: Text;
    /** 合同编号 */
    htbh?: Text;
    /** 客户名称 */
    khmc?: Text;
    /** 合同金额上限 */
    htmoney_0?: Numeric;
    /** 合同金额下限 */
    htmoney_1?: Numeric;
    /** 优惠后金额上限 */
    moneyall_0?: Numeric;
    /** 优惠后金额下限 */
    moneyall_1?: Numeric;
    /** 签订日期 */
    dateQD_0?: string;
    /** 签订日期 */
    dateQD_1?: string;
    /** 开始日期 */
    dateKS_0?: string;
    /** 开始日期 */
    dateKS_1?: string;
    /** 终止日期 */
    dateZZ_0?: string;
    /** 终止日期 */
    dateZZ_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 51 合同洽谈进展 · Follow up a contract: /webapi/v3/ov1/systemManage/reply?datatype=contract&apihelptype=save */
  'contract.followUp': CallParams['contact.followUp'];
  /** 52 合同共享 · Share a contract: /webapi/v3/ov1/salesManage/contract/share?apihelptype=save */
  'contract.share': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 共享用户类型 · 0 共享给以下用户, 1 共享给所有用户 */
    member1: Choice<0 | 1>;
    /** 共享用户集合 · required when member1 is 0 · ≤ 50 · options: tree */
    member2?: Text;
  };
  /** 53 合同审批 · Approve a contract: /webapi/v3/ov1/systemmanage/approve?dtype=2&apihelptype=save */
  'contract.approve': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 审批金额 */
    '@__sp_money': Numeric;
    /** 审批结果 · e.g. 1 同意, 2 否决, 3 退回 */
    '@__sp_result': Numeric;
    /** 审批意见 · ≤ 50 */
    '@__sp_intro'?: Text;
    /** 手写签名 · ≤ 50 */
    '@__sp_sign'?: Text;
    /** @bill.approve.list · ≤ 50 */
    '@bill.approve.list'?: Text;
  };
  /** 56 获取售后服务列表 · After-sales services: /webapi/v3/ov1/salesmanage/service/list */
  'service.list': {
    /** 提醒类型 · e.g. 22 待处理售后, 137 最新售后, 202 售后共享 */
    remind?: Text;
    /** 列表模式 */
    stype?: Numeric;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 关联单据选择模式 */
    checktype?: Text;
    /** 人员类型 */
    catetype?: Text | readonly (Text)[];
    /** 人员选择 */
    cateid?: Text | readonly (Text)[];
    /** 紧急程度 */
    great1?: Text | readonly (Text)[];
    /** 处理结果 */
    result1?: Text | readonly (Text)[];
    /** 售后分类 */
    sort1?: Text | readonly (Text)[];
    /** 售后主题 */
    title?: Text;
    /** 售后编号 */
    shid?: Text;
    /** 售后内容 */
    introts?: Text;
    /** 处理内容 */
    introN?: Text;
    /** 备注 */
    introb?: Text;
    /** 客户分类 */
    telsort?: Text | readonly (Text)[];
    /** 客户价值 */
    teljz?: Text | readonly (Text)[];
    /** 客户区域 */
    area?: Text | readonly (Text)[];
    /** 客户名称 */
    TelName?: Text;
    /** 产品名称 */
    ProName?: Text;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 57 获取售后服务详情 · One after-sales service: /webapi/v3/ov1/salesmanage/service/add?apihelptype=get */
  'service.get': CallParams['project.get'];
  /** 58 售后服务处理 · Handle an after-sales service: /webapi/v3/ov1/salesmanage/service/chuli?apihelptype=save */
  'service.handle': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 指派售后 · ≤ 50 */
    cateid: Text;
    /** info1 · ≤ 4000 */
    info1: Text;
    /** 客户销售人员 · ≤ 50 */
    cate: Text;
    /** 处理结果 · ≤ 50 */
    intro: Text;
  };
  /** 61 添加或修改售后维修 · Add or edit a repair: /webapi/v3/ov1/salesmanage/repair/DealAdd?apihelptype=save */
  'repair.save': {
    /** 数据唯一标识 */
    ord?: Numeric;
    /** 维修单主题 · ≤ 100 */
    title: Text;
    /** 维修单编号 · ≤ 100 */
    SerialNumber: Text;
    /** 关联受理单 · options: /sysa/mobilephone/salesmanage/repair/list.asp?datatype=addDeal&checktype=radio */
    repair_sl: Numeric;
    /** 维修流程 · e.g. 1 维修流程 */
    ProcessID: Numeric;
    /** 维修概要 · ≤ 500 */
    Summary?: Text;
    /** hiddentmp · ≤ 50 */
    hiddentmp?: Text;
    /** 数量 · max 999999999 */
    num: Numeric;
    /** 维修费 · max 999999999 */
    Cost: Numeric;
  };
  /** 62 获取售后维修列表 · Repairs: /webapi/v3/ov1/salesmanage/repair/Deallist */
  'repair.list': {
    /** 提醒类型 */
    remind?: Text;
    /** 列表模式 */
    stype?: Numeric;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 63 获取售后维修详情 · One repair: /webapi/v3/ov1/salesmanage/repair/Dealcontent?apihelptype=get */
  'repair.get': CallParams['project.get'];
  /** 66 获取采购列表 · Purchases: /webapi/v3/ov1/storemanage/caigou/list */
  'purchase.list': {
    /** 提醒类型 · e.g. 9 采购到货, 16 采购审批 */
    remind?: Text;
    /** 预购id */
    yugouId?: Text;
    /** 采购id */
    caigouId?: Text;
    /** ScanFlag */
    ScanFlag?: Text;
    /** 列表模式 · 1 所有待审批, 2 到货提醒, 3 所有未通过 */
    stype?: Choice<1 | 2 | 3>;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 列表模式 */
    datatype?: Text;
    /** 采购主题 */
    title?: Text;
    /** 采购编号 */
    cgid?: Text;
    /** 采购概要 */
    intro?: Text;
    /** 采购分类 */
    cgsort?: Text | readonly (Text)[];
    /** 入库状态 */
    rkStatus?: Text | readonly (Text)[];
    /** 人员选择 */
    cateid?: Text | readonly (Text)[];
    /** 供应商名称 */
    TelName?: Text;
    /** 添加时间 */
    date7_0?: string;
    /** 添加时间 */
    date7_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 67 获取采购详情 · One purchase: /webapi/v3/ov1/storemanage/caigou/add?apihelptype=get */
  'purchase.get': CallParams['project.get'];
  /** 68 获取采购审批 · Approve a purchase: /webapi/v3/ov1/systemmanage/approve?dtype=3&apihelptype=save */
  'purchase.approve': CallParams['project.approve'];
  /** 71 获取库存详情 · One stock item: /webapi/v3/ov1/storemanage/store/content?apihelptype=get */
  'stock.get': CallParams['project.get'];
  /** 72 获取库存查看列表 · Stock: /webapi/v3/ov1/storemanage/store/list */
  'stock.list': {
    /** 列表模式 */
    dataType?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 74 获取仓库列表 · Warehouses: /webapi/apiHelper/stock/Stock/GetWarehouses */
  'warehouse.list': Record<never, never>;
  /** 77 获取入库列表 · Receipts into stock: /webapi/v3/ov1/storemanage/kuin/list */
  'stockIn.list': {
    /** 列表模式 */
    stype?: Numeric;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 提醒类型 */
    remind?: Text;
    /** 来源 */
    ly?: Text;
    /** tdate1 */
    tdate1?: Text;
    /** tdate2 */
    tdate2?: Text;
    /** 入库编号 */
    rkbh?: Text;
    /** 入库主题 */
    title?: Text;
    /** 入库状态 */
    rkzt?: Text | readonly (Text)[];
    /** 审批状态 */
    status?: Text | readonly (Text)[];
    /** 入库类别 */
    rklb?: Text | readonly (Text)[];
    /** 关联供应商 */
    glgys?: Text;
    /** 关联采购 */
    glcg?: Text;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 78 获取入库详情 · One receipt into stock: /webapi/v3/ov1/storemanage/kuin/detail?apihelptype=get */
  'stockIn.get': CallParams['project.get'];
  /** 79 获取入库产品明细 · Product lines of receipts: /webapi/v3/ov1/storemanage/kuin/MoreKuinList */
  'stockIn.lines': {
    /** 入库单ID */
    ord?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 84 获取发货详情 · One delivery: /webapi/v3/ov1/storemanage/sent/detail?apihelptype=get */
  'delivery.get': {
    /** 数据唯一标识 */
    ord?: Numeric;
  };
  /** 85 获取发货产品明细 · Product lines of deliveries: /webapi/v3/ov1/storemanage/sent/moresendlist */
  'delivery.lines': {
    /** 发货ID */
    ord?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 86 获取发货列表 · Deliveries: /webapi/v3/ov1/storemanage/sent/list */
  'delivery.list': {
    /** 列表模式 */
    stype?: Numeric;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 提醒类型 */
    remind?: Text;
    /** 关联单据选择模式 */
    checktype?: Text;
    /** 发货主题 */
    title?: Text;
    /** 发货单号 */
    fhbh?: Text;
    /** 应发日期 */
    dateYF_0?: string;
    /** 应发日期 */
    dateYF_1?: string;
    /** 实发日期 */
    dateSF_0?: string;
    /** 实发日期 */
    dateSF_1?: string;
    /** 发货方式 */
    fhfs?: Text | readonly (Text)[];
    /** 客户名称 */
    khmc?: Text;
    /** 客户区域 */
    area?: Text | readonly (Text)[];
    /** 发货人 */
    cateid?: Text | readonly (Text)[];
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 89 获取产品单位列表 · Product units: /webapi/apiHelper/sale/Product/GetProductUnitLists */
  'product.units': Record<never, never>;
  /** 90 获取产品分类信息 · Product categories: /webapi/v3/ov1/systemManage/product_sort_list?stype=check&apihelptype=get */
  'product.categories': {
    /** 数据类型 */
    stype?: Text;
  };
  /** 91 获取发票类型列表 · Invoice types: /webapi/apiHelper/sale/Product/GetInvoiceTypesLists */
  'product.invoiceTypes': Record<never, never>;
  /** 92 获取产品列表 · Products: /webapi/v3/ov1/salesmanage/product/billlist */
  'product.list': {
    /** 列表模式 */
    listadd?: Text;
    /** 客户ID */
    company?: Text;
    /** 供应商ID */
    specialCompany?: Text;
    /** 客户类型ID */
    companyFromType?: Text;
    /** 销售人员ID */
    htcateid?: Text;
    /** 是否用具选择页面 */
    IsTools?: Text;
    /** 币种 */
    bz?: Text;
    /** 维修单ID */
    repairOrder?: Text;
    /** 是否选择产品 */
    secpro?: Text;
    /** 单据类型 */
    fromtype?: Text;
    /** 已加购总数量 */
    totalNum?: Text;
    /** 已加购总个数 */
    totalCount?: Text;
    /** 单据标记 */
    flag?: Text;
    /** 提醒类型 */
    remind?: Text;
    /** 产品ord */
    ords?: Text | readonly (Text)[];
    /** 产品分类ID */
    idProductClass?: Text;
    /** 产品名称 */
    cpname?: Text;
    /** 产品编号 */
    cpbh?: Text;
    /** 产品型号 */
    cpxh?: Text;
    /** 条形码 */
    txm?: Text;
    /** 库存下限上限 */
    kcxx_0?: Numeric;
    /** 库存下限下限 */
    kcxx_1?: Numeric;
    /** 库存上限上限 */
    kcsx_0?: Numeric;
    /** 库存上限下限 */
    kcsx_1?: Numeric;
    /** 人员选择 */
    cateid?: Text | readonly (Text)[];
    /** 添加日期 */
    adddate_0?: string;
    /** 添加日期 */
    adddate_1?: string;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 93 获取产品详情 · One product: /webapi/v3/ov1/salesmanage/product/billService?apihelptype=get */
  'product.get': {
    /** 客户ID */
    company?: Text;
    /** 维修单ID */
    repairOrder?: Text;
    /** PID */
    PID?: Text;
    /** 提醒类型 */
    remind?: Text;
    /** 产品ID */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 94 产品加入合同 · Put a product into a contract: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=addToContract */
  'product.addToContract': CallParams['contractLine.add'];
  /** 97 物料清单添加/修改(适用V32.10已有功能) · Add or edit bills of materials (32.10): /webapi/apiHelper/produce/Bom/SaveBoms */
  'productionBom.save': {
    /** 物料清单父件信息 */
    BomItem: {
      /** 唯一标识 */
      ID: Numeric;
      /** 产品ID */
      ProductID: Numeric;
      /** 物料清单子件BOM的ID */
      ChildID?: Numeric;
      /** 产品单位Id */
      UnitId: Numeric;
      /** 产品比例 */
      Bl: Numeric;
      /** 数量 */
      Num: Numeric;
      /** 产品角色 · 0 自制件, 1 委外件, 2 外购件 */
      Role: Choice<0 | 1 | 2>;
      /** 工艺路线ID */
      WorkingFlowsID?: Numeric;
      /** 损耗率 */
      Wastage: Numeric;
      /** 领料方式 · 1 正常领料, 2 入库倒冲 */
      Mtype: Choice<1 | 2>;
      /** 物料清单明细删除状态 · 1 正常, 2 删除 */
      Del: Choice<1 | 2>;
      /** 物料清单明细子件 */
      BomItems?: readonly {
        /** 唯一标识 */
        ID: Numeric;
        /** 产品ID */
        ProductID: Numeric;
        /** 物料清单子件BOM的ID */
        ChildID?: Numeric;
        /** 产品单位Id */
        UnitId: Numeric;
        /** 产品比例 */
        Bl: Numeric;
        /** 数量 */
        Num: Numeric;
        /** 产品角色 · 0 自制件, 1 委外件, 2 外购件 */
        Role: Choice<0 | 1 | 2>;
        /** 工艺路线ID */
        WorkingFlowsID?: Numeric;
        /** 损耗率 */
        Wastage: Numeric;
        /** 领料方式 · 1 正常领料, 2 入库倒冲 */
        Mtype: Choice<1 | 2>;
        /** 物料清单明细删除状态 · 1 正常, 2 删除 */
        Del: Choice<1 | 2>;
        /** 物料清单明细子件 */
        BomItems?: readonly (Record<string, unknown>)[];
      }[];
    };
    /** 唯一标识 */
    ID: Numeric;
    /** 物料清单编号 */
    Code?: Text;
    /** 单据主题 */
    Title: Text;
    /** 物料清单类型 · 0 物料清单组件, 1 物料清单 */
    BillType: Choice<0 | 1>;
    /** 物料清单主辅 · 0 辅, 1 主 */
    IsMain: Choice<0 | 1>;
    /** 备注 */
    Intro?: Text;
    /** 物料清单来源 · 0 手动添加, 1 合同, 2 报价, 3 设计 */
    FromType: Choice<0 | 1 | 2 | 3>;
    /** 物料清单来源ID */
    FromID?: Numeric;
    /** 物料清单删除状态 · 1 正常, 2 删除 */
    Del: Choice<1 | 2>;
  };
  /** 98 物料清单列表(适用V32.10已有功能) · Bills of materials (32.10): /webapi/apiHelper/produce/Bom/GetBoms */
  'productionBom.list': {
    /** 页数 */
    PageNumber?: Numeric;
    /** 每页大小 */
    PageSize?: Numeric;
    /** 编号 */
    Code?: Text;
    /** 主题 */
    Title?: Text;
    /** 开始日期 */
    StartTime?: string;
    /** 结束日期 */
    EndTime?: string;
    /** 检索类型 · 0 全量数据, 1 变量数量 */
    SearchType?: Choice<0 | 1>;
  };
  /** 101 获取设备列表 · Machines: /webapi/apiHelper/produce/Machine/GetMachines */
  'machine.list': CallParams['productionBom.list'];
  /** 110 派工添加 · Add work orders: /webapi/apiHelper/produce/WorkAssigns/SaveWorkAssigns */
  'workOrder.save': {
    /** 派工编号 */
    Code?: Text;
    /** 派工主题 */
    Title: Text;
    /** 派工时间 */
    DateWA?: string;
    /** 是否需要派工质检 · 0 不需要质检, 1 需要质检 */
    ExecQcCheck?: Choice<0 | 1>;
    /** 添加人ID */
    CreatorID?: Numeric;
    /** 派工产品ID */
    ProductID: Numeric;
    /** 派工产品单位ID */
    UnitID: Numeric;
    /** 派工数量 */
    NumMake: Numeric;
    /** 被派人员ID或姓名 */
    Cateid_WA: Text;
    /** 计划开工日期 */
    DateStart: string;
    /** 计划完工日期 */
    DateEnd: string;
    /** 交货日期 */
    DateDelivery: string;
    /** 序列号是否开启 */
    IsHasXLH?: boolean;
    /** 序列号 */
    SerialNumberCode?: Text | readonly (Text)[];
    /** 批号是否开启 */
    IsHasPH?: boolean;
    /** 批号 */
    BatchNumberCode?: Text | readonly (Text)[];
    /** 优先级 */
    Priority?: Numeric;
    /** 备注 */
    Remark?: Text;
    /** 所需物料列表 */
    WorkAssignItems?: readonly {
      /** 产品ID */
      ProductID?: Numeric;
      /** 单位ID */
      UnitID?: Numeric;
      /** 产品比例 */
      Bl?: Numeric;
      /** 所需数量 */
      NeedNum?: Numeric;
      /** 损耗率 */
      WastAge?: Numeric;
      /** 到货日期 */
      ReceivedDate?: string;
      /** 备注 */
      Intro?: Text;
    }[];
    /** 工序执行列表 */
    WorkAssignWFPs?: readonly {
      /** 加工次序 */
      RowIndex?: Numeric;
      /** 工序ID */
      WorkingProcedureID?: Numeric;
      /** 是否委外 · 0 自制, 1 委外 */
      IsOut?: Choice<0 | 1>;
      /** 工作中心 */
      WorkCenterName?: Text;
      /** 主负责人ID或姓名 */
      CateIDs: Text;
      /** 换算比例 */
      ConversionBL?: Numeric;
      /** 加工数量 */
      NumMake?: Numeric;
      /** 计划总时间 */
      Wtime?: Numeric;
      /** 工时单位 · 0 秒, 1 分钟, 2 小时 */
      UnitID?: Choice<0 | 1 | 2>;
      /** 准备时间 */
      rptime?: Numeric;
      /** 加工批量 */
      wNum: Numeric;
      /** 加工工时 */
      jgtime: Numeric;
      /** 搬运批量 */
      mNum?: Numeric;
      /** 搬运工时 */
      mtime?: Numeric;
      /** 计划开工日期 */
      DateStart?: string;
      /** 计划完工日期 */
      DateEnd?: string;
      /** 汇报例外策略 · 0 未启用, 1 启用 */
      ReportingExceptionStrategy?: Choice<0 | 1>;
      /** 汇报单位 */
      ReportingUnit?: Numeric;
      /** 批号启用 · 0 否, 1 是 */
      BatchNumberStart?: Choice<0 | 1>;
      /** 序列号启用 · 0 否, 1 是 */
      SerialNumberStart?: Choice<0 | 1>;
      /** 中间产出物 */
      IntermediateProduct?: Text;
      /** 汇报取整 · 0 否, 1 是 */
      ReportingRounding?: Choice<0 | 1>;
      /** 工序审核 · 0 否, 1 是 */
      ExecCheck?: Choice<0 | 1>;
    }[];
  };
  /** 111 获取派工列表 · Work orders: /webapi/apiHelper/produce/WorkAssigns/GetWorkAssigns */
  'workOrder.list': CallParams['productionBom.list'];
  /** 114 领料添加 · Add material issues: /webapi/apiHelper/produce/MaterialOrder/SaveMaterialOrders */
  'materialIssue.save': {
    /** 生产领料明细 */
    MaterialOrderItems?: readonly {
      /** 领料类型 */
      SourceType?: Numeric;
      /** 来源ID */
      SourceID?: Numeric;
      /** 产品ID */
      ProductID?: Numeric;
      /** 单位ID */
      UnitID?: Numeric;
      /** 数量 */
      Num?: Numeric;
      /** 领料方式 · 1 正常领料, 2 倒冲领料 */
      MType: Choice<1 | 2>;
      /** 备注 */
      Intro?: Text;
      /** 交货日期 */
      DateDelivery?: string;
      /** 库管人员 */
      OutkuPerson?: Text;
    }[];
    /** 领料主题 */
    Title?: Text;
    /** 领料编号 */
    Code?: Text;
    /** 领料日期 */
    Date1?: string;
    /** 备注 */
    Intro?: Text;
    /** 领料类型 · 1 直接领料, 2 按单领料, 3 补料 */
    MaterialType?: Choice<1 | 2 | 3>;
    /** 创建人ID */
    CreatorID?: Numeric;
  };
  /** 115 获取领料列表 · Material issues: /webapi/apiHelper/produce/MaterialOrder/GetMaterialOrders */
  'materialIssue.list': CallParams['productionBom.list'];
  /** 118 生产质检任务添加 · Add inspection tasks: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestingsTask */
  'inspection.saveTask': {
    /** 唯一标识 */
    ID?: Numeric;
    /** 生产质检任务主题 */
    Title: Text;
    /** 生产质检任务编号 */
    TaskBh?: Text;
    /** 质检负责人ID */
    QcCateid: Numeric;
    /** 送检日期 */
    TaskDate: string;
    /** 派工单/返工单ID */
    WAID: Numeric;
    /** 质检状态 · 0 未质检, 1 部分质检, 2 质检完成 */
    QCStatus?: Choice<0 | 1 | 2>;
    /** 质检类型 · 1 派工质检, 2 返工质检 */
    PoType: Choice<1 | 2>;
    /** 创建人ID */
    CreatorID?: Numeric;
    /** 生产质检任务明细列表 */
    QualityTestingTaskItems?: readonly {
      /** 唯一标识 */
      ID?: Numeric;
      /** 派工单/返工单ID */
      WAID?: Numeric;
      /** 质检产品ID */
      ProductID?: Numeric;
      /** 质检产品单位ID */
      UnitID?: Numeric;
      /** 送检数量 */
      Num: Numeric;
      /** 已检数量 */
      QCNum?: Numeric;
      /** 合格数量 */
      HGNum?: Numeric;
      /** 报废数量 */
      BFNum?: Numeric;
      /** 返工数量 */
      FGNum?: Numeric;
      /** 批号ID */
      CodeBatch?: Numeric;
      /** 批号 */
      PH?: Text;
      /** 序列号ID */
      CodeProductID?: Numeric;
      /** 序列号 */
      XLH?: Text;
      /** 质检负责人 */
      QcCateid?: Numeric;
      /** 质检状态 · 0 未质检, 1 部分质检, 2 质检完成 */
      QCStatus?: Choice<0 | 1 | 2>;
      /** 关联派工/返工单备注 */
      Remark?: Text;
    }[];
  };
  /** 119 获取生产质检任务列表 · Inspection tasks: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingTasks */
  'inspection.tasks': {
    /** 页数 */
    PageNumber?: Numeric;
    /** 每页大小 */
    PageSize?: Numeric;
    /** 编号 */
    Code?: Text;
    /** 主题 */
    Title?: Text;
    /** 开始日期 */
    StartTime?: string;
    /** 结束日期 */
    EndTime?: string;
  };
  /** 120 生产质检添加/修改 · Add or edit inspections: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestings */
  'inspection.save': {
    /** 生产质检明细列表 */
    QualityTestingItems?: readonly {
      /** 唯一标识 */
      ID?: Numeric;
      /** 产品生产类型 · 0 成品, 1 半成品 */
      DataType: Choice<0 | 1>;
      /** 来源ID */
      BID: Numeric;
      /** 汇报数量 */
      SerialNumber: Numeric;
      /** 质检数量 */
      NumTesting: Numeric;
      /** 审核前合格数量 */
      OkNum?: Numeric;
      /** 审核前不合格数量 */
      FailNum?: Numeric;
      /** 审核后返工数量 */
      NumScrap?: Numeric;
      /** 审核后报废数量 */
      NumBF?: Numeric;
      /** 审核后合格数量 */
      NumSPOK?: Numeric;
      /** 质量等级 */
      QualityLevel?: Numeric;
      /** 批号 */
      Ph?: Text;
      /** 序列号 */
      Xlh?: Text;
      /** 备注 */
      Remark?: Text;
      /** 生产日期 */
      Datesc?: string;
      /** 有效日期 */
      Dateyx?: string;
      /** 质检结果 · 0 合格, 1 不合格 */
      QTResult?: Choice<0 | 1>;
      /** 不合格意见 */
      BhgOpinion?: Numeric;
      /** 报废原因 */
      BFOpinion?: Numeric;
      /** 序列号 */
      OriSeralNumber?: Numeric;
      /** 批号 */
      CodeBatch?: Numeric;
      /** 质检任务单明细ID */
      TaskMXId: Numeric;
    }[];
    /** 质检编号 */
    Code?: Text;
    /** 质检主题 */
    Title?: Text;
    /** 创建人ID */
    CreatorID?: Numeric;
    /** 质检时间 */
    QTDate?: string;
    /** 质检员ID */
    Inspector?: Numeric;
    /** 质检模式 · 0 全检, 1 抽检 */
    QTMode?: Choice<0 | 1>;
    /** 质检类型 · 0 汇总, 1 明细 */
    QTType?: Choice<0 | 1>;
    /** 备注 */
    Intro?: Text;
    /** 来源类型 · 1 委外质检, 2 工序委外质检, 3 派工质检, 4 返工质检 */
    PoType: Choice<1 | 2 | 3 | 4>;
    /** 质检时所在单据的行号 */
    BatchRowIndex?: Numeric;
    /** 质检单否合格 · 0 合格, 1 不合格 */
    QTResultAll?: Choice<0 | 1>;
    /** 质检任务主单ID */
    QCTaskID: Numeric;
    /** 唯一标识 */
    ID?: Numeric;
  };
  /** 121 获取生产质检计划 · Inspection plans: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingPlans */
  'inspection.plans': {
    /** 操作人员 */
    UserID: Numeric;
    /** 页数 */
    PageNumber?: Numeric;
    /** 每页大小 */
    PageSize?: Numeric;
    /** 编号 */
    Code?: Text;
    /** 主题 */
    Title?: Text;
    /** 开始日期 */
    StartTime?: string;
    /** 结束日期 */
    EndTime?: string;
    /** 检索类型 · 0 全量数据, 1 变量数量 */
    SearchType?: Choice<0 | 1>;
  };
  /** 122 获取生产质检列表 · Inspections: /webapi/apiHelper/produce/QualityTesting/GetQualityTestings */
  'inspection.list': CallParams['inspection.plans'];
  /** 123 生产质检审核 · Check inspections: /webapi/apiHelper/produce/QualityTesting/CheckQualityTestings */
  'inspection.check': {
    /** 生产质检ID */
    ID?: Numeric;
    /** 质检结果 · 0 无需审核或待审核, 1 让步接受, 2 全部拒收, 3 全部报废, 4 不合格返工, 5 不合格报废 */
    CkStatus?: Choice<0 | 1 | 2 | 3 | 4 | 5>;
    /** 审核意见 */
    CkOpinion?: Text;
    /** 审核人ID */
    CKUser?: Numeric;
  };
  /** 124 获取不合格原因列表 · Reasons for rejection: /webapi/apiHelper/produce/QualityTesting/GetUnQualiFiedList */
  'inspection.rejectReasons': Record<never, never>;
  /** 125 获取报废原因列表 · Reasons for scrapping: /webapi/apiHelper/produce/QualityTesting/GetScrapReasonList */
  'inspection.scrapReasons': Record<never, never>;
  /** 126 获取质量等级列表 · Quality levels: /webapi/apiHelper/produce/QualityTesting/GetQualityLevelList */
  'inspection.levels': Record<never, never>;
  /** 129 物料登记添加 · Add material records: /webapi/apiHelper/produce/MaterialRegister/SaveMaterialRegisters */
  'materialRecord.save': {
    /** 物料登记明细列表 */
    MaterialRegisterItems?: readonly {
      /** 产品ID */
      ProductID?: Numeric;
      /** 产品单位ID */
      UnitID?: Numeric;
      /** 数量 */
      Num1?: Numeric;
      /** 备注 */
      Intro?: Text;
      /** 分配方式 */
      Zy?: Numeric;
      /** 来源ID */
      ListID?: Numeric;
      /** 来源类型 · 1 派工, 2 返工, 3 整单委外, 4 工序委外 */
      PoTypeV?: Choice<1 | 2 | 3 | 4>;
    }[];
    /** 登记主题 */
    Title?: Text;
    /** 登记编号 */
    Code?: Text;
    /** 登记日期 */
    Date1?: string;
    /** 登记数量 */
    Totalnum?: Numeric;
    /** 备注 */
    Intro?: Text;
    /** 数据类型 */
    OrderType?: Numeric;
    /** 单据来源类型 · 1 派工使用, 2 返工, 3 整单委外, 4 工序委外 */
    PoType?: Choice<1 | 2 | 3 | 4>;
    /** 单据来源ID */
    Bid?: Numeric;
    /** 入库主单ID */
    ForKuinID?: Numeric;
    /** 创建人ID */
    Creator?: Numeric;
  };
  /** 130 获取物料登记列表 · Material records: /webapi/apiHelper/produce/MaterialRegister/GetMaterialRegisters */
  'materialRecord.list': CallParams['productionBom.list'];
  /** 133 获取银行账户明细 · Transactions of a bank account: /webapi/v3/ov1/financemanage/bank/add?apihelptype=get */
  'bank.get': {
    [unpublished: string]: unknown;
  };
  /** 134 获取银行账户列表 · Bank accounts: /webapi/v3/ov1/financemanage/bank/list */
  'bank.list': CallParams['bank.get'];
  /** 137 获取收款详情 · One payment received: /webapi/v3/ov1/financemanage/moneyback/content?apihelptype=get */
  'receipt.get': {
    /** 详情模式 */
    datatype?: Text;
    /** 数据唯一标识 */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 138 获取收款列表 · Payments received: /webapi/v3/ov1/financemanage/moneyback/list */
  'receipt.list': {
    /** 提醒类型 */
    remind?: Text;
    /** 列表模式 */
    datatype?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 来源 */
    ly?: Text;
    /** 起始日期 */
    tdate1?: Text;
    /** 结束日期 */
    tdate2?: Text;
    /** 销售人员Id */
    a_cateid?: Text;
    /** 起始日期 */
    a_date_0?: Text;
    /** 结束日期 */
    a_date_1?: Text;
    /** 收款状态 */
    hkzt?: Text | readonly (Text)[];
    /** 收款计划 */
    hkjh?: Text | readonly (Text)[];
    /** 收款方式 */
    hktype?: Text | readonly (Text)[];
    /** 币种 */
    bz?: Text | readonly (Text)[];
    /** 收款类型 */
    hkmode?: Text | readonly (Text)[];
    /** 客户名称 */
    name?: Text;
    /** 客户编号 */
    khid?: Text;
    /** 单据主题 */
    htname?: Text;
    /** 单据编号 */
    htid?: Text;
    /** 备注 */
    intro?: Text;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 140 获取开票详情 · One invoice issued: /webapi/v3/ov1/financemanage/invoiceback/content?apihelptype=get */
  'invoice.get': CallParams['delivery.get'];
  /** 141 获取开票列表 · Invoices issued: /webapi/v3/ov1/financemanage/invoiceback/list */
  'invoice.list': {
    /** 提醒类型 */
    remind?: Text;
    /** 客户ID */
    company?: Text;
    /** 合同ID */
    contract?: Text;
    /** 列表数据检索条件 */
    ord?: Text;
    /** 列表模式 */
    datatype?: Text;
    /** 来源 */
    ly?: Text;
    /** 起始日期 */
    tdate1?: Text;
    /** 结束日期 */
    tdate2?: Text;
    /** 销售人员Id */
    a_cateid?: Text;
    /** 起始日期 */
    a_date_0?: Text;
    /** 结束日期 */
    a_date_1?: Text;
    /** 开票状态 */
    zt?: Text | readonly (Text)[];
    /** 币种 */
    bz?: Text | readonly (Text)[];
    /** 开票类型 */
    md?: Text | readonly (Text)[];
    /** 客户名称 */
    name?: Text;
    /** 客户编号 */
    khid?: Text;
    /** 单据主题 */
    htname?: Text;
    /** 单据编号 */
    htid?: Text;
    /** 票据单号 */
    pjdh?: Text;
    /** 快速检索条件 */
    searchKey?: Text;
    /** 每页记录数 */
    pagesize?: Numeric;
    /** 数据页标 */
    pageindex?: Numeric;
    /** 排序字段 */
    _rpt_sort?: Text;
  };
  /** 144 获取付款详情 · One payment made: /webapi/v3/ov1/financemanage/moneyout/content?apihelptype=get */
  'payment.get': CallParams['bank.get'];
  /** 145 获取付款列表 · Payments made: /webapi/v3/ov1/financemanage/moneyout/list */
  'payment.list': CallParams['bank.get'];
  /** 148 添加费用申请 · Add an expense request: /webapi/v3/ov1/financemanage/apply/add?apihelptype=save */
  'expenseRequest.save': CallParams['bank.get'];
  /** 149 编辑费用申请明细列表 · Lines of an expense request being edited: /webapi/v3/ov1/financemanage/apply/mxlist */
  'expenseRequest.lines': CallParams['bank.get'];
  /** 150 编辑费用申请明细删除 · Delete a line of an expense request: /webapi/v3/ov1/financemanage/apply/mxlist?__msgId=delete&batch=0 */
  'expenseRequest.deleteLine': CallParams['bank.get'];
  /** 151 编辑费用申请明细 · Edit a line of an expense request: /webapi/v3/ov1/financemanage/apply/mxedit?apihelptype=save */
  'expenseRequest.saveLine': CallParams['bank.get'];
  /** 152 编辑费用申请明细类型选择 · Choose the type of a request line: /webapi/v3/ov1/financemanage/apply/getsortfields?datatype=paysq&apihelptype=get */
  'expenseRequest.lineTypes': CallParams['bank.get'];
  /** 153 获取费用申请详情 · One expense request: /webapi/v3/ov1/financemanage/apply/add?edit=1&apihelptype=get */
  'expenseRequest.get': CallParams['bank.get'];
  /** 154 获取费用申请列表 · Expense requests: /webapi/v3/ov1/financemanage/apply/list */
  'expenseRequest.list': CallParams['bank.get'];
  /** 155 费用申请提交审批 · Submit an expense request for approval: /webapi/v3/ov1/systemmanage/setapprove?__msgId=save&approve=7 */
  'expenseRequest.submit': CallParams['bank.get'];
  /** 156 费用申请审批 · Approve an expense request: /webapi/v3/ov1/systemmanage/approve?dtype=7&apihelptype=save */
  'expenseRequest.approve': CallParams['project.approve'];
  /** 158 添加费用使用 · Add a use of expenses: /webapi/v3/ov1/financemanage/employ/add?apihelptype=save */
  'expenseUse.save': CallParams['bank.get'];
  /** 159 费用使用关联申请单 · Requests to choose for a use of expenses: /webapi/v3/ov1/financeManage/apply/list?datatype=1&checktype=radio */
  'expenseUse.requests': CallParams['bank.get'];
  /** 160 费用使用使用人员 · People to choose for a use of expenses: /webapi/v3/ov1/systemManage/gate_list?sort=2&stype=radio */
  'expenseUse.people': CallParams['bank.get'];
  /** 161 编辑费用使用明细列表 · Lines of a use of expenses being edited: /webapi/v3/ov1/financemanage/employ/mxlist */
  'expenseUse.lines': CallParams['bank.get'];
  /** 162 编辑费用使用明细删除 · Delete a line of a use of expenses: /webapi/v3/ov1/financemanage/employ/mxlist?__msgId=delete&batch=0 */
  'expenseUse.deleteLine': CallParams['bank.get'];
  /** 163 编辑费用使用明细 · Edit a line of a use of expenses: /webapi/v3/ov1/financemanage/employ/mxedit?apihelptype=save */
  'expenseUse.saveLine': CallParams['bank.get'];
  /** 164 编辑费用使用明细类型选择 · Choose the type of a use line: /webapi/v3/ov1/financemanage/apply/getsortfields?apihelptype=get */
  'expenseUse.lineTypes': CallParams['bank.get'];
  /** 165 获取费用使用详情 · One use of expenses: /webapi/v3/ov1/financemanage/employ/add?edit=1&apihelptype=get */
  'expenseUse.get': CallParams['bank.get'];
  /** 166 获取费用使用列表 · Uses of expenses: /webapi/v3/ov1/financemanage/employ/list */
  'expenseUse.list': CallParams['bank.get'];
  /** 168 添加费用报销 · Add a reimbursement: /webapi/v3/ov1/financemanage/expenditure/add?apihelptype=save */
  'reimbursement.save': CallParams['bank.get'];
  /** 169 费用报销报销人员 · People to choose for a reimbursement: /webapi/v3/ov1/systemManage/gate_list?sort=2&stype=radio */
  'reimbursement.people': CallParams['bank.get'];
  /** 170 编辑费用报销明细列表 · Lines of a reimbursement being edited: /webapi/v3/ov1/financemanage/expenditure/mxlist */
  'reimbursement.lines': CallParams['bank.get'];
  /** 171 获取费用报销详情 · One reimbursement: /webapi/v3/ov1/financemanage/expenditure/add?edit=1&apihelptype=get */
  'reimbursement.get': CallParams['bank.get'];
  /** 172 获取费用报销列表 · Reimbursements: /webapi/v3/ov1/financemanage/expenditure/list */
  'reimbursement.list': CallParams['bank.get'];
  /** 173 费用报销审批 · Approve a reimbursement: /webapi/v3/ov1/systemmanage/approve?dtype=4&apihelptype=save */
  'reimbursement.approve': CallParams['project.approve'];
  /** 174 费用报销出账 · Pay out a reimbursement: /webapi/v3/ov1/financeManage/expenditure/bankout?apihelptype=save */
  'reimbursement.payOut': CallParams['bank.get'];
  /** 176 添加费用借款 · Add a staff loan: /webapi/v3/ov1/financemanage/borrow/add?edit=1&apihelptype=save */
  'loan.save': CallParams['bank.get'];
  /** 177 费用借款借款人员 · People to choose for a staff loan: /webapi/v3/ov1/systemManage/gate_list?sort=2&stype=radio */
  'loan.people': CallParams['bank.get'];
  /** 178 获取费用借款详情 · One staff loan: /webapi/v3/ov1/financemanage/borrow/add?apihelptype=get */
  'loan.get': CallParams['bank.get'];
  /** 179 获取费用借款列表 · Staff loans: /webapi/v3/ov1/financemanage/borrow/list */
  'loan.list': CallParams['bank.get'];
  /** 180 费用借款审批 · Approve a staff loan: /webapi/v3/ov1/systemmanage/approve?dtype=6&apihelptype=save */
  'loan.approve': CallParams['project.approve'];
  /** 181 费用借款出账 · Pay out a staff loan: /webapi/v3/ov1/financemanage/borrow/chuzhang?apihelptype=save */
  'loan.payOut': CallParams['bank.get'];
  /** 182 费用借款返还 · Pay a staff loan back: /webapi/v3/ov1/financeManage/reimburse/add?edit=1&datatype=borrow&apihelptype=save */
  'loan.payBack': CallParams['bank.get'];
  /** 184 添加费用返还 · Add a repayment: /webapi/v3/ov1/financemanage/reimburse/add?edit=1&apihelptype=save */
  'repayment.save': CallParams['bank.get'];
  /** 185 费用返还关联借款单 · Staff loans to choose for a repayment: /webapi/v3/ov1/financeManage/borrow/list?datatype=addreimburse&checktype=radio */
  'repayment.loans': CallParams['bank.get'];
  /** 186 获取费用返还详情 · One repayment: /webapi/v3/ov1/financemanage/reimburse/add?apihelptype=get */
  'repayment.get': CallParams['bank.get'];
  /** 187 获取费用返还列表 · Repayments: /webapi/v3/ov1/financemanage/reimburse/list */
  'repayment.list': CallParams['bank.get'];
  /** 188 费用返还审批 · Approve a repayment: /webapi/v3/ov1/systemmanage/approve?dtype=5&apihelptype=save */
  'repayment.approve': CallParams['project.approve'];
  /** 189 费用返还入账 · Book a repayment: /webapi/v3/ov1/financeManage/reimburse/ruzhang?apihelptype=save */
  'repayment.payIn': CallParams['bank.get'];
  /** 192 添加或修改公司公告 · Add or edit a company notice: /webapi/v3/ov1/officemanage/notice/add?apihelptype=save */
  'notice.save': CallParams['bank.get'];
  /** 193 获取公司公告详情 · One company notice: /webapi/v3/ov1/officemanage/notice/add?edit=1&apihelptype=get */
  'notice.get': CallParams['bank.get'];
  /** 194 获取公司公告列表 · Company notices: /webapi/v3/ov1/officemanage/notice/list */
  'notice.list': CallParams['bank.get'];
  /** 197 添加或修改工作互动 · Add or edit a work topic: /webapi/v3/ov1/officemanage/interaction/add?apihelptype=save */
  'interaction.save': CallParams['bank.get'];
  /** 198 获取工作互动详情 · One work topic: /webapi/v3/ov1/officemanage/interaction/add?edit=1&apihelptype=get */
  'interaction.get': CallParams['bank.get'];
  /** 199 获取工作互动列表 · Work topics: /webapi/v3/ov1/officemanage/interaction/list */
  'interaction.list': CallParams['bank.get'];
  /** 200 获取工作互动交流 · Reply to a work topic: /webapi/v3/ov1/officemanage/interaction/add?__msgid=replysave */
  'interaction.reply': CallParams['bank.get'];
  /** 201 获取工作互动交流回复 · Answer a reply to a work topic: /webapi/v3/ov1/officeManage/interaction/add?__msgid=rebacksave */
  'interaction.answer': CallParams['bank.get'];
  /** 204 添加或修改日程 · Add or edit a schedule: /webapi/v3/ov1/officemanage/plan/add?apihelptype=save */
  'schedule.save': CallParams['bank.get'];
  /** 205 日程关联客户 · Customers to choose for a schedule: /webapi/v3/ov1/salesManage/custom/list?checktype=radio */
  'schedule.customers': CallParams['contract.customers'];
  /** 206 日程关联联系人 · Contact persons to choose for a schedule: /webapi/v3/ov1/salesManage/person/list?checktype=radio */
  'schedule.contacts': CallParams['contract.contacts'];
  /** 207 日程关联项目 · Projects to choose for a schedule: /webapi/v3/ov1/salesManage/chance/list?checktype=radio */
  'schedule.projects': CallParams['project.list'];
  /** 208 获取日程详情 · One schedule: /webapi/v3/ov1/officemanage/plan/add?edit=1&apihelptype=get */
  'schedule.get': CallParams['bank.get'];
  /** 209 获取日程列表 · Schedules: /webapi/v3/ov1/officemanage/plan/list */
  'schedule.list': CallParams['bank.get'];
  /** 210 日程洽谈进展 · Follow up a schedule: /webapi/v3/ov1/systemManage/reply?datatype=plan&apihelptype=save */
  'schedule.followUp': CallParams['customer.followUp'];
  /** 211 日程总结 · Sum up a schedule: /webapi/v3/ov1/officeManage/plan/summary?apihelptype=save */
  'schedule.summarise': CallParams['bank.get'];
  /** 212 日程点评 · Comment on a schedule: /webapi/v3/ov1/officeManage/plan/leaderdp?apihelptype=save */
  'schedule.comment': CallParams['bank.get'];
  /** 213 添加或修改周报 · Add or edit a weekly report: /webapi/v3/ov1/officemanage/plan/add_week_month?sort=1&apihelptype=save */
  'weeklyReport.save': CallParams['bank.get'];
  /** 214 周报总结 · Sum up a weekly report: /webapi/v3/ov1/officeManage/plan/summary?sort=1&apihelptype=save */
  'weeklyReport.summarise': CallParams['bank.get'];
  /** 215 周报点评 · Comment on a weekly report: /webapi/v3/ov1/officeManage/plan/leaderdp?sort=1&apihelptype=save */
  'weeklyReport.comment': CallParams['bank.get'];
  /** 216 获取周报详情 · One weekly report: /webapi/v3/ov1/officemanage/plan/add_week_month?edit=1&sort=1&apihelptype=get */
  'weeklyReport.get': CallParams['bank.get'];
  /** 217 添加或修改月报 · Add or edit a monthly report: /webapi/v3/ov1/officemanage/plan/add_week_month?sort=2&apihelptype=save */
  'monthlyReport.save': CallParams['bank.get'];
  /** 218 月报总结 · Sum up a monthly report: /webapi/v3/ov1/officeManage/plan/summary?sort=2&apihelptype=save */
  'monthlyReport.summarise': CallParams['bank.get'];
  /** 219 月报点评 · Comment on a monthly report: /webapi/v3/ov1/officeManage/plan/leaderdp?sort=2&apihelptype=save */
  'monthlyReport.comment': CallParams['bank.get'];
  /** 220 获取月报详情 · One monthly report: /webapi/v3/ov1/officemanage/plan/add_week_month?edit=1&sort=2&apihelptype=get */
  'monthlyReport.get': CallParams['bank.get'];
  /** 223 获取通讯录列表 · Address book: /webapi/v3/ov1/officemanage/businesscard/list */
  'addressBook.list': CallParams['bank.get'];
  /** 224 获取组织架构 · Organisation chart: /webapi/v3/ov1/officemanage/businesscard/list?sort=1&reportmodel=tree */
  'addressBook.organisation': CallParams['bank.get'];
  /** 225 获取通讯录详情 · One address book entry: /webapi/v3/ov1/officemanage/businesscard/content?apihelptype=get */
  'addressBook.get': CallParams['bank.get'];
  /** 228 部门列表 · Departments: /webapi/v3/orgs/dept/list */
  'department.list': {
    /** 部门名称 */
    orgsname?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 231 账号列表 · Accounts: /webapi/v3/orgs/user/list */
  'user.list': {
    /** 账号状态 · 1 正常, 2 冻结 */
    userstatus?: Choice<1 | 2>;
    /** 员工姓名 */
    name?: Text;
    /** 账号名称 */
    username?: Text;
    /** 部门id */
    orgsid?: Numeric;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 232 部门添加 · Add a department: /webapi/v3/orgs/dept/add */
  'department.add': {
    /** 部门名称 */
    name: Text;
    /** 部门简称 */
    shortname?: Text;
    /** 上级部门 */
    pid: Numeric;
    /** 价格策略 · 0 关闭, 1 开启 */
    openprice?: Choice<0 | 1>;
    /** 重要指数 */
    sort?: Numeric;
    /** 部门职能 */
    funtext?: Text;
    /** 部门概要 */
    intro?: Text;
    /** 是否停用 · 0 正常, 1 停用 */
    Stoped?: Choice<0 | 1>;
  };
  /** 233 部门修改 · Edit a department: /webapi/v3/orgs/dept/edit */
  'department.edit': {
    /** 单据ID */
    ord: Numeric;
    /** 部门名称 */
    name: Text;
    /** 部门简称 */
    shortname?: Text;
    /** 上级部门 */
    pid: Numeric;
    /** 价格策略 · 0 关闭, 1 开启 */
    openprice?: Choice<0 | 1>;
    /** 重要指数 */
    sort?: Numeric;
    /** 部门职能 */
    funtext?: Text;
    /** 部门概要 */
    intro?: Text;
    /** 是否停用 · 0 正常, 1 停用 */
    Stoped?: Choice<0 | 1>;
  };
  /** 234 部门详情 · One department: /webapi/v3/orgs/dept/detail */
  'department.get': {
    /** 单据ID */
    ord: Numeric;
  };
  /** 237 供应商详情 · One supplier: /webapi/v3/store/supplierDetail/detail */
  'supplier.get': CallParams['department.get'];
  /** 238 供应商列表 · Suppliers: /webapi/v3/store/supplierList */
  'supplier.list': {
    /** 人员选择 */
    myuserid?: Text;
    /** 供应商分类 · e.g. 362 原材料, 363 成品 */
    fl?: Text;
    /** 供应商级别 · e.g. 364 一级, 365 二级, 366 三级 */
    jb?: Text;
    /** 供应商行业 · e.g. 137 银行, 138 证券, 139 印刷 */
    hy?: Text;
    /** 供应商名称 */
    gysname?: Text;
    /** 供应商电话 */
    phone?: Text;
    /** 供应商地址 */
    address?: Text;
    /** 供应商网址 */
    url?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 239 出库确认 · Confirm an issue: /webapi/v3/store/kuout/surekuout/edit */
  'stockOut.confirm': {
    /** 单据ID */
    ord: Numeric;
    /** scanCodeType */
    scanCodeType?: Numeric;
    /** CurrentProductId */
    CurrentProductId?: Text;
    /** 出库主题 */
    title?: Text;
    /** 库管 */
    kgs?: Text;
    /** 申请人员 */
    catename?: Text;
    /** 申请日期 */
    date3?: Text;
    /** 出库概要 */
    intro?: Text;
    /** 审批结果 · 2 否决, 3 同意 */
    Complete1: Choice<2 | 3>;
    /** 审批日期 */
    Date5: Text;
    /** 审批意见 */
    Intro2?: Text;
    /** kuoutlist */
    kuoutlist?: readonly {
      /** rowinx */
      rowinx?: Text;
      /** id */
      id?: Numeric;
      /** ord */
      ord?: Numeric;
      /** 单位 */
      unit?: Numeric;
      /** 数量 */
      num1: Text;
      /** 备注 */
      intro?: Text;
      /** 包装 · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
      bz?: Numeric;
      /** 件数 */
      js?: Numeric;
      /** unitname */
      unitname?: Text;
      /** xlh */
      xlh?: Text;
      /** 产品名称 */
      title?: Text;
      /** 编号 */
      order1?: Text;
      /** 型号 */
      type1?: Text;
      /** detail */
      detail?: Text;
      /** CkPageType */
      CkPageType?: Numeric;
      /** ProductAttr1 */
      ProductAttr1?: Numeric;
      /** ProductAttr2 */
      ProductAttr2?: Numeric;
      /** Scan_Txm */
      Scan_Txm?: Text;
      /** Scan_WebsiteQRCode */
      Scan_WebsiteQRCode?: Text;
      /** Scan_TextQRCode */
      Scan_TextQRCode?: Text;
      /** assistnum */
      assistnum?: Text;
      /** assistunit */
      assistunit?: Numeric;
      /** assistunitname */
      assistunitname?: Numeric;
      /** bl */
      bl?: Numeric;
      /** 仓库 · e.g. 39 直流物料仓库, 41 线材仓库, 42 辅料仓库, 47 交流物料仓库, 48 半成品仓库1车间, 50 包材仓库, 57 直流钣金-走廊, 68 充电桩成品-3车间, 72 交流钣金仓 */
      ck?: Numeric;
      /** WareHousePositionID */
      WareHousePositionID?: Numeric;
      /** M2_OrderID */
      M2_OrderID?: Numeric;
      /** FromID */
      FromID?: Numeric;
      /** MergeKuoutListIds */
      MergeKuoutListIds?: Text;
      /** zdNum1 */
      zdNum1?: Text;
    }[];
  };
  /** 240 出库详情 · One issue from stock: /webapi/v3/store/kuout/detail */
  'stockOut.get': CallParams['department.get'];
  /** 241 出库列表 · Issues from stock: /webapi/v3/store/kuout/List */
  'stockOut.list': {
    /** 申请人员 */
    creator?: Numeric;
    /** 库管人员 */
    cateidsp?: Numeric;
    /** 出库仓库 */
    ck?: Numeric;
    /** 出库类别 · 1 销售出库, 2 采购退货, 3 生产领料出库, 4 直接出库, 6 借货出库, 7 调拨出库, 8 盘点出库, 9 组装出库, 10 拆分出库, 12 生产补料出库 */
    sclx?: Choice<1 | 2 | 3 | 4 | 6 | 7 | 8 | 9 | 10 | 12>;
    /** 出库状态 · 1 未出库, 2 否决出库, 3 已出库 */
    sclxout?: Choice<1 | 2 | 3>;
    /** 出库主题 */
    title?: Text;
    /** 出库编号 */
    bh?: Text;
    /** 关联合同主题 */
    contract?: Text;
    /** 关联合同编号 */
    HTid?: Text;
    /** 关联项目主题 */
    projectname?: Text;
    /** 关联项目编号 */
    projectno?: Text;
    /** 关联客户名称 */
    company?: Text;
    /** 产品名称 */
    product?: Text;
    /** 产品编号 */
    cporder1?: Text;
    /** 产品型号 */
    cptype1?: Text;
    /** 申请时间 */
    applicationTime?: string;
    /** 确认时间 */
    confirmTime?: string;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 243 直接入库添加 · Add a direct receipt: /webapi/v3/store/kuin/add */
  'stockIn.add': {
    /** 入库主题 · ≤ 100 */
    title: Text;
    /** 入库编号 · ≤ 50 */
    rkbh: Text;
    /** 日期 */
    date5: Text;
    /** 供应商名称 · ≤ 100 */
    gysname?: Text;
    /** 入库明细 */
    kuinlist?: readonly {
      /** 产品名称 · ≤ 500 */
      title: Text;
      /** 编号 · ≤ 500 */
      order1?: Text;
      /** 型号 · ≤ 500 */
      type1?: Text;
      /** 单位 · ≤ 10 */
      unit: Numeric;
      /** 单位属性 · ≤ 500 */
      commUnitAttr?: Text;
      /** 产品属性1 */
      ProductAttr1?: Numeric;
      /** 产品属性2 */
      ProductAttr2?: Numeric;
      /** 数量 */
      num1: Numeric;
      /** 辅助单位 */
      AssistUnit?: Numeric;
      /** 辅助单位数量 */
      AssistNum?: Numeric;
      /** 单价 */
      price2?: Numeric;
      /** 总价 */
      money2?: Numeric;
      /** 批号 · ≤ 50 */
      ph?: Text;
      /** 序列号 · ≤ 8000 */
      xlh?: Text;
      /** 生产日期 */
      datesc?: string;
      /** 有效日期 */
      dateyx?: string;
      /** 到货日期 */
      date2?: string;
      /** 仓库 */
      ku: Numeric;
      /** 库位ID */
      WareHousePositionID: Numeric;
      /** 备注 */
      intro?: Text;
      /** 包装 · ≤ 20 */
      bz?: Numeric;
      /** 件数 */
      js?: Numeric;
      /** UDI · ≤ 200 */
      UDI?: Text;
      /** 自定义1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 244 入库成本修改 · Edit the cost of a receipt: /webapi/v3/store/kuin/costmodify/edit */
  'stockIn.editCost': {
    /** 单据ID */
    ord: Numeric;
    /** 入库明细 */
    KuinList?: readonly {
      /** 入库明细id */
      id: Numeric;
      /** 成本单价 */
      Price1: Numeric;
    }[];
  };
  /** 245 入库确认 · Confirm a receipt: /webapi/v3/store/kuin/surekuin/edit */
  'stockIn.confirm': {
    /** 单据ID */
    ord: Numeric;
    /** 入库类型 */
    sort1?: Text;
    /** 入库单 */
    title?: Text;
    /** 入库仓库 */
    ck: Numeric;
    /** 库管意见 */
    Intro2?: Text;
    /** 刷新 */
    addressRefreshEventbox?: Text;
    /** kuinlist */
    kuinlist?: readonly {
      /** id */
      id?: Numeric;
      /** ord */
      ord?: Numeric;
      /** 单位 */
      unit?: Numeric;
      /** 数量 */
      num1: Text;
      /** maxnum */
      maxnum?: Text;
      /** 备注 */
      intro?: Text;
      /** 单价 */
      price1?: Text;
      /** 包装 · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
      bz?: Numeric;
      /** 件数 */
      js?: Numeric;
      /** unitname */
      unitname?: Text;
      /** WareHousePositionID */
      WareHousePositionID?: Numeric;
      /** ph */
      ph?: Text;
      /** 产品名称 */
      title?: Text;
      /** 编号 */
      order1?: Text;
      /** 型号 */
      type1?: Text;
      /** detail */
      detail?: Text;
      /** AssistNum */
      AssistNum?: Text;
      /** AssistUnit */
      AssistUnit?: Numeric;
      /** xlh */
      xlh?: Text;
      /** UDI */
      UDI?: Text;
      /** caigou */
      caigou?: Numeric;
      /** sort1 */
      sort1?: Numeric;
      /** caigoulist */
      caigoulist?: Numeric;
      /** FileID */
      FileID?: Numeric;
      /** PackCode */
      PackCode?: Text;
      /** SourceInDate */
      SourceInDate?: string;
      /** 仓库 · e.g. 39 直流物料仓库, 41 线材仓库, 42 辅料仓库, 47 交流物料仓库, 48 半成品仓库1车间, 50 包材仓库, 57 直流钣金-走廊, 68 充电桩成品-3车间, 72 交流钣金仓 */
      Ck?: Numeric;
      /** packCanIn */
      packCanIn?: Numeric;
    }[];
    /** Scanflist */
    Scanflist?: readonly {
      /** id */
      id?: Numeric;
      /** ord */
      ord?: Numeric;
      /** 单位 */
      unit?: Numeric;
      /** 数量 */
      num1: Text;
      /** maxnum */
      maxnum?: Text;
      /** 备注 */
      intro?: Text;
      /** 单价 */
      price1?: Text;
      /** 包装 · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
      bz?: Numeric;
      /** 件数 */
      js?: Numeric;
      /** AssistNum */
      AssistNum?: Text;
      /** AssistUnit */
      AssistUnit?: Numeric;
      /** unitname */
      unitname?: Text;
      /** WareHousePositionID */
      WareHousePositionID?: Numeric;
      /** ph */
      ph?: Text;
      /** xlh */
      xlh?: Text;
      /** UDI */
      UDI?: Text;
      /** 产品名称 */
      title?: Text;
      /** 编号 */
      order1?: Text;
      /** 型号 */
      type1?: Text;
      /** detail */
      detail?: Text;
      /** caigou */
      caigou?: Numeric;
      /** sort1 */
      sort1?: Numeric;
      /** caigoulist */
      caigoulist?: Numeric;
      /** PackCode */
      PackCode?: Text;
      /** SourceInDate */
      SourceInDate?: string;
      /** 仓库 · e.g. 39 直流物料仓库, 41 线材仓库, 42 辅料仓库, 47 交流物料仓库, 48 半成品仓库1车间, 50 包材仓库, 57 直流钣金-走廊, 68 充电桩成品-3车间, 72 交流钣金仓 */
      Ck?: Numeric;
    }[];
    /** shipaddresslist */
    shipaddresslist?: readonly {
      /** addressId */
      addressId?: Numeric;
      /** 图标 */
      aicon?: Text;
      /** IsTelDefault */
      IsTelDefault?: Numeric;
      /** 发件人 */
      Shipper?: Text;
      /** 手机 */
      Mobile?: Text;
      /** 图标1 */
      aicon1?: Text;
      /** 邮编 */
      Zip?: Text;
      /** 固定电话 */
      Phone?: Text;
      /** 发件地址 */
      AllAddress?: Text;
      /** ShipAddressID */
      ShipAddressID?: Numeric;
    }[];
    /** addresslist */
    addresslist?: readonly {
      /** 图标 */
      aicon?: Text;
      /** addressId */
      addressId?: Numeric;
      /** IsTelDefault */
      IsTelDefault?: Numeric;
      /** 收件人 */
      Receiver?: Text;
      /** 手机 */
      mobile?: Text;
      /** 图标1 */
      aicon1?: Text;
      /** 邮编 */
      zip?: Text;
      /** 固定电话 */
      phone?: Text;
      /** 收件地址 */
      AllAddress?: Text;
      /** DeliveryAddressID */
      DeliveryAddressID?: Numeric;
    }[];
  };
  /** 246 产品库存明细列表 · Stock by product, in detail: /webapi/v3/store/inventory/InventoryDetails */
  'stock.details': {
    /** 仓库 */
    cks?: Numeric;
    /** 库位 */
    adShelves?: Text;
    /** 入库包装码 */
    PackCode?: Text;
    /** 产品添加人员 */
    addcate?: Numeric;
    /** 产品名称 */
    title?: Text;
    /** 产品编号 */
    order1?: Text;
    /** 产品型号 */
    type1?: Text;
    /** 产品分类 */
    cpfl?: Numeric;
    /** 产品 */
    intro1?: Text;
    /** 产品参数 */
    intro2?: Text;
    /** 图片与附件 */
    intro3?: Text;
    /** 批号 */
    Ph?: Text;
    /** 序列号 */
    Xlh?: Text;
    /** 关联供应商 */
    gysname?: Text;
    /** 包装 · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
    Bz?: Text;
    /** 产品单位 */
    allunit?: Text;
    /** 件数 */
    Js?: Numeric;
    /** 库存数量 */
    kcnum?: Numeric;
    /** 冻结库存 */
    djnum?: Numeric;
    /** 初始入库日期 */
    Daterk?: string;
    /** 生产日期 */
    Datesc?: string;
    /** 有效日期 */
    Dateyx?: string;
    /** 产品添加日期 */
    Dateadd?: string;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 247 产品库存汇总列表 · Stock by product, summed up: /webapi/v3/store/inventory/InventorySummary */
  'stock.summary': {
    /** 仓库 */
    cks?: Numeric;
    /** 添加人员 */
    addcate?: Numeric;
    /** 产品名称 */
    title?: Text;
    /** 产品编号 */
    order1?: Text;
    /** 产品型号 */
    type1?: Text;
    /** 产品分类 */
    cpfl?: Numeric;
    /** 产品 */
    intro1?: Text;
    /** 产品参数 */
    intro2?: Text;
    /** 图片与附件 */
    intro3?: Text;
    /** 产品单位 */
    allunit?: Text;
    /** 库存数量 */
    kcnum?: Numeric;
    /** 冻结库存 */
    djnum?: Numeric;
    /** 自定义2 */
    zdy2?: Text;
    /** 自定义3 */
    zdy3?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 248 库存操作修改 · Edit a stock operation: /webapi/v3/store/inventory/edit */
  'stock.edit': {
    /** 单据ID */
    ord: Numeric;
    [unpublished: string]: unknown;
  };
  /** 249 库存操作详情 · One stock operation: /webapi/v3/store/inventory/detail */
  'stock.operation': CallParams['department.get'];
  /** 252 合同详情 · One contract: /webapi/v3/sales/contract/detail */
  'contract.get': CallParams['department.get'];
  /** 253 工艺路线添加 · Add a routing: /webapi/v3/produceV2/workflow/workingflow/add */
  'routing.add': CallParams['bank.get'];
  /** 254 工艺路线修改 · Edit a routing: /webapi/v3/produceV2/workflow/workingflow/edit */
  'routing.edit': CallParams['stock.edit'];
  /** 255 工艺路线详情 · One routing: /webapi/v3/produceV2/workflow/workingflow/detail */
  'routing.get': CallParams['department.get'];
  /** 256 工序添加 · Add an operation: /webapi/v3/produceV2/workflow/workingprocedure/add */
  'operation.add': CallParams['bank.get'];
  /** 257 工序修改 · Edit an operation: /webapi/v3/produceV2/workflow/workingprocedure/edit */
  'operation.edit': CallParams['stock.edit'];
  /** 258 工序详情 · One operation: /webapi/v3/produceV2/workflow/workingprocedure/detail */
  'operation.get': CallParams['department.get'];
  /** 259 工艺路线列表 · Routings: /webapi/v3/produceV2/workflow/workingflow/list */
  'routing.list': {
    /** 添加日期(开始) */
    Adddate_0?: Text;
    /** 添加日期(结束) */
    Adddate_1?: Text;
    /** 工艺路线状态 · 0 启用, 1 停用 */
    WFclassopt?: Choice<0 | 1>;
    /** 检索项 · WFname 工艺路线名称, WFbh 工艺路线编号, creator 添加人员, protitle 产品名称, proorder 产品编号, protype 产品型号, wpname 关联工序 */
    rulesopt?: Choice<'WFname' | 'WFbh' | 'creator' | 'protitle' | 'proorder' | 'protype' | 'wpname'>;
    /** 检索值 */
    WFrules?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 260 工序列表 · Operations: /webapi/v3/produceV2/workflow/workingprocedure/list */
  'operation.list': {
    /** 工序状态 · 0 停用, 1 启用 */
    GXstatusopt?: Choice<0 | 1>;
    /** 检索项 · GXname 工序名称, GXbh 工序编号, GXtype 工序分类, creator 添加人员, fuzeper 负责人, WorkingFlowsname 应用工艺路线 */
    rulesopt?: Choice<'GXname' | 'GXbh' | 'GXtype' | 'creator' | 'fuzeper' | 'WorkingFlowsname'>;
    /** 检索值 */
    GXrules?: Text;
    /** 添加日期(开始) */
    Adddate_0?: Text;
    /** 添加日期(结束) */
    Adddate_1?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 263 工序汇报添加 · Add an operation report: /webapi/v3/produceV2/processreport/add */
  'report.add': {
    /** 工序计划ID */
    WorkAssignWFPID: Numeric;
    /** 工序任务ID */
    TaskID?: Numeric;
    /** 审核人员ID */
    CheckPersonID?: Text;
    /** 生产人员ID */
    CateIDs: Text | readonly (Text)[];
    /** 设备ID */
    MachineIDs?: Text;
    /** 合格数量 */
    hgNum?: Numeric;
    /** 返工数量 */
    fgNum?: Numeric;
    /** 报废数量 */
    bfNum?: Numeric;
    /** 返工方式 · 1 本工序返工, 2 开单返工 */
    ReworkMode?: Choice<1 | 2>;
    /** 报废类型 · 1 物料, 2 中间产出物 */
    ScrapType?: Choice<1 | 2>;
    /** 报废是否入库 · 0 否, 1 是 */
    IsScrapKuin?: Choice<0 | 1>;
    /** 实际开始时间 */
    ExecDateBegin?: Text;
    /** 实际结束时间 */
    ExecDate: Text;
    /** 加工工时 */
    Wtime: Numeric;
    /** 时间单位 · 0 秒, 1 分钟, 2 小时 */
    UnitTime: Choice<0 | 1 | 2>;
    /** 生产人员ID及工资分摊比例 */
    WageShareRatio?: Text;
    /** 批号ID */
    BatchCodeID?: Numeric;
    /** 批号编码 */
    BatchCode?: Text;
    /** 序列号ID */
    SeralNumberID?: Numeric;
    /** 序列号编码 */
    OriSeralNumber?: Text;
    /** 备注 */
    intro?: Text;
  };
  /** 264 工序汇报删除 · Delete an operation report: /webapi/v3/produceV2/processreport/delete */
  'report.delete': CallParams['department.get'];
  /** 265 工序汇报计划 · Plans to report on: /webapi/v3/produceV2/procedure/planlist */
  'report.plans': {
    /** 单据编号 */
    code?: Text;
    /** 单据主题 */
    title?: Text;
    /** 单据ID */
    WorkAssignID?: Text;
    /** 工序计划开工期 */
    StartTime?: Text;
    /** 工序计划完工期 */
    EndTime?: Text;
    /** 结束状态 · 0 未结束, 1 已结束 */
    StopStatus?: Choice<0 | 1>;
    /** 执行状态 · 0 未执行, 1 部分执行, 2 执行完毕, 3 超量执行 */
    ExecutionStatus?: Choice<0 | 1 | 2 | 3>;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 266 工序汇报详情 · One operation report: /webapi/v3/produceV2/processreport/detail */
  'report.get': CallParams['department.get'];
  /** 267 工序汇报列表查询(明细) · Operation reports in detail: /webapi/v3/produceV2/processreportlist/detail */
  'report.details': {
    /** 单据主题 */
    WaTitle?: Text;
    /** 单据编号 */
    WaBH?: Text;
    /** 产品名称 */
    ProdName?: Text;
    /** 产品编号 */
    ProdOrder?: Text;
    /** 产品型号 */
    ProdType?: Text;
    /** 批号 */
    CodeBatch?: Text;
    /** 序列号 */
    CodeProduct?: Text;
    /** 工序名称 */
    WpName?: Text;
    /** 状态 */
    ReportResult?: Text;
    /** 添加日期_起 */
    InDate_0?: Text;
    /** 添加日期_止 */
    InDate_1?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 268 工序汇报列表查询(汇总) · Operation reports summed up: /webapi/v3/produceV2/processreportlist/summary */
  'report.summary': {
    /** 单据主题 */
    WaTitle?: Text;
    /** 单据编号 */
    WaBH?: Text;
    /** 产品名称 */
    ProdName?: Text;
    /** 产品编号 */
    ProdOrder?: Text;
    /** 产品型号 */
    ProdType?: Text;
    /** 批号 */
    CodeBatch?: Text;
    /** 序列号 */
    CodeProduct?: Text;
    /** 工序名称 */
    WpName?: Text;
    /** 添加日期_起 */
    InDate_0?: Text;
    /** 添加日期_止 */
    InDate_1?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 269 工序汇报修改 · Edit an operation report: /webapi/v3/produceV2/processreport/edit */
  'report.edit': {
    /** 单据ID */
    ord: Numeric;
    /** 工序计划ID */
    WorkAssignWFPID: Numeric;
    /** 工序任务ID */
    TaskID?: Numeric;
    /** 审核人员ID */
    CheckPersonID?: Text;
    /** 生产人员ID */
    CateIDs: Text | readonly (Text)[];
    /** 设备ID */
    MachineIDs?: Text;
    /** 合格数量 */
    hgNum?: Numeric;
    /** 返工数量 */
    fgNum?: Numeric;
    /** 报废数量 */
    bfNum?: Numeric;
    /** 返工方式 · 1 本工序返工, 2 开单返工 */
    ReworkMode?: Choice<1 | 2>;
    /** 报废类型 · 1 物料, 2 中间产出物 */
    ScrapType?: Choice<1 | 2>;
    /** 报废是否入库 · 0 否, 1 是 */
    IsScrapKuin?: Choice<0 | 1>;
    /** 实际开始时间 */
    ExecDateBegin?: Text;
    /** 实际结束时间 */
    ExecDate: Text;
    /** 加工工时 */
    Wtime: Numeric;
    /** 时间单位 · 0 秒, 1 分钟, 2 小时 */
    UnitTime: Choice<0 | 1 | 2>;
    /** 生产人员ID及工资分摊比例 */
    WageShareRatio?: Text;
    /** 批号ID */
    BatchCodeID?: Numeric;
    /** 批号编码 */
    BatchCode?: Text;
    /** 序列号ID */
    SeralNumberID?: Numeric;
    /** 序列号编码 */
    OriSeralNumber?: Text;
    /** 备注 */
    intro?: Text;
  };
  /** 273 物料清单添加 · Add a bill of materials: /webapi/v3/produceV2/bom/add */
  'bom.add': CallParams['bank.get'];
  /** 274 物料清单修改 · Edit a bill of materials: /webapi/v3/produceV2/bom/edit */
  'bom.edit': CallParams['stock.edit'];
  /** 275 物料清单删除 · Delete a bill of materials: /webapi/v3/produceV2/bom/delete */
  'bom.delete': CallParams['department.get'];
  /** 276 物料清单详情 · One bill of materials: /webapi/v3/produceV2/bom/detail */
  'bom.get': CallParams['department.get'];
  /** 277 物料清单列表 · Bills of materials: /webapi/v3/produceV2/bom/list */
  'bom.list': {
    /** 添加人员 */
    Creator?: Numeric;
    /** 当前审批人 */
    currsp?: Numeric;
    /** 最后审批人 */
    lastsp?: Numeric;
    /** 清单主题 */
    title?: Text;
    /** 清单编号 */
    BOMBH?: Text;
    /** 产品名称 */
    protitle?: Text;
    /** 产品编号 */
    proorder1?: Text;
    /** 产品型号 */
    protype1?: Text;
    /** 启用状态 · 0 启用, 1 停用 */
    StopStatus?: Choice<0 | 1>;
    /** 主辅清单 · m1 主BOM, m0 辅BOM */
    billType?: Choice<'m1' | 'm0'>;
    /** 适用类型 · 0 通用, 1 指定 */
    ExtType?: Choice<0 | 1>;
    /** 客户名称 */
    customerName?: Text;
    /** 清单来源 · 0 手动添加, 1 合同, 2 报价, 3 设计 */
    fromType?: Choice<0 | 1 | 2 | 3>;
    /** 审批状态 · 0 审批未通过, 1 审批通过, 2 审批退回或终止, 3 待提交审批, 4 待审批, 5 审批中, -1 无需审批 */
    spstatus?: Choice<0 | 1 | 2 | 3 | 4 | 5 | -1>;
    /** 概要 */
    intro?: Text;
    /** 审批时间 */
    approvalDate_0?: Text;
    /** 审批时间 */
    approvalDate_1?: Text;
    /** 添加时间 */
    inDate_0?: Text;
    /** 添加时间 */
    inDate_1?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 278 账号添加 · Add an account: /webapi/v3/orgs/user/add */
  'user.add': {
    /** 姓名 */
    Name: Text;
    /** 将该员工同步至员工档案 · e.g. 1 将该员工同步至员工档案 */
    Autohrm?: Text;
    /** 将该账号标记为所属部门负责人 · e.g. 1 将该账号标记为所属部门负责人 */
    Partadmin?: Text;
    /** 所属部门 */
    Orgsid: Numeric;
    /** 岗位 · e.g. 473 总经理, 474 董事长, 475 总裁, 476 经理, 477 主管, 478 总经理助理, 891 代表, 939 客服 */
    WorkPosition: Numeric;
    /** 职位 */
    Title?: Text;
    /** 用户名 */
    Username: Text;
    /** 密码 */
    Pw: Text;
    /** 确认密码 */
    ConfirmPassword: Text;
    /** 账号性质 · 0 普通账号, 1 普通管理员, 2 超级管理员 */
    Top1?: Choice<0 | 1 | 2>;
    /** 权限模板 · e.g. -1 普通员工, -2 部门主管, -3 主管理员, -4 超级管理员, -5 销售经理, -6 销售代表, -7 采购经理, -8 采购代表, -9 库管, -10 设计人员, -11 PMC（分析员）, -12 车间主任, -13 工人, -14 质检员, -15 会计, -16 出纳, -17 人资, -18 行政 */
    QxTemplate: Numeric;
    /** 允许移动登录 · e.g. 1 允许移动登录 */
    IsMobileLoginOn?: Text;
    /** 移动端账号角色配置 · e.g. 1 默认, 2 舰长, 3 销售经理, 4 销售代表, 5 采购, 6 库管, 8 质检, 9 财务 */
    mobileRole?: Numeric;
    /** zxbflag · e.g. 1 启用在线客服 */
    zxbflag?: Text;
    /** 可登录设备 */
    limitMobile?: readonly {
      /** id */
      id?: Numeric;
      /** addcate */
      addcate?: Numeric;
      /** 设备串号 */
      macsn?: Text;
      /** 状态 */
      useBind?: Text;
      /** 备注 */
      phone?: Text;
      /** 添加时间 */
      date7?: Text;
      /** 添加人员 */
      addName?: Text;
    }[];
    /** 员工编码 */
    Ygid?: Text;
    /** 身份证号 */
    Cardid?: Text;
    /** 性别 · 男, 女 */
    Sex?: Choice<'男' | '女'>;
    /** 籍贯 */
    Jg?: Text;
    /** 民族 */
    Mz?: Text;
    /** 出生日期 */
    Date1?: Text;
    /** 合同开始 */
    Date2?: Text;
    /** 合同截止 */
    date3?: Text;
    /** 学历 · e.g. 小学, 初中, 高中, 技校, 中专, 大专, 本科, 硕士, 博士 */
    Xl?: Text;
    /** 专业 */
    Zy?: Text;
    /** 毕业院校 */
    Xx?: Text;
    /** 办公电话 */
    Phone1?: Text;
    /** 家庭电话 */
    Phone2?: Text;
    /** 手机 */
    Mobile?: Text;
    /** 传真 */
    Fax?: Text;
    /** 电子邮件 */
    Email?: Text;
    /** 家庭住址 */
    Address?: Text;
    /** 合同提醒 · 0 关闭, 1 开启 */
    Alt?: Choice<0 | 1>;
    /** 特长/爱好/备注 */
    Intro?: Text;
  };
  /** 279 账号修改 · Edit an account: /webapi/v3/orgs/user/edit */
  'user.edit': {
    /** 单据ID */
    ord: Numeric;
    /** 姓名 */
    Name: Text;
    /** 将该员工同步至员工档案 · e.g. 1 将该员工同步至员工档案 */
    Autohrm?: Text;
    /** 将该账号标记为所属部门负责人 · e.g. 1 将该账号标记为所属部门负责人 */
    Partadmin?: Text;
    /** 所属部门 */
    Orgsid: Numeric;
    /** 岗位 · e.g. 473 总经理, 474 董事长, 475 总裁, 476 经理, 477 主管, 478 总经理助理, 891 代表, 939 客服 */
    WorkPosition: Numeric;
    /** 职位 */
    Title?: Text;
    /** 用户名 */
    Username: Text;
    /** 密码 */
    Pw: Text;
    /** 确认密码 */
    ConfirmPassword: Text;
    /** 账号性质 · 0 普通账号, 1 普通管理员, 2 超级管理员 */
    Top1?: Choice<0 | 1 | 2>;
    /** 权限模板 · e.g. -1 普通员工, -2 部门主管, -3 主管理员, -4 超级管理员, -5 销售经理, -6 销售代表, -7 采购经理, -8 采购代表, -9 库管, -10 设计人员, -11 PMC（分析员）, -12 车间主任, -13 工人, -14 质检员, -15 会计, -16 出纳, -17 人资, -18 行政 */
    QxTemplate: Numeric;
    /** 允许移动登录 · e.g. 1 允许移动登录 */
    IsMobileLoginOn?: Text;
    /** 移动端账号角色配置 · e.g. 1 默认, 2 舰长, 3 销售经理, 4 销售代表, 5 采购, 6 库管, 8 质检, 9 财务 */
    mobileRole?: Numeric;
    /** zxbflag · e.g. 1 启用在线客服 */
    zxbflag?: Text;
    /** 可登录设备 */
    limitMobile?: readonly {
      /** id */
      id?: Numeric;
      /** addcate */
      addcate?: Numeric;
      /** 设备串号 */
      macsn?: Text;
      /** 状态 */
      useBind?: Text;
      /** 备注 */
      phone?: Text;
      /** 添加时间 */
      date7?: Text;
      /** 添加人员 */
      addName?: Text;
    }[];
    /** 员工编码 */
    Ygid?: Text;
    /** 身份证号 */
    Cardid?: Text;
    /** 性别 · 男, 女 */
    Sex?: Choice<'男' | '女'>;
    /** 籍贯 */
    Jg?: Text;
    /** 民族 */
    Mz?: Text;
    /** 出生日期 */
    Date1?: Text;
    /** 合同开始 */
    Date2?: Text;
    /** 合同截止 */
    date3?: Text;
    /** 学历 · e.g. 小学, 初中, 高中, 技校, 中专, 大专, 本科, 硕士, 博士 */
    Xl?: Text;
    /** 专业 */
    Zy?: Text;
    /** 毕业院校 */
    Xx?: Text;
    /** 办公电话 */
    Phone1?: Text;
    /** 家庭电话 */
    Phone2?: Text;
    /** 手机 */
    Mobile?: Text;
    /** 传真 */
    Fax?: Text;
    /** 电子邮件 */
    Email?: Text;
    /** 家庭住址 */
    Address?: Text;
    /** 合同提醒 · 0 关闭, 1 开启 */
    Alt?: Choice<0 | 1>;
    /** 特长/爱好/备注 */
    Intro?: Text;
  };
  /** 280 账号删除 · Delete an account: /webapi/v3/orgs/user/delete */
  'user.delete': CallParams['department.get'];
  /** 281 账号详情 · One account: /webapi/v3/orgs/user/detail */
  'user.get': CallParams['department.get'];
  /** 285 合同审批修改 · Edit a contract's approval: /webapi/v3/sales/contract/approve/edit */
  'contract.editApproval': {
    /** 单据ID */
    ord: Numeric;
    /** 审批结果 · 0 否决, 1 同意, 2 退回 */
    approveResult: Choice<0 | 1 | 2>;
    /** 退回级别 */
    returnProc?: Text;
    /** 审批意见 */
    approveMessage: Text;
    /** 下一级审批人 */
    newApprovers?: Text;
    /** 审批模式 */
    __cmdtag?: Text;
  };
  /** 286 合同审批记录详情 · Approval record of a contract: /webapi/v3/sales/contract/approve/approveStageList/detail */
  'contract.approvalStages': CallParams['department.get'];
  /** 296 合同添加 · Add a contract (v3): /webapi/v3/sale/contract/add */
  'contract.add': {
    /** 合同主题 · ≤ 100 */
    Title: Text;
    /** 合同编号 · ≤ 50 */
    HTId: Text;
    /** 客户名称 */
    CompanyName: Text;
    /** 签订日期 */
    SignDate: string;
    /** 开始日期 */
    BeginDate: string;
    /** 终止日期 */
    EndDate?: string;
    /** 对方代表 */
    PersonName?: Text;
    /** 销售人员 */
    SeleManName?: Text;
    /** 合同分类 */
    SortName: Text;
    /** 币种 */
    Currency: Text;
    /** 自动预计划 */
    AutoCreateType: Numeric;
    /** 合同概要 · ≤ 4000 */
    Intro?: Text;
    /** 合同状态 */
    StatusName: Text;
    /** 运杂费 */
    Extras?: Numeric;
    /** 收款方式 · ≤ 200 */
    Payment?: Text;
    /** 交货地址 · ≤ 200 */
    DeliveryAddress?: Text;
    /** 交货方式 · ≤ 200 */
    DeliveryWay?: Text;
    /** 交货时间 · ≤ 200 */
    DeliveryDate?: Text;
    /** 配件 · ≤ 200 */
    Accessory?: Text;
    /** 备注 · ≤ 200 */
    Remark?: Text;
    /** 收款计划 · e.g. 0 自动生成, 1 手动生成, 3 出库自动收款, 4 发货自动收款, 5 开票自动收款, 6 对账手动生成 */
    PaymentStatus: Numeric;
    /** 收款类型 · 1 汇总, 2 明细 */
    PaybackMode: Choice<1 | 2>;
    /** 对账方式 · e.g. 1 按合同对账, 2 按出库对账, 3 按发货对账 */
    CKAccModel?: Numeric;
    /** 开票计划 · e.g. 1 自动开票, 2 手动开票, 3 出库自动开票, 4 发货自动开票, 5 对账手动生成 */
    InvoiceStatus: Numeric;
    /** 开票类型 · 0 不开票, 1 汇总开票, 2 明细开票 */
    InvoiceMode: Choice<0 | 1 | 2>;
    /** 合同明细 */
    contractList?: readonly {
      /** 产品名称 · ≤ 500 */
      ProductName: Text;
      /** 产品编号 · ≤ 500 */
      ProductCode: Text;
      /** 产品型号 · ≤ 500 */
      ProductType?: Text;
      /** 产品单位 · ≤ 500 */
      productUnitName: Text;
      /** 可开具票据类型 · ≤ 500 */
      InvoiceTypeName: Text;
      /** Id */
      Id?: Numeric;
      /** 数量 */
      Num: Numeric;
      /** 折扣 */
      Discount: Numeric;
      /** 税率 */
      TaxRate: Numeric;
      /** 单价 */
      Price: Numeric;
      /** 优惠金额 */
      Concessions?: Numeric;
      /** 备注 · ≤ 200 */
      Intro?: Text;
      /** 交货日期 */
      DeliveryDate?: string;
      /** 积分 */
      Points?: Numeric;
      /** 是否含税 */
      IsTax: Numeric;
    }[];
  };
  /** 297 客户添加 · Add a customer (v3): /webapi/v3/sales/customer/add */
  'customer.add': {
    /** 客户属性 · 1 单位客户, 2 个人客户 */
    sort2: Choice<1 | 2>;
    /** 客户名称 · required by policy */
    name?: Text;
    /** 客户编号 · required by policy */
    khid?: Text;
    /** 客户分类 */
    sort: Text;
    /** 跟进程度 */
    sort1: Text;
    /** 客户来源 · required by policy */
    ly?: Text;
    /** 客户区域 · required by policy · ≤ 50 */
    area?: Text;
    /** 客户行业 · required by policy */
    trade?: Text;
    /** 价值评估 · required by policy */
    jz?: Text;
    /** 信用等级 · required by policy */
    credit?: Text;
    /** 客户网址 · required by policy */
    url?: Text;
    /** 到款限制(%) · required by policy */
    hk_xz?: Numeric;
    /** 人员数量(销售) */
    pernum1?: Numeric;
    /** 人员数量(技术) */
    pernum2?: Numeric;
    /** 客户地址 · required by policy */
    address?: Text;
    /** 邮编 · required by policy · ≤ 6 */
    zip?: Text;
    /** 法人代表 · required by policy */
    faren?: Text;
    /** 注册资本(万元) · required by policy */
    zijin?: Numeric;
    /** 客户简介 */
    product?: Text;
    /** 合作现状 */
    c2?: Text;
    /** 合作前景 */
    c3?: Text;
    /** 跟进策略 */
    c4?: Text;
    /** 备注 */
    intro?: Text;
    /** 开户银行1 */
    bank_1?: Text;
    /** 开户名称1 */
    bank_2?: Text;
    /** 银行行号1 */
    bank_7?: Text;
    /** 银行账号1 */
    bank_3?: Text;
    /** 税号1 */
    bank_4?: Text;
    /** 地址1 */
    bank_5?: Text;
    /** 电话1 */
    bank_6?: Text;
    /** 开户银行2 */
    bank2_1?: Text;
    /** 开户名称2 */
    bank2_2?: Text;
    /** 银行行号2 */
    bank2_7?: Text;
    /** 银行账号2 */
    bank2_3?: Text;
    /** 税号2 */
    bank2_4?: Text;
    /** 地址2 */
    bank2_5?: Text;
    /** 电话2 */
    bank2_6?: Text;
    /** 账期 */
    fkdays?: Numeric;
    /** 结算日期 */
    fkdate?: Numeric;
    /** 跟进方式 */
    sort98?: Text;
    /** 洽谈进展 */
    reply?: Text;
    /** 销售人员 */
    cateName?: Text;
    /** 添加时间 */
    Date1?: Text;
    /** 联系人姓名 · required by policy */
    person_name?: Text;
    /** 联系人性别 */
    sex?: Text;
    /** 联系人生日 */
    year1?: Text;
    /** 联系人籍贯 */
    jg?: Text;
    /** 联系人部门 · required by policy */
    part1?: Text;
    /** 联系人职务 · required by policy */
    job?: Text;
    /** 联系人角色 · required by policy */
    role?: Text;
    /** 联系人办公电话 · required by policy */
    phone?: Text;
    /** 联系人传真 · required by policy */
    fax?: Text;
    /** 联系人手机 · required by policy */
    mobile?: Text;
    /** 联系人电子邮件 · required by policy */
    email?: Text;
    /** 联系人收货固定电话 */
    sphone?: Text;
    /** 联系人收货手机 */
    smobile?: Text;
    /** 联系人收货区域 · ≤ 50 */
    sarea?: Text;
    /** 联系人收货详细地址 */
    saddress?: Text;
    /** 联系人收货邮编 */
    szip?: Text;
    /** 联系人QQ · required by policy */
    qq?: Text;
    /** 联系人微信 · required by policy */
    weixinAcc?: Text;
    /** 联系人MSN · required by policy */
    msn?: Text;
    /** 添加人员 */
    Cateadd?: Text;
  };
  /** 298 客户修改 · Edit a customer (v3): /webapi/v3/sales/customer/edit */
  'customer.edit': {
    /** 单据ID */
    ord: Numeric;
    /** 客户属性 · 1 单位客户, 2 个人客户 */
    sort2: Choice<1 | 2>;
    /** 客户名称 · required by policy */
    name?: Text;
    /** 客户编号 · required by policy */
    khid?: Text;
    /** 客户分类 */
    sort: Text;
    /** 跟进程度 */
    sort1: Text;
    /** 客户来源 · required by policy */
    ly?: Text;
    /** 客户区域 · required by policy · ≤ 50 */
    area?: Text;
    /** 客户行业 · required by policy */
    trade?: Text;
    /** 价值评估 · required by policy */
    jz?: Text;
    /** 信用等级 · required by policy */
    credit?: Text;
    /** 客户网址 · required by policy */
    url?: Text;
    /** 到款限制(%) · required by policy */
    hk_xz?: Numeric;
    /** 人员数量(销售) */
    pernum1?: Numeric;
    /** 人员数量(技术) */
    pernum2?: Numeric;
    /** 客户地址 · required by policy */
    address?: Text;
    /** 邮编 · required by policy · ≤ 6 */
    zip?: Text;
    /** 法人代表 · required by policy */
    faren?: Text;
    /** 注册资本(万元) · required by policy */
    zijin?: Numeric;
    /** 客户简介 */
    product?: Text;
    /** 合作现状 */
    c2?: Text;
    /** 合作前景 */
    c3?: Text;
    /** 跟进策略 */
    c4?: Text;
    /** 备注 */
    intro?: Text;
    /** 开户银行1 */
    bank_1?: Text;
    /** 开户名称1 */
    bank_2?: Text;
    /** 银行行号1 */
    bank_7?: Text;
    /** 银行账号1 */
    bank_3?: Text;
    /** 税号1 */
    bank_4?: Text;
    /** 地址1 */
    bank_5?: Text;
    /** 电话1 */
    bank_6?: Text;
    /** 开户银行2 */
    bank2_1?: Text;
    /** 开户名称2 */
    bank2_2?: Text;
    /** 银行行号2 */
    bank2_7?: Text;
    /** 银行账号2 */
    bank2_3?: Text;
    /** 税号2 */
    bank2_4?: Text;
    /** 地址2 */
    bank2_5?: Text;
    /** 电话2 */
    bank2_6?: Text;
    /** 账期 */
    fkdays?: Numeric;
    /** 结算日期 */
    fkdate?: Numeric;
    /** 跟进方式 */
    sort98?: Text;
    /** 洽谈进展 */
    reply?: Text;
    /** 销售人员 */
    cateName?: Text;
    /** 添加时间 */
    Date1?: Text;
    /** 联系人姓名 · required by policy */
    person_name?: Text;
    /** 联系人性别 */
    sex?: Text;
    /** 联系人生日 */
    year1?: Text;
    /** 联系人籍贯 */
    jg?: Text;
    /** 联系人部门 · required by policy */
    part1?: Text;
    /** 联系人职务 · required by policy */
    job?: Text;
    /** 联系人角色 · required by policy */
    role?: Text;
    /** 联系人办公电话 · required by policy */
    phone?: Text;
    /** 联系人传真 · required by policy */
    fax?: Text;
    /** 联系人手机 · required by policy */
    mobile?: Text;
    /** 联系人电子邮件 · required by policy */
    email?: Text;
    /** 联系人收货固定电话 */
    sphone?: Text;
    /** 联系人收货手机 */
    smobile?: Text;
    /** 联系人收货区域 · ≤ 50 */
    sarea?: Text;
    /** 联系人收货详细地址 */
    saddress?: Text;
    /** 联系人收货邮编 */
    szip?: Text;
    /** 联系人QQ · required by policy */
    qq?: Text;
    /** 联系人微信 · required by policy */
    weixinAcc?: Text;
    /** 联系人MSN · required by policy */
    msn?: Text;
    /** 添加人员 */
    Cateadd?: Text;
  };
  /** 299 获取库位列表 · Storage locations: /webapi/v3/uview/stock/Pages/WareHouse/SettingApiList */
  'warehouse.locations': {
    /** 库位名称 */
    Title?: Text;
    /** 所属仓库 */
    Store?: Numeric;
    /** 库位状态 · 0 正常, 1 禁入, 2 禁出, 3 封闭, 4 停用 */
    Status?: Choice<0 | 1 | 2 | 3 | 4>;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 300 获取仓库列表（32.15及以后） · Warehouses (32.15 and later): /webapi/v3/store/WareHouseStructList */
  'warehouse.tree': {
    /** 仓库名称 */
    Sort1?: Text;
    /** 状态 */
    Del?: Numeric;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 304 产品批量添加 · Add products in bulk: /webapi/v3/store/productbatch/add */
  'product.addMany': {
    /** 产品明细 */
    productlvw?: readonly {
      /** 产品名称 · ≤ 500 */
      Title?: Text;
      /** 产品编号 · ≤ 500 */
      Code?: Text;
      /** 产品型号 · ≤ 500 */
      Model?: Text;
      /** 产品分类 */
      Sort1: Numeric;
      /** 可调用范围 */
      User_List?: Text | readonly (Text)[];
      /** 产品拼音码 */
      Pym?: Text;
      /** 产品属性 · 0 虚拟, 1 实体（可出库） */
      CanOutStore?: Choice<0 | 1>;
      /** 产品角色 · 1 自制件, 2 委外件, 3 外购件 */
      Roles: Text | readonly (Choice<1 | 2 | 3>)[];
      /** 计价方式 · 0 先进先出法, 1 个别计价法, 2 全月平均法, 3 移动加权平均法 */
      PriceMode: Choice<0 | 1 | 2 | 3>;
      /** 是否含税 · 0 不含税, 1 含税 */
      IncludeTax?: Choice<0 | 1>;
      /** 可开票据类型 */
      InvoiceTypes?: Text;
      /** 基本单位 */
      Unitjb: Numeric;
      /** 产品 */
      Intro1?: Text;
      /** 产品参数 */
      Intro2?: Text;
      /** 图片与附件 */
      Intro3?: Text;
      /** 产品批号管理 · 0 否, 1 是 */
      PhManage?: Choice<0 | 1>;
      /** 自定义1 */
      zdy1?: Text;
      /** 自定义2 */
      zdy2?: Text;
      /** 自定义3 */
      zdy3?: Text;
      /** 自定义4 */
      zdy4?: Text;
      /** 自定义5 */
      zdy5?: Numeric;
      /** 自定义6 */
      zdy6?: Numeric;
      /** 预计销售周期 */
      Period?: Numeric;
      /** 采购提前期 */
      PurchaleadDays?: Numeric;
      /** 是否需要质检 · 0 否, 1 是 */
      HasQC?: Choice<0 | 1>;
      /** 库存下限 */
      Aleat1?: Numeric;
      /** 安全库存 */
      SafeNum?: Numeric;
      /** 销售出库超量上限 */
      KuoutLimitExcess?: Numeric;
      /** 最小分配供货量 */
      LimitMASQNum?: Numeric;
      /** 最小采购量 */
      LimitBuyNum?: Numeric;
      /** 最小包装量 */
      LimitPackNum?: Numeric;
      /** 库存上限 */
      Aleat2?: Numeric;
      /** 产品有效期 */
      CpyxqNum?: Numeric;
      /** 产品有效期单位 · 2 天, 3 周, 4 月, 5 年 */
      CpyxqUnit?: Choice<2 | 3 | 4 | 5>;
      /** 产品失效提前期 */
      RemindNum?: Numeric;
      /** 产品失效提前期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
      RemindUnit?: Choice<1 | 2 | 3 | 4 | 5>;
      /** 产品养护周期 */
      MaintainNum?: Numeric;
      /** 产品养护周期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
      MaintainUnit?: Choice<1 | 2 | 3 | 4 | 5>;
      /** 提醒人员ID */
      RemindPerson?: Text | readonly (Text)[];
      /** 制造提前期 */
      ProduceleadDays?: Numeric;
      /** 变动提前期 */
      ExtleadDays?: Numeric;
      /** 变动提前期批量 */
      ExtleadNum?: Numeric;
      /** 损耗率 */
      WastAge?: Numeric;
      /** 创建时间 */
      InDate?: string;
      /** 提成比例 */
      Num_tc?: Numeric;
      /** 添加人ID */
      Addcate?: Numeric;
      /** 主供应商 */
      Company?: Numeric;
      /** 主委外供应商 */
      WWSupplier?: Numeric;
      /** 超量入库上限 */
      LimitExcess?: Numeric;
    }[];
    /** 产品价格策略信息 */
    pricelvw?: readonly {
      /** 产品名称 */
      Title?: Text;
      /** 产品编号 */
      Code?: Text;
      /** 产品型号 */
      Model?: Text;
      /** 部门ID */
      Bm: Numeric;
      /** 单位比例 */
      Bl: Numeric;
      /** 单位ID */
      UnitID: Numeric;
      /** 建议进价 */
      Price1jy?: Numeric;
      /** 最高进价 */
      Price1?: Numeric;
      /** 建议售价 */
      Price2jy?: Numeric;
      /** 最低售价 */
      Price2?: Numeric;
      /** 客户分类的价格 */
      Price3?: Numeric;
      /** 客户分类id */
      Sort?: Numeric;
      /** 采购主单位 · 0 关闭, 1 开启 */
      CgMainUnit?: Choice<0 | 1>;
      /** 序列号管理 */
      XlhManage?: Numeric;
      /** 入库包装码 */
      PackManage?: Numeric;
    }[];
  };
  /** 305 产品添加 · Add a product: /webapi/v3/store/product/add */
  'product.add': {
    /** 产品名称 · ≤ 500 */
    Title?: Text;
    /** 产品编号 · ≤ 500 */
    Code?: Text;
    /** 产品型号 · ≤ 500 */
    Model?: Text;
    /** 产品分类 */
    Sort1: Numeric;
    /** 可调用范围 */
    User_List?: Text | readonly (Text)[];
    /** 产品拼音码 · ≤ 500 */
    Pym?: Text;
    /** 产品属性 · 0 虚拟, 1 实体（可出库） */
    CanOutStore: Choice<0 | 1>;
    /** 产品角色 · 1 自制件, 2 委外件, 3 外购件 */
    Roles: Text | readonly (Choice<1 | 2 | 3>)[];
    /** 计价方式 · 0 先进先出法, 1 个别计价法, 2 全月平均法, 3 移动加权平均法 */
    PriceMode: Choice<0 | 1 | 2 | 3>;
    /** 是否含税 · 0 不含税, 1 含税 */
    IncludeTax?: Choice<0 | 1>;
    /** 可开票据类型 */
    InvoiceTypes?: Text;
    /** 基本单位ID */
    Unitjb: Numeric;
    /** 产品 */
    Intro1?: Text;
    /** 产品参数 */
    Intro2?: Text;
    /** 图片与附件 */
    Intro3?: Text;
    /** 积分 */
    Jf?: Numeric;
    /** 产品批号管理 */
    PhManage?: Numeric;
    /** 自定义1 */
    zdy1?: Text;
    /** 自定义2 */
    zdy2?: Text;
    /** 自定义3 */
    zdy3?: Text;
    /** 自定义4 */
    zdy4?: Text;
    /** 自定义5 */
    zdy5?: Numeric;
    /** 自定义6 */
    zdy6?: Numeric;
    /** 预计销售周期 */
    Period?: Numeric;
    /** 采购提前期 */
    PurchaleadDays?: Numeric;
    /** 是否需要质检 · 0 否, 1 是 */
    HasQC?: Choice<0 | 1>;
    /** 库存下限 */
    Aleat1?: Numeric;
    /** 库存上限 */
    Aleat2?: Numeric;
    /** 安全库存 */
    SafeNum?: Numeric;
    /** 产品有效期 */
    CpyxqNum?: Numeric;
    /** 产品有效期单位 · 2 天, 3 周, 4 月, 5 年 */
    CpyxqUnit?: Choice<2 | 3 | 4 | 5>;
    /** 产品失效提前期 */
    RemindNum?: Numeric;
    /** 失效提前期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    RemindUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 产品养护周期 */
    MaintainNum?: Numeric;
    /** 养护周期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    MaintainUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒人员ID */
    RemindPerson?: Text | readonly (Text)[];
    /** 制造提前期 */
    ProduceleadDays?: Numeric;
    /** 变动提前期 */
    ExtleadDays?: Numeric;
    /** 变动提前期批量 */
    ExtleadNum?: Numeric;
    /** 损耗率 */
    WastAge?: Numeric;
    /** 下限紧急度 */
    Per1?: Numeric;
    /** 创建时间 */
    InDate?: Text;
    /** 添加人ID */
    Addcate?: Numeric;
    /** 有效期 */
    Yxq?: Numeric;
    /** 有效期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    Unit_yxq?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提成比例 */
    Num_tc?: Numeric;
    /** 主供应商id */
    Company?: Numeric;
    /** 主委外供应商 */
    WWSupplier?: Numeric;
    /** 生产周期（多少天） */
    Num_sc?: Numeric;
    /** 生产质检方案 */
    QualityType?: Numeric;
    /** 产品提成基数值 */
    Tcsort1?: Numeric;
    /** 产品提成比例方式值 · 1 同一比例, 2 累加比例, 3 产品比例, 4 有提成公式的提成比例记录 */
    Tcsort2?: Choice<1 | 2 | 3 | 4>;
    /** 超量入库上限 */
    LimitExcess?: Numeric;
    /** 产品价格策略信息 */
    PackingPrices?: readonly {
      /** 产品价格策略明细ID */
      ID?: Numeric;
      /** 部门ID */
      Bm: Numeric;
      /** 单位比例 */
      Bl: Numeric;
      /** 单位ID */
      UnitID: Numeric;
      /** 条形码 */
      Txm?: Text;
      /** 建议进价 */
      Price1jy?: Numeric;
      /** 最高进价 */
      Price1?: Numeric;
      /** 建议售价 */
      Price2jy?: Numeric;
      /** 最低售价 */
      Price2?: Numeric;
      /** 客户分类的价格 */
      Price3?: Numeric;
      /** 客户分类id */
      Sort?: Numeric;
      /** 产品id */
      ProductID?: Numeric;
      /** 采购主单位 */
      CgMainUnit?: Numeric;
      /** 序列号管理 */
      XlhManage?: Numeric;
      /** 主仓库ID */
      MainStore?: Numeric;
      /** 仓库容量 */
      StoreCapacity?: Numeric;
    }[];
  };
  /** 306 产品修改 · Edit a product: /webapi/v3/store/product/edit */
  'product.edit': {
    /** 单据ID */
    ord: Numeric;
    /** 产品名称 · ≤ 500 */
    Title?: Text;
    /** 产品编号 · ≤ 500 */
    Code?: Text;
    /** 产品型号 · ≤ 500 */
    Model?: Text;
    /** 产品分类 */
    Sort1?: Numeric;
    /** 可调用范围 */
    User_List?: Text | readonly (Text)[];
    /** 产品拼音码 · ≤ 500 */
    Pym?: Text;
    /** 产品角色 · 1 自制件, 2 委外件, 3 外购件 */
    Roles?: Text | readonly (Choice<1 | 2 | 3>)[];
    /** 计价方式 · 0 先进先出法, 1 个别计价法, 2 全月平均法, 3 移动加权平均法 */
    PriceMode?: Choice<0 | 1 | 2 | 3>;
    /** 是否含税 · 0 不含税, 1 含税 */
    IncludeTax?: Choice<0 | 1>;
    /** 可开票据类型 */
    InvoiceTypes?: Text;
    /** 基本单位ID */
    Unitjb?: Numeric;
    /** 产品 */
    Intro1?: Text;
    /** 产品参数 */
    Intro2?: Text;
    /** 图片与附件 */
    Intro3?: Text;
    /** 积分 */
    Jf?: Numeric;
    /** 产品批号管理 */
    PhManage?: Numeric;
    /** 自定义1 */
    zdy1?: Text;
    /** 自定义2 */
    zdy2?: Text;
    /** 自定义3 */
    zdy3?: Text;
    /** 自定义4 */
    zdy4?: Text;
    /** 自定义5 */
    zdy5?: Numeric;
    /** 自定义6 */
    zdy6?: Numeric;
    /** 预计销售周期 */
    Period?: Numeric;
    /** 采购提前期 */
    PurchaleadDays?: Numeric;
    /** 是否需要质检 · 0 否, 1 是 */
    HasQC?: Choice<0 | 1>;
    /** 库存下限 */
    Aleat1?: Numeric;
    /** 库存上限 */
    Aleat2?: Numeric;
    /** 安全库存 */
    SafeNum?: Numeric;
    /** 产品有效期 */
    CpyxqNum?: Numeric;
    /** 产品有效期单位 · 2 天, 3 周, 4 月, 5 年 */
    CpyxqUnit?: Choice<2 | 3 | 4 | 5>;
    /** 产品失效提前期 */
    RemindNum?: Numeric;
    /** 失效提前期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    RemindUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 产品养护周期 */
    MaintainNum?: Numeric;
    /** 养护周期单位 · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    MaintainUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒人员ID */
    RemindPerson?: Text | readonly (Text)[];
    /** 制造提前期 */
    ProduceleadDays?: Numeric;
    /** 变动提前期 */
    ExtleadDays?: Numeric;
    /** 变动提前期批量 */
    ExtleadNum?: Numeric;
    /** 损耗率 */
    WastAge?: Numeric;
    /** 提成比例 */
    Num_tc?: Numeric;
    /** 主委外供应商 */
    WWSupplier?: Numeric;
    /** 生产周期（多少天） */
    Num_sc?: Numeric;
    /** 产品提成基数值 */
    Tcsort1?: Numeric;
    /** 产品提成比例方式值 · 1 同一比例, 2 累加比例, 3 产品比例, 4 有提成公式的提成比例记录 */
    Tcsort2?: Choice<1 | 2 | 3 | 4>;
    /** 超量入库上限 */
    LimitExcess?: Numeric;
    /** 产品价格策略信息 */
    PackingPrices?: readonly {
      /** 产品价格策略明细ID */
      ID?: Numeric;
      /** 部门ID */
      Bm?: Numeric;
      /** 单位比例 */
      Bl?: Numeric;
      /** 单位ID */
      UnitID?: Numeric;
      /** 条形码 */
      Txm?: Text;
      /** 建议进价 */
      Price1jy?: Numeric;
      /** 最高进价 */
      Price1?: Numeric;
      /** 建议售价 */
      Price2jy?: Numeric;
      /** 最低售价 */
      Price2?: Numeric;
      /** 客户分类的价格 */
      Price3?: Numeric;
      /** 客户分类id */
      Sort?: Numeric;
      /** 采购主单位 */
      CgMainUnit?: Numeric;
      /** 序列号管理 */
      XlhManage?: Numeric;
      /** 主仓库ID */
      MainStore?: Numeric;
      /** 仓库容量 */
      StoreCapacity?: Numeric;
    }[];
  };
  /** 307 出库确认（32.15及以后） · Confirm an issue (32.15 and later): /webapi/v3/store/KuOutApplyEdit/edit */
  'stockOut.confirmRequest': {
    /** 单据ID */
    ord: Numeric;
    /** 出库完成状态 */
    Complete1: Numeric;
    /** 库管意见 */
    Intro2: Text;
    /** 确认时间 */
    Date5: string;
    /** 出库明细 */
    KuoutList?: readonly {
      /** 出库明细ID */
      Id: Numeric;
      /** 出库确认数量 */
      Num1: Numeric;
      /** 仓库 */
      Ck: Numeric;
      /** 库位id */
      WareHousePositionID?: Numeric;
      /** 包装 */
      Bz?: Text;
      /** 件数 */
      Js?: Text;
      /** 到货日期 */
      date2?: string;
    }[];
  };
  /** 308 出库列表（32.15及以后） · Issues from stock (32.15 and later): /webapi/v3/store/KuOutApplyList */
  'stockOut.requests': {
    /** 申请人员 */
    Cateid?: Numeric;
    /** 库管人员 */
    Kg?: Text;
    /** 出库仓库 */
    Ck?: Text;
    /** 出库类型 */
    Sort1?: Numeric;
    /** 出库完成状态 */
    Complete1?: Numeric;
    /** 出库主题 */
    Title?: Text;
    /** 出库编号 */
    Ckbh?: Text;
    /** 关联客户名称 */
    Company?: Numeric;
    /** 产品名称 */
    pro_name?: Text;
    /** 产品编号 */
    Order1?: Text;
    /** 产品型号 */
    Type1?: Text;
    /** 申请开始时间 */
    Date3_start?: Text;
    /** 申请结束时间 */
    Date3_end?: Text;
    /** 确认开始时间 */
    Date5_start?: Text;
    /** 确认结束时间 */
    Date5_end?: Text;
    /** 是否返回明细信息 */
    needList?: Numeric;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 309 入库确认（32.15及以后） · Confirm a receipt (32.15 and later): /webapi/v3/store/KuInApplyEdit/edit */
  'stockIn.confirmRequest': {
    /** 单据ID */
    ord: Numeric;
    /** 确认时间 */
    Date5: string;
    /** 入库状态 */
    Complete1: Numeric;
    /** 库管意见 */
    Intro2: Text;
    /** 入库明细 */
    KuinList?: readonly {
      /** 入库明细id */
      Id: Numeric;
      /** 数量 */
      Num1: Numeric;
      /** 辅助单位 */
      AssistUnit?: Numeric;
      /** 辅助数量 */
      AssistNum?: Numeric;
      /** 仓库 */
      Ku: Numeric;
      /** 库位id */
      WareHousePositionID?: Numeric;
      /** 批号 */
      Ph?: Text;
      /** 序列号 */
      Xlh?: Text;
      /** 生产日期 */
      Datesc?: string;
      /** 有效日期 */
      Dateyx?: string;
      /** 到货日期 */
      Date2: string;
      /** 自定义1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 310 入库列表（32.15及以后） · Receipts into stock (32.15 and later): /webapi/v3/store/KuInApplyList */
  'stockIn.requests': {
    /** 申请开始时间 */
    Date3_start?: Text;
    /** 申请结束时间 */
    Date3_end?: Text;
    /** 确认开始时间 */
    Date5_start?: Text;
    /** 确认结束时间 */
    Date5_end?: Text;
    /** 入库类别 */
    Sort1?: Numeric;
    /** 入库状态 */
    Complete1?: Numeric;
    /** 入库主题 */
    Title?: Text;
    /** 入库编号 */
    Rkbh?: Text;
    /** 产品名称 */
    CPTitle?: Text;
    /** 产品编号 */
    Order1?: Text;
    /** 申请人员 */
    Cateid?: Text;
    /** 库管人员 */
    Kg?: Text;
    /** 是否返回明细信息 */
    needList?: Numeric;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 314 考勤导入添加 · Import attendance: /webapi/v3/attendance/attendancemanage/record/add */
  'attendance.import': {
    /** 考勤导入信息 */
    attendanceList?: readonly {
      /** 打卡用户 */
      UserID: Numeric;
      /** 打卡具体时间 */
      ClockTime: Text;
      /** 打卡设备 · 0 电脑, 1 手机, 2 考勤机 */
      Device: Choice<0 | 1 | 2>;
      /** 是否有效打卡 · 0 否, 1 是 */
      IsTrueDevice: Choice<0 | 1>;
    }[];
  };
  /** 315 岗位列表 · Work posts: /webapi/v3/produceV2/workflow/workingprocedure/jobs/list */
  'job.list': {
    /** 岗位名称 */
    cName?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 316 工序分类列表 · Operation classes: /webapi/v3/produceV2/workflow/workingprocedure/class/list */
  'operationClass.list': {
    /** 工序分类名称 */
    cName?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 317 获取工序任务列表 · Operation tasks: /webapi/v3/produceV2/ProcessReportTaskList/List */
  'report.tasks': {
    /** 添加日期开始日期 */
    AddDate_0?: Text;
    /** 添加日期结束日期 */
    AddDate_1?: Text;
    /** 派工单ID */
    WAID?: Numeric;
    /** 单据编号 */
    WABH?: Text;
    /** 单据主题 */
    WATitle?: Text;
    /** 任务计划开始时间 */
    StartTime?: Text;
    /** 任务计划结束时间 */
    EndTime?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 320 物料替代添加 · Add a material substitution: /webapi/v3/produce/material/substitution/add */
  'substitution.add': {
    /** 产品ID */
    ProductID: Numeric;
    /** 单位 */
    unit: Numeric;
    /** 概要 */
    intro?: Text;
    /** 物料替代明细 */
    childtd: readonly {
      /** 替代优先级 */
      Priority: Numeric;
      /** 产品ID */
      ReProductID: Numeric;
      /** 适用物料清单ID */
      ApplyBomID?: Numeric;
      /** 单位 */
      unit: Numeric;
      /** 原产品用量 */
      Dosage: Numeric;
      /** 替代比例 */
      ReplacementRatio: Numeric;
      /** 自定义1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 321 物料替代修改 · Edit a material substitution: /webapi/v3/produce/material/substitution/edit */
  'substitution.edit': {
    /** 单据ID */
    ord: Numeric;
    /** 产品ID */
    ProductID: Numeric;
    /** 单位 */
    unit: Numeric;
    /** 概要 */
    intro?: Text;
    /** 物料替代明细 */
    childtd: readonly {
      /** 物料替代明细ID */
      ID: Numeric;
      /** 替代优先级 */
      Priority: Numeric;
      /** 产品ID */
      ReProductID: Numeric;
      /** 适用物料清单ID */
      ApplyBomID?: Numeric;
      /** 单位 */
      unit: Numeric;
      /** 原产品用量 */
      Dosage: Numeric;
      /** 替代比例 */
      ReplacementRatio: Numeric;
      /** 自定义1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 322 物料替代详情 · One material substitution: /webapi/v3/produce/material/substitution/detail */
  'substitution.get': CallParams['department.get'];
  /** 323 物料替代列表 · Material substitutions: /webapi/v3/produce/material/substitution/list */
  'substitution.list': {
    /** 添加人员 */
    Creator?: Text;
    /** 产品名称 */
    protitle?: Text;
    /** 产品编号 */
    proorder1?: Text;
    /** 产品型号 */
    protype1?: Text;
    /** 启用 · 0 停用, 1 启用 */
    StopStatus?: Choice<0 | 1>;
    /** 添加时间 */
    inDate_0?: Text;
    /** 添加时间 */
    inDate_1?: Text;
    /** 每页返回数据行数 */
    page_size?: Numeric;
    /** 从第几页开始返回 */
    page_index?: Numeric;
  };
  /** 324 设备添加 · Add a machine: /webapi/v3/produce/Machine/add */
  'machine.add': CallParams['bank.get'];
}

/** What each call answers. */
export interface CallResults {
  /** 11 登录系统 · Log in: /webapi/v3/ov1/login */
  'session.login': RecordResult<{
    /** 登陆状态 */
    status?: string;
    /** 会话状态信息 */
    session?: string;
    /** 当前系统版本 */
    appversion?: string;
    [more: string]: Value | undefined;
  }>;
  /** 12 退出系统 · Log out: /webapi/v3/ov1/logout */
  'session.logout': SaveReceipt;
  /** 15 分配新客户ID · Allocate a customer id: /webapi/v3/ov1/salesmanage/custom/add?apihelptype=new */
  'customer.allocate': RecordResult;
  /** 16 添加或修改单位客户 · Add or edit a company customer: /webapi/v3/ov1/salesmanage/custom/add?intsort=1&apihelptype=save */
  'customer.saveCompany': SaveReceipt;
  /** 17 添加或修改个人客户 · Add or edit a person customer: /webapi/v3/ov1/salesmanage/custom/add?intsort=2&apihelptype=save */
  'customer.savePerson': SaveReceipt;
  /** 18 获取客户详情 · One customer: /webapi/v3/ov1/salesmanage/custom/add?edit=1&apihelptype=get */
  'customer.get': RecordResult;
  /** 19 获取客户列表 · Customers: /webapi/v3/ov1/salesmanage/custom/list */
  'customer.list': ListResult;
  /** 20 客户指派 · Assign a customer: /webapi/v3/ov1/systemmanage/order?datatype=tel&apihelptype=save */
  'customer.assign': SaveReceipt;
  /** 21 客户收回 · Take a customer back: /webapi/v3/ov1/salesmanage/custom/takeback */
  'customer.takeBack': SaveReceipt;
  /** 22 客户申请 · Apply for a customer: /webapi/v3/ov1/salesmanage/custom/apply */
  'customer.apply': SaveReceipt;
  /** 23 客户审批 · Approve a customer application: /webapi/v3/ov1/salesmanage/custom/approve?__msgid=onsave */
  'customer.approve': SaveReceipt;
  /** 24 客户审核 · Review a customer: /webapi/v3/ov1/salesManage/custom/approve_set?apihelptype=save */
  'customer.review': SaveReceipt;
  /** 25 客户跟进 · Follow up a customer: /webapi/v3/ov1/systemManage/reply?datatype=tel&apihelptype=save */
  'customer.followUp': SaveReceipt;
  /** 26 客户共享 · Share a customer: /webapi/v3/ov1/salesManage/custom/share?apihelptype=save */
  'customer.share': SaveReceipt;
  /** 27 客户保护 · Protect a customer: /webapi/v3/ov1/salesManage/custom/add?__msgid=profect */
  'customer.protect': SaveReceipt;
  /** 28 客户放弃保护 · Give up protecting a customer: /webapi/v3/ov1/salesManage/custom/add?__msgid=unprofect */
  'customer.unprotect': SaveReceipt;
  /** 30 添加或修改联系人 · Add or edit a contact person: /webapi/v3/ov1/salesmanage/person/add?apihelptype=save */
  'contact.save': SaveReceipt;
  /** 31 获取联系人详情 · One contact person: /webapi/v3/ov1/salesmanage/person/add?edit=1&apihelptype=get */
  'contact.get': RecordResult;
  /** 32 获取联系人列表 · Contact persons: /webapi/v3/ov1/salesmanage/person/list */
  'contact.list': ListResult;
  /** 33 联系人跟进 · Follow up a contact person: /webapi/v3/ov1/systemManage/reply?datatype=person&apihelptype=save */
  'contact.followUp': SaveReceipt;
  /** 36 获取项目列表 · Projects: /webapi/v3/ov1/salesmanage/chance/list */
  'project.list': ListResult;
  /** 37 获取项目详情 · One project: /webapi/v3/ov1/salesmanage/chance/add?apihelptype=get */
  'project.get': RecordResult;
  /** 38 项目跟进 · Follow up a project: /webapi/v3/ov1/systemManage/reply?datatype=chance&apihelptype=save */
  'project.followUp': SaveReceipt;
  /** 39 项目审批 · Approve a project: /webapi/v3/ov1/systemmanage/approve?dtype=25&apihelptype=save */
  'project.approve': SaveReceipt;
  /** 42 添加合同明细 · Add lines to a contract: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=addToContract */
  'contractLine.add': SaveReceipt;
  /** 43 编辑合同明细列表 · Lines of a contract being edited: /webapi/v3/ov1/salesmanage/contract/contractlist */
  'contractLine.list': ListResult;
  /** 44 编辑合同明细删除 · Delete a contract line: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=delete&batch=0 */
  'contractLine.delete': SaveReceipt;
  /** 45 编辑合同明细 · Edit a contract line: /webapi/v3/ov1/salesmanage/contract/contractlist_edit?apihelptype=save */
  'contractLine.save': SaveReceipt;
  /** 46 编辑合同明细单位选择 · Choose the unit of a contract line: /webapi/v3/ov1/salesmanage/contract/UnitChange?ord=0&__unit=0&company=0&apihelptype=get */
  'contractLine.unit': RecordResult;
  /** 47 添加或修改合同 · Add or edit a contract: /webapi/v3/ov1/salesmanage/contract/add?apihelptype=save */
  'contract.save': SaveReceipt;
  /** 48 合同关联客户 · Customers to choose for a contract: /webapi/v3/ov1/salesmanage/custom/list?datatype=addcontract&checktype=redio */
  'contract.customers': ListResult;
  /** 49 合同关联对方代表 · Contact persons to choose for a contract: /webapi/v3/ov1/salesManage/person/list?checktype=radio */
  'contract.contacts': ListResult;
  /** 50 获取合同列表 · Contracts: /webapi/v3/ov1/salesmanage/contract/billlist */
  'contract.list': ListResult;
  /** 51 合同洽谈进展 · Follow up a contract: /webapi/v3/ov1/systemManage/reply?datatype=contract&apihelptype=save */
  'contract.followUp': SaveReceipt;
  /** 52 合同共享 · Share a contract: /webapi/v3/ov1/salesManage/contract/share?apihelptype=save */
  'contract.share': SaveReceipt;
  /** 53 合同审批 · Approve a contract: /webapi/v3/ov1/systemmanage/approve?dtype=2&apihelptype=save */
  'contract.approve': SaveReceipt;
  /** 56 获取售后服务列表 · After-sales services: /webapi/v3/ov1/salesmanage/service/list */
  'service.list': ListResult;
  /** 57 获取售后服务详情 · One after-sales service: /webapi/v3/ov1/salesmanage/service/add?apihelptype=get */
  'service.get': RecordResult;
  /** 58 售后服务处理 · Handle an after-sales service: /webapi/v3/ov1/salesmanage/service/chuli?apihelptype=save */
  'service.handle': SaveReceipt;
  /** 61 添加或修改售后维修 · Add or edit a repair: /webapi/v3/ov1/salesmanage/repair/DealAdd?apihelptype=save */
  'repair.save': SaveReceipt;
  /** 62 获取售后维修列表 · Repairs: /webapi/v3/ov1/salesmanage/repair/Deallist */
  'repair.list': ListResult;
  /** 63 获取售后维修详情 · One repair: /webapi/v3/ov1/salesmanage/repair/Dealcontent?apihelptype=get */
  'repair.get': RecordResult;
  /** 66 获取采购列表 · Purchases: /webapi/v3/ov1/storemanage/caigou/list */
  'purchase.list': ListResult;
  /** 67 获取采购详情 · One purchase: /webapi/v3/ov1/storemanage/caigou/add?apihelptype=get */
  'purchase.get': RecordResult;
  /** 68 获取采购审批 · Approve a purchase: /webapi/v3/ov1/systemmanage/approve?dtype=3&apihelptype=save */
  'purchase.approve': SaveReceipt;
  /** 71 获取库存详情 · One stock item: /webapi/v3/ov1/storemanage/store/content?apihelptype=get */
  'stock.get': RecordResult;
  /** 72 获取库存查看列表 · Stock: /webapi/v3/ov1/storemanage/store/list */
  'stock.list': ListResult;
  /** 74 获取仓库列表 · Warehouses: /webapi/apiHelper/stock/Stock/GetWarehouses */
  'warehouse.list': ListResult<{
    /** 唯一标识 */
    ID?: string;
    /** 名称 */
    Name?: string;
    [more: string]: Value | undefined;
  }>;
  /** 77 获取入库列表 · Receipts into stock: /webapi/v3/ov1/storemanage/kuin/list */
  'stockIn.list': ListResult;
  /** 78 获取入库详情 · One receipt into stock: /webapi/v3/ov1/storemanage/kuin/detail?apihelptype=get */
  'stockIn.get': RecordResult;
  /** 79 获取入库产品明细 · Product lines of receipts: /webapi/v3/ov1/storemanage/kuin/MoreKuinList */
  'stockIn.lines': ListResult;
  /** 84 获取发货详情 · One delivery: /webapi/v3/ov1/storemanage/sent/detail?apihelptype=get */
  'delivery.get': RecordResult;
  /** 85 获取发货产品明细 · Product lines of deliveries: /webapi/v3/ov1/storemanage/sent/moresendlist */
  'delivery.lines': ListResult;
  /** 86 获取发货列表 · Deliveries: /webapi/v3/ov1/storemanage/sent/list */
  'delivery.list': ListResult;
  /** 89 获取产品单位列表 · Product units: /webapi/apiHelper/sale/Product/GetProductUnitLists */
  'product.units': CallResults['warehouse.list'];
  /** 90 获取产品分类信息 · Product categories: /webapi/v3/ov1/systemManage/product_sort_list?stype=check&apihelptype=get */
  'product.categories': ChoicesResult;
  /** 91 获取发票类型列表 · Invoice types: /webapi/apiHelper/sale/Product/GetInvoiceTypesLists */
  'product.invoiceTypes': CallResults['warehouse.list'];
  /** 92 获取产品列表 · Products: /webapi/v3/ov1/salesmanage/product/billlist */
  'product.list': ListResult;
  /** 93 获取产品详情 · One product: /webapi/v3/ov1/salesmanage/product/billService?apihelptype=get */
  'product.get': RecordResult;
  /** 94 产品加入合同 · Put a product into a contract: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=addToContract */
  'product.addToContract': SaveReceipt;
  /** 97 物料清单添加/修改(适用V32.10已有功能) · Add or edit bills of materials (32.10): /webapi/apiHelper/produce/Bom/SaveBoms */
  'productionBom.save': SaveReceipt;
  /** 98 物料清单列表(适用V32.10已有功能) · Bills of materials (32.10): /webapi/apiHelper/produce/Bom/GetBoms */
  'productionBom.list': ListResult<{
    /** 物料清单父件信息 */
    BomItem?: {
      /** 唯一标识 */
      ID?: string;
      /** 产品ID */
      ProductID?: string;
      /** 产品名称 */
      ProductName?: string;
      /** 产品编号 */
      ProductCode?: string;
      /** 产品型号 */
      ProductModel?: string;
      /** 物料清单子件BOM的ID */
      ChildID?: string;
      /** 层次 */
      RankCode?: string;
      /** 单位名称 */
      UnitName?: string;
      /** 产品比例 */
      Bl?: string;
      /** 数量 */
      Num?: string;
      /** 产品角色 · 0 自制件, 1 委外件, 2 外购件 */
      Role?: string;
      /** 工艺路线名称 */
      WorkingFlowsName?: string;
      /** 损耗率 */
      Wastage?: string;
      /** 领料方式 · 1 正常领料, 2 入库倒冲 */
      Mtype?: string;
      /** 物料清单明细子件 */
      BomItems?: readonly {
        /** 唯一标识 */
        ID?: string;
        /** 产品ID */
        ProductID?: string;
        /** 产品名称 */
        ProductName?: string;
        /** 产品编号 */
        ProductCode?: string;
        /** 产品型号 */
        ProductModel?: string;
        /** 物料清单子件BOM的ID */
        ChildID?: string;
        /** 层次 */
        RankCode?: string;
        /** 单位名称 */
        UnitName?: string;
        /** 产品比例 */
        Bl?: string;
        /** 数量 */
        Num?: string;
        /** 产品角色 · 0 自制件, 1 委外件, 2 外购件 */
        Role?: string;
        /** 工艺路线名称 */
        WorkingFlowsName?: string;
        /** 损耗率 */
        Wastage?: string;
        /** 领料方式 · 1 正常领料, 2 入库倒冲 */
        Mtype?: string;
        /** 物料清单明细子件 */
        BomItems?: readonly AnyRow[];
      }[];
    };
    /** 唯一标识 */
    ID?: string;
    /** 物料清单编号 */
    Code?: string;
    /** 单据主题 */
    Title?: string;
    /** 物料清单类型 · 0 物料清单组件, 1 物料清单 */
    BillType?: string;
    /** 物料清单主辅 · 0 辅, 1 主 */
    IsMain?: string;
    /** 添加时间 */
    InDate?: string;
    /** 备注 */
    Intro?: string;
    /** 物料清单来源 · 0 手动添加, 1 合同, 2 报价, 3 设计 */
    FromType?: string;
    /** 物料清单来源ID */
    FromID?: string;
    /** 启用状态 · 0 启用, 1 停用 */
    IsStop?: string;
    [more: string]: Value | undefined;
  }>;
  /** 101 获取设备列表 · Machines: /webapi/apiHelper/produce/Machine/GetMachines */
  'machine.list': ListResult<{
    /** 创建人 */
    CreatorName?: string;
    /** 唯一标识 */
    ID?: string;
    /** 设备名称 */
    Title?: string;
    /** 设备型号 */
    Code?: string;
    /** 设备规格 */
    Spec?: string;
    /** 备注 */
    Remark?: string;
    /** 添加人ID */
    CreatorID?: string;
    /** 添加时间 */
    Indate?: string;
    /** 删除状态 · 1 正常, 2 已删除 */
    Del?: string;
    [more: string]: Value | undefined;
  }>;
  /** 110 派工添加 · Add work orders: /webapi/apiHelper/produce/WorkAssigns/SaveWorkAssigns */
  'workOrder.save': SaveReceipt;
  /** 111 获取派工列表 · Work orders: /webapi/apiHelper/produce/WorkAssigns/GetWorkAssigns */
  'workOrder.list': ListResult<{
    /** 派工单ID */
    ID?: string;
    /** 派工单编号 */
    Code?: string;
    /** 派单工主题 */
    Title?: string;
    /** 派工质检策略 · 0 无需质检, 1 需要质检 */
    ExecQcCheck?: string;
    /** 添加日期 */
    InDate?: string;
    /** 被派人员ID */
    Cateid_WA?: string;
    /** 被派人员姓名 */
    Catename_WA?: string;
    /** 成本核算状态 */
    ManuCostStatus?: string;
    /** 领料状态 · 0 未领料, 1 部分领料, 2 领料完毕, 3 超量领料, 4 无需领料 */
    llstatus?: string;
    /** 送检状态 */
    Sjstatus?: string;
    /** 质检状态 · 0 未质检, 1 部分质检, 2 质检完毕, 3 超量质检 */
    zjstatus?: string;
    /** 入库状态 · 0 未入库, 1 部分入库, 2 入库完毕, 3 超量入库 */
    rkstatus?: string;
    /** 登记状态 · 0 未登记, 1 部分登记, 2 登记完毕, 3 超量登记, 4 无需登记 */
    djstatus?: string;
    /** 生产状态 */
    ProduceStatus?: string;
    /** 派工单的终止状态 · 1 正常, 2 终止 */
    Status?: string;
    /** 审批状态 */
    SPStatus?: string;
    /** 派工产品ID */
    ProductID?: string;
    /** 派工产品名称 */
    ProductName?: string;
    /** 派工产品编号 */
    ProductCode?: string;
    /** 派工产品型号 */
    ProductModel?: string;
    /** 派工产品单位 */
    UnitName?: string;
    /** 派工数量 */
    NumMake?: string;
    /** 计划开工期 */
    DateStart?: string;
    /** 计划完工期 */
    DateEnd?: string;
    /** 交货日期 */
    DateDelivery?: string;
    /** 优先级 */
    Priority?: string;
    /** 备注 */
    Remark?: string;
    /** 所需物料列表 */
    WorkAssignItems?: readonly {
      /** ID */
      ID?: string;
      /** 物料产品ID */
      ProductID?: string;
      /** 物料产品名称 */
      ProductName?: string;
      /** 物料产品编号 */
      ProductCode?: string;
      /** 物料产品型号 */
      ProductModel?: string;
      /** 物料产品单位ID */
      UnitID?: string;
      /** 物料产品单位名称 */
      UnitName?: string;
      /** 产品比例 */
      BL?: string;
      /** 损耗率 */
      WastAge?: string;
      /** 所需数量 */
      NeedNum?: string;
      /** 登记数量 */
      RegedNum?: string;
      /** 到货日期 */
      ReceivedDate?: string;
    }[];
    /** 工序执行列表 */
    WorkAssignWFPs?: readonly {
      /** ID */
      ID?: string;
      /** 加工次序 */
      RowIndex?: string;
      /** 工序名称 */
      WorkingProcedureTitle?: string;
      /** 是否委外 · 0 自制, 1 委外 */
      IsOut?: string;
      /** 工作中心名称 */
      WorkCenterName?: string;
      /** 资源名称 */
      ResourceName?: string;
      /** 工序执行状态 */
      ExecStatus?: string;
      /** 准备时间 */
      rptime?: string;
      /** 加工批量 */
      wNum?: string;
      /** 加工时间 */
      jgtime?: string;
      /** 搬运批量 */
      mNum?: string;
      /** 搬运时间 */
      mtime?: string;
      /** 主负责人 */
      CateNames?: string;
      /** 工时单位 · 0 秒, 1 分钟, 2 小时 */
      UnitID?: string;
      /** 加工数量 */
      NumMake?: string;
      /** 计划开工日期 */
      DateStart?: string;
      /** 计划完工日期 */
      DateEnd?: string;
      /** 计划总时间 */
      Wtime?: string;
      /** 汇报例外策略 · 0 否, 1 是 */
      ReportingExceptionStrategy?: string;
      /** 换算比例 */
      ConversionBL?: string;
      /** 汇报单位 */
      ReportingUnit?: string;
      /** 批号启用 · 0 否, 1 是 */
      BatchNumberStart?: string;
      /** 序列号启用 · 0 否, 1 是 */
      SerialNumberStart?: string;
      /** 中间产出物 */
      IntermediateProduct?: string;
      /** 汇报取整 · 0 否, 1 是 */
      ReportingRounding?: string;
      /** 工序审核 */
      ExecCheck?: string;
      /** 合格计件工价 */
      JJHGPrice?: string;
      /** 报废计件工价 */
      JJBFPrice?: string;
      /** 计时工价 */
      JSPrice?: string;
    }[];
    [more: string]: Value | undefined;
  }>;
  /** 114 领料添加 · Add material issues: /webapi/apiHelper/produce/MaterialOrder/SaveMaterialOrders */
  'materialIssue.save': SaveReceipt;
  /** 115 获取领料列表 · Material issues: /webapi/apiHelper/produce/MaterialOrder/GetMaterialOrders */
  'materialIssue.list': ListResult<{
    /** 生产领料明细 */
    MaterialOrderItems?: readonly {
      /** 唯一标识 */
      ID?: string;
      /** 领料类型 */
      SourceType?: string;
      /** 来源ID */
      SourceID?: string;
      /** 产品ID */
      ProductID?: string;
      /** 产品名称 */
      ProductName?: string;
      /** 产品编号 */
      ProductCode?: string;
      /** 产品型号 */
      ProductModel?: string;
      /** 单位ID */
      UnitID?: string;
      /** 单位名称 */
      UnitName?: string;
      /** 数量 */
      Num?: string;
      /** 领料方式 · 1 正常领料, 2 倒冲领料 */
      MType?: string;
      /** 备注 */
      Intro?: string;
      /** 交货日期 */
      DateDelivery?: string;
      /** 库管人员 */
      OutkuPerson?: string;
      /** 出库申请数量 */
      CKNum?: string;
      /** 出库确认数量 */
      CKNumOK?: string;
    }[];
    /** 唯一标识 */
    ID?: string;
    /** 领料主题 */
    Title?: string;
    /** 领料编号 */
    Code?: string;
    /** 领料日期 */
    Date1?: string;
    /** 审批状态 · 0 待审批, 1 审批中/审批退回, 2 审批终止, 3 审批通过 */
    Status?: string;
    /** 备注 */
    Intro?: string;
    /** 领料类型 · 1 直接领料, 2 按单领料, 3 补料 */
    MaterialType?: string;
    /** 出库状态 · e.g. 0 未出库, 1 未出库, 2 部分出库, 3 未出库, 4 部分出库, 5 出库完毕 */
    CKStatus?: string;
    /** 添加时间 */
    InDate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 118 生产质检任务添加 · Add inspection tasks: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestingsTask */
  'inspection.saveTask': SaveReceipt;
  /** 119 获取生产质检任务列表 · Inspection tasks: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingTasks */
  'inspection.tasks': ListResult<{
    /** 唯一标识 */
    ID?: string;
    /** 生产质检任务主题 */
    Title?: string;
    /** 生产质检任务编号 */
    TaskBh?: string;
    /** 质检负责人ID */
    QcCateid?: string;
    /** 送检日期 */
    TaskDate?: string;
    /** 派工单/返工单ID */
    WAID?: string;
    /** 质检状态 · 0 未质检, 1 部分质检, 2 质检完成 */
    QCStatus?: string;
    /** 质检类型 · 1 派工质检, 2 返工质检 */
    PoType?: string;
    /** 创建人ID */
    CreatorID?: string;
    /** 创建时间 */
    Indate?: string;
    /** 生产质检任务明细列表 */
    QualityTestingTaskItems?: readonly AnyRow[];
    [more: string]: Value | undefined;
  }>;
  /** 120 生产质检添加/修改 · Add or edit inspections: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestings */
  'inspection.save': SaveReceipt;
  /** 121 获取生产质检计划 · Inspection plans: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingPlans */
  'inspection.plans': ListResult<{
    /** 派工单ID */
    ID?: string;
    /** 派工主题 */
    Title?: string;
    /** 派工编号 */
    WABH?: string;
    /** 产品ID */
    ProID?: string;
    /** 产品名称 */
    Product?: string;
    /** 产品编号 */
    Order1?: string;
    /** 产品型号 */
    Type1?: string;
    /** 派工产品单位 */
    UnitName?: string;
    /** 待检数量 */
    InspectorName?: string;
    /** 交货日期 */
    DateDelivery?: string;
    /** 被派人员 */
    Useman?: string;
    [more: string]: Value | undefined;
  }>;
  /** 122 获取生产质检列表 · Inspections: /webapi/apiHelper/produce/QualityTesting/GetQualityTestings */
  'inspection.list': ListResult<{
    /** 生产质检明细列表 */
    QualityTestingItems?: readonly {
      /** 唯一标识 */
      ID?: string;
      /** 产品生产类型 · 0 成品, 1 半成品 */
      DataType?: string;
      /** 来源ID */
      BID?: string;
      /** 汇报数量 */
      SerialNumber?: string;
      /** 质检数量 */
      NumTesting?: string;
      /** 审核前合格数量 */
      OkNum?: string;
      /** 审核前不合格数量 */
      FailNum?: string;
      /** 审核后返工数量 */
      NumScrap?: string;
      /** 审核后报废数量 */
      NumBF?: string;
      /** 审核后合格数量 */
      NumSPOK?: string;
      /** 合格入库申请总数 */
      NumOKKuin?: string;
      /** 报废入库申请总数 */
      NumBFKuin?: string;
      /** 返工单返工总数 */
      NumFGOut?: string;
      /** 质量等级 */
      QualityLevel?: string;
      /** 批号 */
      Ph?: string;
      /** 序列号 */
      Xlh?: string;
      /** 备注 */
      Remark?: string;
      /** 生产日期 */
      Datesc?: string;
      /** 有效日期 */
      Dateyx?: string;
      /** 质检结果 · 0 合格, 1 不合格 */
      QTResult?: string;
      /** 不合格意见 */
      BhgOpinion?: string;
      /** 报废原因 */
      BFOpinion?: string;
      /** 序列号 */
      OriSeralNumber?: string;
      /** 批号 */
      CodeBatch?: string;
      /** 质检任务单明细ID */
      TaskMXId?: string;
    }[];
    /** 质检编号 */
    Code?: string;
    /** 质检主题 */
    Title?: string;
    /** 创建人ID */
    CreatorID?: string;
    /** 添加时间 */
    InDate?: string;
    /** 质检时间 */
    QTDate?: string;
    /** 质检员ID */
    Inspector?: string;
    /** 质检模式 · 0 全检, 1 抽检 */
    QTMode?: string;
    /** 质检类型 · 0 汇总, 1 明细 */
    QTType?: string;
    /** 备注 */
    Intro?: string;
    /** 来源类型 · 1 委外质检, 2 工序委外质检, 3 派工质检, 4 返工质检 */
    PoType?: string;
    /** 质检时所在单据的行号 */
    BatchRowIndex?: string;
    /** 质检单否合格 · 0 合格, 1 不合格 */
    QTResultAll?: string;
    /** 质检任务主单ID */
    QCTaskID?: string;
    /** 唯一标识 */
    ID?: string;
    [more: string]: Value | undefined;
  }>;
  /** 123 生产质检审核 · Check inspections: /webapi/apiHelper/produce/QualityTesting/CheckQualityTestings */
  'inspection.check': SaveReceipt;
  /** 124 获取不合格原因列表 · Reasons for rejection: /webapi/apiHelper/produce/QualityTesting/GetUnQualiFiedList */
  'inspection.rejectReasons': CallResults['warehouse.list'];
  /** 125 获取报废原因列表 · Reasons for scrapping: /webapi/apiHelper/produce/QualityTesting/GetScrapReasonList */
  'inspection.scrapReasons': CallResults['warehouse.list'];
  /** 126 获取质量等级列表 · Quality levels: /webapi/apiHelper/produce/QualityTesting/GetQualityLevelList */
  'inspection.levels': CallResults['warehouse.list'];
  /** 129 物料登记添加 · Add material records: /webapi/apiHelper/produce/MaterialRegister/SaveMaterialRegisters */
  'materialRecord.save': SaveReceipt;
  /** 130 获取物料登记列表 · Material records: /webapi/apiHelper/produce/MaterialRegister/GetMaterialRegisters */
  'materialRecord.list': ListResult<{
    /** 物料登记明细列表 */
    MaterialRegisterItems?: readonly {
      /** 唯一标识 */
      ID?: string;
      /** 产品ID */
      ProductID?: string;
      /** 产品名称 */
      ProductName?: string;
      /** 产品编号 */
      ProductCode?: string;
      /** 产品型号 */
      ProductModel?: string;
      /** 产品单位ID */
      UnitID?: string;
      /** 产品单位名称 */
      UnitName?: string;
      /** 数量 */
      Num1?: string;
      /** 备注 */
      Intro?: string;
      /** 分配方式 */
      Zy?: string;
      /** 来源ID */
      ListID?: string;
      /** 来源类型 · 1 派工, 2 返工, 3 整单委外, 4 工序委外 */
      PoTypeV?: string;
    }[];
    /** 唯一标识 */
    ID?: string;
    /** 登记主题 */
    Title?: string;
    /** 登记编号 */
    Code?: string;
    /** 登记日期 */
    Date1?: string;
    /** 登记数量 */
    Totalnum?: string;
    /** 备注 */
    Intro?: string;
    /** 数据类型 */
    OrderType?: string;
    /** 单据来源类型 · 1 派工使用, 2 返工, 3 整单委外, 4 工序委外 */
    PoType?: string;
    /** 单据来源ID */
    Bid?: string;
    /** 入库主单ID */
    ForKuinID?: string;
    /** 创建人ID */
    Creator?: string;
    /** 添加时间 */
    InDate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 133 获取银行账户明细 · Transactions of a bank account: /webapi/v3/ov1/financemanage/bank/add?apihelptype=get */
  'bank.get': RecordResult;
  /** 134 获取银行账户列表 · Bank accounts: /webapi/v3/ov1/financemanage/bank/list */
  'bank.list': ListResult;
  /** 137 获取收款详情 · One payment received: /webapi/v3/ov1/financemanage/moneyback/content?apihelptype=get */
  'receipt.get': RecordResult;
  /** 138 获取收款列表 · Payments received: /webapi/v3/ov1/financemanage/moneyback/list */
  'receipt.list': ListResult;
  /** 140 获取开票详情 · One invoice issued: /webapi/v3/ov1/financemanage/invoiceback/content?apihelptype=get */
  'invoice.get': RecordResult;
  /** 141 获取开票列表 · Invoices issued: /webapi/v3/ov1/financemanage/invoiceback/list */
  'invoice.list': ListResult;
  /** 144 获取付款详情 · One payment made: /webapi/v3/ov1/financemanage/moneyout/content?apihelptype=get */
  'payment.get': RecordResult;
  /** 145 获取付款列表 · Payments made: /webapi/v3/ov1/financemanage/moneyout/list */
  'payment.list': ListResult;
  /** 148 添加费用申请 · Add an expense request: /webapi/v3/ov1/financemanage/apply/add?apihelptype=save */
  'expenseRequest.save': SaveReceipt;
  /** 149 编辑费用申请明细列表 · Lines of an expense request being edited: /webapi/v3/ov1/financemanage/apply/mxlist */
  'expenseRequest.lines': ListResult;
  /** 150 编辑费用申请明细删除 · Delete a line of an expense request: /webapi/v3/ov1/financemanage/apply/mxlist?__msgId=delete&batch=0 */
  'expenseRequest.deleteLine': SaveReceipt;
  /** 151 编辑费用申请明细 · Edit a line of an expense request: /webapi/v3/ov1/financemanage/apply/mxedit?apihelptype=save */
  'expenseRequest.saveLine': SaveReceipt;
  /** 152 编辑费用申请明细类型选择 · Choose the type of a request line: /webapi/v3/ov1/financemanage/apply/getsortfields?datatype=paysq&apihelptype=get */
  'expenseRequest.lineTypes': RecordResult;
  /** 153 获取费用申请详情 · One expense request: /webapi/v3/ov1/financemanage/apply/add?edit=1&apihelptype=get */
  'expenseRequest.get': RecordResult;
  /** 154 获取费用申请列表 · Expense requests: /webapi/v3/ov1/financemanage/apply/list */
  'expenseRequest.list': ListResult;
  /** 155 费用申请提交审批 · Submit an expense request for approval: /webapi/v3/ov1/systemmanage/setapprove?__msgId=save&approve=7 */
  'expenseRequest.submit': SaveReceipt;
  /** 156 费用申请审批 · Approve an expense request: /webapi/v3/ov1/systemmanage/approve?dtype=7&apihelptype=save */
  'expenseRequest.approve': SaveReceipt;
  /** 158 添加费用使用 · Add a use of expenses: /webapi/v3/ov1/financemanage/employ/add?apihelptype=save */
  'expenseUse.save': SaveReceipt;
  /** 159 费用使用关联申请单 · Requests to choose for a use of expenses: /webapi/v3/ov1/financeManage/apply/list?datatype=1&checktype=radio */
  'expenseUse.requests': ListResult;
  /** 160 费用使用使用人员 · People to choose for a use of expenses: /webapi/v3/ov1/systemManage/gate_list?sort=2&stype=radio */
  'expenseUse.people': ChoicesResult;
  /** 161 编辑费用使用明细列表 · Lines of a use of expenses being edited: /webapi/v3/ov1/financemanage/employ/mxlist */
  'expenseUse.lines': ListResult;
  /** 162 编辑费用使用明细删除 · Delete a line of a use of expenses: /webapi/v3/ov1/financemanage/employ/mxlist?__msgId=delete&batch=0 */
  'expenseUse.deleteLine': SaveReceipt;
  /** 163 编辑费用使用明细 · Edit a line of a use of expenses: /webapi/v3/ov1/financemanage/employ/mxedit?apihelptype=save */
  'expenseUse.saveLine': SaveReceipt;
  /** 164 编辑费用使用明细类型选择 · Choose the type of a use line: /webapi/v3/ov1/financemanage/apply/getsortfields?apihelptype=get */
  'expenseUse.lineTypes': RecordResult;
  /** 165 获取费用使用详情 · One use of expenses: /webapi/v3/ov1/financemanage/employ/add?edit=1&apihelptype=get */
  'expenseUse.get': RecordResult;
  /** 166 获取费用使用列表 · Uses of expenses: /webapi/v3/ov1/financemanage/employ/list */
  'expenseUse.list': ListResult;
  /** 168 添加费用报销 · Add a reimbursement: /webapi/v3/ov1/financemanage/expenditure/add?apihelptype=save */
  'reimbursement.save': SaveReceipt;
  /** 169 费用报销报销人员 · People to choose for a reimbursement: /webapi/v3/ov1/systemManage/gate_list?sort=2&stype=radio */
  'reimbursement.people': ChoicesResult;
  /** 170 编辑费用报销明细列表 · Lines of a reimbursement being edited: /webapi/v3/ov1/financemanage/expenditure/mxlist */
  'reimbursement.lines': ListResult;
  /** 171 获取费用报销详情 · One reimbursement: /webapi/v3/ov1/financemanage/expenditure/add?edit=1&apihelptype=get */
  'reimbursement.get': RecordResult;
  /** 172 获取费用报销列表 · Reimbursements: /webapi/v3/ov1/financemanage/expenditure/list */
  'reimbursement.list': ListResult;
  /** 173 费用报销审批 · Approve a reimbursement: /webapi/v3/ov1/systemmanage/approve?dtype=4&apihelptype=save */
  'reimbursement.approve': SaveReceipt;
  /** 174 费用报销出账 · Pay out a reimbursement: /webapi/v3/ov1/financeManage/expenditure/bankout?apihelptype=save */
  'reimbursement.payOut': SaveReceipt;
  /** 176 添加费用借款 · Add a staff loan: /webapi/v3/ov1/financemanage/borrow/add?edit=1&apihelptype=save */
  'loan.save': SaveReceipt;
  /** 177 费用借款借款人员 · People to choose for a staff loan: /webapi/v3/ov1/systemManage/gate_list?sort=2&stype=radio */
  'loan.people': ChoicesResult;
  /** 178 获取费用借款详情 · One staff loan: /webapi/v3/ov1/financemanage/borrow/add?apihelptype=get */
  'loan.get': RecordResult;
  /** 179 获取费用借款列表 · Staff loans: /webapi/v3/ov1/financemanage/borrow/list */
  'loan.list': ListResult;
  /** 180 费用借款审批 · Approve a staff loan: /webapi/v3/ov1/systemmanage/approve?dtype=6&apihelptype=save */
  'loan.approve': SaveReceipt;
  /** 181 费用借款出账 · Pay out a staff loan: /webapi/v3/ov1/financemanage/borrow/chuzhang?apihelptype=save */
  'loan.payOut': SaveReceipt;
  /** 182 费用借款返还 · Pay a staff loan back: /webapi/v3/ov1/financeManage/reimburse/add?edit=1&datatype=borrow&apihelptype=save */
  'loan.payBack': SaveReceipt;
  /** 184 添加费用返还 · Add a repayment: /webapi/v3/ov1/financemanage/reimburse/add?edit=1&apihelptype=save */
  'repayment.save': SaveReceipt;
  /** 185 费用返还关联借款单 · Staff loans to choose for a repayment: /webapi/v3/ov1/financeManage/borrow/list?datatype=addreimburse&checktype=radio */
  'repayment.loans': ListResult;
  /** 186 获取费用返还详情 · One repayment: /webapi/v3/ov1/financemanage/reimburse/add?apihelptype=get */
  'repayment.get': RecordResult;
  /** 187 获取费用返还列表 · Repayments: /webapi/v3/ov1/financemanage/reimburse/list */
  'repayment.list': ListResult;
  /** 188 费用返还审批 · Approve a repayment: /webapi/v3/ov1/systemmanage/approve?dtype=5&apihelptype=save */
  'repayment.approve': SaveReceipt;
  /** 189 费用返还入账 · Book a repayment: /webapi/v3/ov1/financeManage/reimburse/ruzhang?apihelptype=save */
  'repayment.payIn': SaveReceipt;
  /** 192 添加或修改公司公告 · Add or edit a company notice: /webapi/v3/ov1/officemanage/notice/add?apihelptype=save */
  'notice.save': SaveReceipt;
  /** 193 获取公司公告详情 · One company notice: /webapi/v3/ov1/officemanage/notice/add?edit=1&apihelptype=get */
  'notice.get': RecordResult;
  /** 194 获取公司公告列表 · Company notices: /webapi/v3/ov1/officemanage/notice/list */
  'notice.list': ListResult;
  /** 197 添加或修改工作互动 · Add or edit a work topic: /webapi/v3/ov1/officemanage/interaction/add?apihelptype=save */
  'interaction.save': SaveReceipt;
  /** 198 获取工作互动详情 · One work topic: /webapi/v3/ov1/officemanage/interaction/add?edit=1&apihelptype=get */
  'interaction.get': RecordResult;
  /** 199 获取工作互动列表 · Work topics: /webapi/v3/ov1/officemanage/interaction/list */
  'interaction.list': ListResult;
  /** 200 获取工作互动交流 · Reply to a work topic: /webapi/v3/ov1/officemanage/interaction/add?__msgid=replysave */
  'interaction.reply': SaveReceipt;
  /** 201 获取工作互动交流回复 · Answer a reply to a work topic: /webapi/v3/ov1/officeManage/interaction/add?__msgid=rebacksave */
  'interaction.answer': SaveReceipt;
  /** 204 添加或修改日程 · Add or edit a schedule: /webapi/v3/ov1/officemanage/plan/add?apihelptype=save */
  'schedule.save': SaveReceipt;
  /** 205 日程关联客户 · Customers to choose for a schedule: /webapi/v3/ov1/salesManage/custom/list?checktype=radio */
  'schedule.customers': ListResult;
  /** 206 日程关联联系人 · Contact persons to choose for a schedule: /webapi/v3/ov1/salesManage/person/list?checktype=radio */
  'schedule.contacts': ListResult;
  /** 207 日程关联项目 · Projects to choose for a schedule: /webapi/v3/ov1/salesManage/chance/list?checktype=radio */
  'schedule.projects': ListResult;
  /** 208 获取日程详情 · One schedule: /webapi/v3/ov1/officemanage/plan/add?edit=1&apihelptype=get */
  'schedule.get': RecordResult;
  /** 209 获取日程列表 · Schedules: /webapi/v3/ov1/officemanage/plan/list */
  'schedule.list': ListResult;
  /** 210 日程洽谈进展 · Follow up a schedule: /webapi/v3/ov1/systemManage/reply?datatype=plan&apihelptype=save */
  'schedule.followUp': SaveReceipt;
  /** 211 日程总结 · Sum up a schedule: /webapi/v3/ov1/officeManage/plan/summary?apihelptype=save */
  'schedule.summarise': SaveReceipt;
  /** 212 日程点评 · Comment on a schedule: /webapi/v3/ov1/officeManage/plan/leaderdp?apihelptype=save */
  'schedule.comment': SaveReceipt;
  /** 213 添加或修改周报 · Add or edit a weekly report: /webapi/v3/ov1/officemanage/plan/add_week_month?sort=1&apihelptype=save */
  'weeklyReport.save': SaveReceipt;
  /** 214 周报总结 · Sum up a weekly report: /webapi/v3/ov1/officeManage/plan/summary?sort=1&apihelptype=save */
  'weeklyReport.summarise': SaveReceipt;
  /** 215 周报点评 · Comment on a weekly report: /webapi/v3/ov1/officeManage/plan/leaderdp?sort=1&apihelptype=save */
  'weeklyReport.comment': SaveReceipt;
  /** 216 获取周报详情 · One weekly report: /webapi/v3/ov1/officemanage/plan/add_week_month?edit=1&sort=1&apihelptype=get */
  'weeklyReport.get': RecordResult;
  /** 217 添加或修改月报 · Add or edit a monthly report: /webapi/v3/ov1/officemanage/plan/add_week_month?sort=2&apihelptype=save */
  'monthlyReport.save': SaveReceipt;
  /** 218 月报总结 · Sum up a monthly report: /webapi/v3/ov1/officeManage/plan/summary?sort=2&apihelptype=save */
  'monthlyReport.summarise': SaveReceipt;
  /** 219 月报点评 · Comment on a monthly report: /webapi/v3/ov1/officeManage/plan/leaderdp?sort=2&apihelptype=save */
  'monthlyReport.comment': SaveReceipt;
  /** 220 获取月报详情 · One monthly report: /webapi/v3/ov1/officemanage/plan/add_week_month?edit=1&sort=2&apihelptype=get */
  'monthlyReport.get': RecordResult;
  /** 223 获取通讯录列表 · Address book: /webapi/v3/ov1/officemanage/businesscard/list */
  'addressBook.list': ListResult;
  /** 224 获取组织架构 · Organisation chart: /webapi/v3/ov1/officemanage/businesscard/list?sort=1&reportmodel=tree */
  'addressBook.organisation': ListResult;
  /** 225 获取通讯录详情 · One address book entry: /webapi/v3/ov1/officemanage/businesscard/content?apihelptype=get */
  'addressBook.get': RecordResult;
  /** 228 部门列表 · Departments: /webapi/v3/orgs/dept/list */
  'department.list': ListResult<{
    /** 部门标识 */
    NodeId?: string;
    /** 上级部门标识 */
    ParentId?: string;
    /** 部门名称 */
    NodeText?: string;
    /** 名称全路径 */
    fullpath?: string;
    /** 添加人员 */
    adduname?: string;
    /** 添加时间 */
    addtime?: string;
    /** 是否停用 */
    stoped?: string;
    /** 排序 */
    fullsort?: string;
    [more: string]: Value | undefined;
  }>;
  /** 231 账号列表 · Accounts: /webapi/v3/orgs/user/list */
  'user.list': ListResult<{
    /** 账号ID */
    ord?: string;
    /** 账号名称 */
    username?: string;
    /** 员工编号 */
    ygid?: string;
    /** 员工姓名 */
    name?: string;
    /** 员工状态 */
    status?: string;
    /** 部门id */
    orgsid?: string;
    /** 部门名称 */
    partname?: string;
    [more: string]: Value | undefined;
  }>;
  /** 232 部门添加 · Add a department: /webapi/v3/orgs/dept/add */
  'department.add': SaveReceipt;
  /** 233 部门修改 · Edit a department: /webapi/v3/orgs/dept/edit */
  'department.edit': SaveReceipt;
  /** 234 部门详情 · One department: /webapi/v3/orgs/dept/detail */
  'department.get': RecordResult<{
    /** 部门名称 */
    name?: string;
    /** 部门简称 */
    shortname?: string;
    /** 上级部门 */
    pid?: string;
    /** 价格策略 · 0 关闭, 1 开启 */
    openprice?: string;
    /** 重要指数 */
    sort?: string;
    /** 部门职能 */
    funtext?: string;
    /** 部门概要 */
    intro?: string;
    [more: string]: Value | undefined;
  }>;
  /** 237 供应商详情 · One supplier: /webapi/v3/store/supplierDetail/detail */
  'supplier.get': RecordResult;
  /** 238 供应商列表 · Suppliers: /webapi/v3/store/supplierList */
  'supplier.list': ListResult<{
    /** 供应商名称 */
    gysname?: string;
    /** 采购人员 */
    cgry?: string;
    /** 供应商编号 */
    gysbh?: string;
    /** 所在行业 */
    szhy?: string;
    /** 主联系人 */
    name?: string;
    /** 联系方式 */
    lxfs?: string;
    [more: string]: Value | undefined;
  }>;
  /** 239 出库确认 · Confirm an issue: /webapi/v3/store/kuout/surekuout/edit */
  'stockOut.confirm': SaveReceipt;
  /** 240 出库详情 · One issue from stock: /webapi/v3/store/kuout/detail */
  'stockOut.get': RecordResult;
  /** 241 出库列表 · Issues from stock: /webapi/v3/store/kuout/List */
  'stockOut.list': ListResult<{
    /** 出库主题 */
    title?: string;
    /** 出库编号 */
    ckbh?: string;
    /** 数量 */
    num?: string;
    /** 出库类别 */
    chukutype?: string;
    /** 审批状态 */
    status?: string;
    /** 出库状态 */
    chustate?: string;
    /** 日期 */
    date3?: string;
    /** 库管 */
    kgs?: string;
    /** 人员 */
    sqname?: string;
    [more: string]: Value | undefined;
  }>;
  /** 243 直接入库添加 · Add a direct receipt: /webapi/v3/store/kuin/add */
  'stockIn.add': SaveReceipt;
  /** 244 入库成本修改 · Edit the cost of a receipt: /webapi/v3/store/kuin/costmodify/edit */
  'stockIn.editCost': SaveReceipt;
  /** 245 入库确认 · Confirm a receipt: /webapi/v3/store/kuin/surekuin/edit */
  'stockIn.confirm': SaveReceipt;
  /** 246 产品库存明细列表 · Stock by product, in detail: /webapi/v3/store/inventory/InventoryDetails */
  'stock.details': ListResult<{
    /** 产品名称 */
    Title?: string;
    /** 编号 */
    Order1?: string;
    /** 型号 */
    Type1?: string;
    /** 产品分类 */
    ProductSort?: string;
    /** 单位 */
    Unit?: string;
    /** 库存数量 */
    Num2?: string;
    /** 基本数量合计 */
    BaseNumSum?: string;
    /** 冻结数量 */
    DJNum?: string;
    /** 批号 */
    Ph?: string;
    /** 序列号 */
    Xlh?: string;
    /** 生产日期 */
    Datesc?: string;
    /** 有效日期 */
    Dateyx?: string;
    /** 包装 · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
    Bz?: string;
    /** 件数 */
    Js?: string;
    /** 自定义1 */
    sysIcusIInheritIdIidI1?: string;
    /** 自定义2 */
    sysIcusIInheritIdIidI2?: string;
    /** 自定义3 */
    sysIcusIInheritIdIidI3?: string;
    /** 自定义4 */
    sysIcusIInheritIdIidI4?: string;
    /** 自定义5 */
    sysIcusIInheritIdIidI5?: string;
    /** 自定义6 */
    sysIcusIInheritIdIidI6?: string;
    /** 仓库 */
    Ku?: string;
    /** 库位 */
    WareHousePositionName?: string;
    /** 备注 */
    Intro?: string;
    /** 关联供应商 */
    gysname?: string;
    /** 关联入库单 */
    kuintitle?: string;
    [more: string]: Value | undefined;
  }>;
  /** 247 产品库存汇总列表 · Stock by product, summed up: /webapi/v3/store/inventory/InventorySummary */
  'stock.summary': ListResult<{
    /** 产品名称 */
    Title?: string;
    /** 产品编号 */
    Order1?: string;
    /** 产品型号 */
    Type1?: string;
    /** 产品分类 */
    ProductSort?: string;
    /** 单位 */
    UnitName?: string;
    /** 库存数量 */
    Num2?: string;
    /** 车间剩余数量 */
    WorkNum?: string;
    /** 预定数量 */
    YDNum?: string;
    /** 在途数量 */
    ZTNum?: string;
    /** 基本数量合计 */
    BaseNumSum?: string;
    /** 冻结数量 */
    DJNum?: string;
    /** 可用数量 */
    KYNum?: string;
    /** 仓库 */
    Ku?: string;
    /** 自定义2 */
    sysIcusIInheritIdIidI2?: string;
    /** 自定义3 */
    sysIcusIInheritIdIidI3?: string;
    /** 自定义4 */
    sysIcusIInheritIdIidI4?: string;
    /** 详情 */
    details?: string;
    [more: string]: Value | undefined;
  }>;
  /** 248 库存操作修改 · Edit a stock operation: /webapi/v3/store/inventory/edit */
  'stock.edit': SaveReceipt;
  /** 249 库存操作详情 · One stock operation: /webapi/v3/store/inventory/detail */
  'stock.operation': RecordResult;
  /** 252 合同详情 · One contract: /webapi/v3/sales/contract/detail */
  'contract.get': RecordResult<{
    /** 合同主题 */
    Title?: string;
    /** 合同编号 */
    Htid?: string;
    /** 添加人 */
    AddcateName?: string;
    /** 销售人员 */
    CateName?: string;
    /** 我方代表 */
    Person1?: string;
    /** 对方代表 */
    Person2?: string;
    /** 添加时间 */
    Date7?: string;
    /** 签订日期 */
    Date3?: string;
    /** 合同分类 */
    SortName?: string;
    /** 合同状态 */
    Complete1Name?: string;
    /** 出库状态 */
    mZt1?: string;
    /** 发货状态 */
    mZt2?: string;
    /** 预计划状态 · 0 待预计划, 1 预计划完毕, -1 无需预计划 */
    PlanPreStatus?: string;
    /** 审批状态 */
    SpStatus?: string;
    /** 当前审批人 */
    CurSp?: string;
    /** 最后审批人 */
    LastSp?: string;
    /** 币种 */
    BzName?: string;
    /** 所属地区 */
    areatext?: string;
    /** 所属行业 */
    Trade?: string;
    /** 终止人 */
    StopName?: string;
    /** 终止时间 */
    Stopdate?: string;
    /** 共享人 */
    AddshareName?: string;
    /** 合同编号一维条码 */
    HtidBarCode?: string;
    /** 合同总额 */
    Premoney?: string;
    /** 优惠总额 */
    YhMoneyM?: string;
    /** 优惠后总额 */
    Money1?: string;
    /** 到账总额 */
    HkMoney1?: string;
    /** 收款类型 · 1 汇总, 2 明细 */
    PaybackMode?: string;
    /** 收款计划 · e.g. 0 自动生成, 1 手动生成, 2 分期回款, 3 出库自动收款, 4 发货自动收款, 5 开票自动收款, 6 对账手动生成, 99 发起方生成付款计划后自动收款 */
    Fqhk?: string;
    /** 对账方式 · e.g. 1 按合同对账, 2 按出库对账, 3 按发货对账, 4 按开票对账 */
    CKAccModel?: string;
    /** 开票类型 · 0 不开票, 1 汇总, 2 明细 */
    InvoiceMode?: string;
    /** 开票计划 · 0 不开票, 1 自动开票, 2 手动开票, 3 出库自动开票, 4 发货自动开票, 5 对账手动生成 */
    InvoicePlan?: string;
    /** 收款抹零 */
    SKMLMoney?: string;
    /** 产品成本 */
    ProductCostMoney?: string;
    /** 费用总额 */
    FYMoney?: string;
    /** 退货金额 */
    THMoney?: string;
    /** 退货成本 */
    thCost?: string;
    /** 销售毛利 */
    MLMoney?: string;
    /** 毛利率 */
    MLL?: string;
    /** 退货后总额 */
    thTotal?: string;
    /** 运杂费 */
    Extras?: string;
    /** 建议进价成本 */
    jinjiaCostMoney?: string;
    /** 销售毛利（进价） */
    jinjiaMlMoney?: string;
    /** 毛利率（进价） */
    jinjiaMlRate?: string;
    /** 税额 */
    TaxValue1?: string;
    /** 业务提成 */
    Money_tc1?: string;
    /** 账期 */
    FkDays?: string;
    /** 编号 */
    Order1?: string;
    /** 型号 */
    Type1?: string;
    /** 单位 */
    Unit?: string;
    /** 产品图纸 */
    Drawing?: string;
    /** 数量 */
    Num1?: string;
    /** 申请 */
    Num2?: string;
    /** 出库 */
    Num3?: string;
    /** 发货 */
    Num4?: string;
    /** 退货 */
    NumTH?: string;
    /** 票据类型 */
    InvoiceType?: string;
    /** 税率 */
    TaxRate?: string;
    /** 换入数量 */
    EcgInNum?: string;
    /** 换出数量 */
    EcgOutNum?: string;
    /** 交货日期 */
    Date2?: string;
    /** 备注 */
    Intro?: string;
    /** 积分 */
    Jf?: string;
    /** 自定义1 */
    sysIcusIInheritIdIidI1?: string;
    /** 自定义2 */
    sysIcusIInheritIdIidI2?: string;
    /** 自定义3 */
    sysIcusIInheritIdIidI3?: string;
    /** 自定义4 */
    sysIcusIInheritIdIidI4?: string;
    /** 自定义5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
    sysIcusIInheritIdIidI5?: string;
    /** 自定义6 · e.g. 小码, 中码, 大码 */
    sysIcusIInheritIdIidI6?: string;
    /** 收款方式 */
    Intro3?: string;
    /** 交货地址 */
    Intro4?: string;
    /** 交货方式 */
    Intro5?: string;
    /** 交货时间 */
    Intro6?: string;
    /** 配件 */
    Intro1?: string;
    /** BillType */
    BillType?: string;
    /** BillName */
    BillName?: string;
    /** Progress */
    Progress?: string;
    /** 审批阶段 */
    sp?: string;
    /** 审批人员 */
    name?: string;
    /** 审批时间 */
    '时间'?: string;
    /** 审批结果 */
    '结果'?: string;
    /** 审批意见 */
    '意见'?: string;
    /** 审批方式 */
    sptype?: string;
    /** 发货日期 */
    SendDateFormatted?: string;
    /** 物流编号 */
    LogisticsNumber?: string;
    /** 物流公司 */
    Sort1?: string;
    /** 第三方物流单号 */
    LogisticsCode?: string;
    [more: string]: Value | undefined;
  }>;
  /** 253 工艺路线添加 · Add a routing: /webapi/v3/produceV2/workflow/workingflow/add */
  'routing.add': SaveReceipt;
  /** 254 工艺路线修改 · Edit a routing: /webapi/v3/produceV2/workflow/workingflow/edit */
  'routing.edit': SaveReceipt;
  /** 255 工艺路线详情 · One routing: /webapi/v3/produceV2/workflow/workingflow/detail */
  'routing.get': RecordResult;
  /** 256 工序添加 · Add an operation: /webapi/v3/produceV2/workflow/workingprocedure/add */
  'operation.add': SaveReceipt;
  /** 257 工序修改 · Edit an operation: /webapi/v3/produceV2/workflow/workingprocedure/edit */
  'operation.edit': SaveReceipt;
  /** 258 工序详情 · One operation: /webapi/v3/produceV2/workflow/workingprocedure/detail */
  'operation.get': RecordResult;
  /** 259 工艺路线列表 · Routings: /webapi/v3/produceV2/workflow/workingflow/list */
  'routing.list': ListResult<{
    /** 工艺路线ID */
    ID?: string;
    /** 工艺路线名称 */
    WFname?: string;
    /** 工艺路线编号 */
    WFbh?: string;
    /** 工艺路线状态 */
    WFstatus?: string;
    /** 审批状态 */
    ApprovalStatus?: string;
    /** 质检方案 */
    SName?: string;
    /** 添加人员 */
    creator?: string;
    /** 添加日期 */
    indate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 260 工序列表 · Operations: /webapi/v3/produceV2/workflow/workingprocedure/list */
  'operation.list': ListResult<{
    /** 工序ID */
    GXid?: string;
    /** 工序名称 */
    GXname?: string;
    /** 工序编号 */
    GXbh?: string;
    /** 工序状态 */
    GXstate?: string;
    /** 工序分类 */
    GXType?: string;
    /** 负责人员 */
    wheelman?: string;
    /** 质检方案名称 */
    SchemeName?: string;
    /** 质检方案 */
    SchemeBH?: string;
    /** 添加人员 */
    Creator?: string;
    /** 添加日期 */
    AddTime?: string;
    [more: string]: Value | undefined;
  }>;
  /** 263 工序汇报添加 · Add an operation report: /webapi/v3/produceV2/processreport/add */
  'report.add': SaveReceipt;
  /** 264 工序汇报删除 · Delete an operation report: /webapi/v3/produceV2/processreport/delete */
  'report.delete': SaveReceipt;
  /** 265 工序汇报计划 · Plans to report on: /webapi/v3/produceV2/procedure/planlist */
  'report.plans': ListResult<{
    /** 工序计划ID */
    ID?: string;
    /** 派工单ID */
    WorkAssignID?: string;
    /** 工序ID */
    WorkingProcedureID?: string;
    /** 工序名称 */
    WorkingProcedureTitle?: string;
    /** 产品名称 */
    ProductName?: string;
    /** 产品编号 */
    ProductCode?: string;
    /** 产品型号 */
    ProductModel?: string;
    /** 汇报单位 */
    UnitName?: string;
    /** 执行顺序 */
    RowIndex?: string;
    /** 汇报例外策略 · 0 未启用, 1 启用 */
    ReportingExceptionStrategy?: string;
    /** 工作中心ID */
    WorkCenterID?: string;
    /** 工作中心名称 */
    WorkCenterName?: string;
    /** 加工数量 */
    NumMake?: string;
    /** 合格数量 */
    HGSL?: string;
    /** 返工数量 */
    FGSL?: string;
    /** 报废数量 */
    BFSL?: string;
    /** 剩余数量 */
    SYSL?: string;
    /** 工序计划负责人 */
    ExecStatusName?: string;
    /** 计划开工期 */
    DateStart?: string;
    /** 计划完工期 */
    DateEnd?: string;
    [more: string]: Value | undefined;
  }>;
  /** 266 工序汇报详情 · One operation report: /webapi/v3/produceV2/processreport/detail */
  'report.get': RecordResult;
  /** 267 工序汇报列表查询(明细) · Operation reports in detail: /webapi/v3/produceV2/processreportlist/detail */
  'report.details': ListResult<{
    /** 工序汇报ID */
    Id?: string;
    /** 单据主题 */
    WaTitle?: string;
    /** 产品名称 */
    ProdName?: string;
    /** 加工工序 */
    WpName?: string;
    /** 批号 */
    CodeBatch?: string;
    /** 序列号 */
    CodeProduct?: string;
    /** 汇报数量 */
    Num1?: string;
    /** 加工工时 */
    Wtime?: string;
    /** 生产人员 */
    Cateid?: string;
    /** 生产设备 */
    MachineName?: string;
    /** 汇报结果 */
    Result?: string;
    /** 报废原因 */
    Reason?: string;
    /** 添加人员 */
    Creator?: string;
    /** 添加时间 */
    InDate?: string;
    /** 审核状态 */
    CheckResult?: string;
    [more: string]: Value | undefined;
  }>;
  /** 268 工序汇报列表查询(汇总) · Operation reports summed up: /webapi/v3/produceV2/processreportlist/summary */
  'report.summary': ListResult<{
    /** 工序汇报ID */
    BatchId?: string;
    /** 单据主题 */
    WaTitle?: string;
    /** 产品名称 */
    ProdName?: string;
    /** 加工工序 */
    WpName?: string;
    /** 合格 */
    hgNum?: string;
    /** 返工 */
    fgNum?: string;
    /** 报废 */
    bfNum?: string;
    /** 加工工时 */
    Wtime?: string;
    /** 生产人员ID明细 */
    CateNames?: string;
    /** 生产设备ID明细 */
    MachineName?: string;
    /** 添加人员 */
    Creator?: string;
    /** 添加时间 */
    InDate?: string;
    /** 审核状态 */
    CheckResult?: string;
    [more: string]: Value | undefined;
  }>;
  /** 269 工序汇报修改 · Edit an operation report: /webapi/v3/produceV2/processreport/edit */
  'report.edit': SaveReceipt;
  /** 273 物料清单添加 · Add a bill of materials: /webapi/v3/produceV2/bom/add */
  'bom.add': SaveReceipt;
  /** 274 物料清单修改 · Edit a bill of materials: /webapi/v3/produceV2/bom/edit */
  'bom.edit': SaveReceipt;
  /** 275 物料清单删除 · Delete a bill of materials: /webapi/v3/produceV2/bom/delete */
  'bom.delete': SaveReceipt;
  /** 276 物料清单详情 · One bill of materials: /webapi/v3/produceV2/bom/detail */
  'bom.get': RecordResult;
  /** 277 物料清单列表 · Bills of materials: /webapi/v3/produceV2/bom/list */
  'bom.list': ListResult<{
    /** 物料清单ID */
    ID?: string;
    /** 清单主题 */
    title?: string;
    /** 清单编号 */
    BOMBH?: string;
    /** 生效状态 */
    EffectiveTxt?: string;
    /** 启用状态 */
    StopTxt?: string;
    /** 主辅清单 */
    MainType?: string;
    /** 适用客户 */
    telName?: string;
    /** 父件产品 */
    protitle?: string;
    /** 审批状态 */
    statusapproval?: string;
    /** 添加人员 */
    CreatorName?: string;
    /** 添加日期 */
    indate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 278 账号添加 · Add an account: /webapi/v3/orgs/user/add */
  'user.add': SaveReceipt;
  /** 279 账号修改 · Edit an account: /webapi/v3/orgs/user/edit */
  'user.edit': SaveReceipt;
  /** 280 账号删除 · Delete an account: /webapi/v3/orgs/user/delete */
  'user.delete': SaveReceipt;
  /** 281 账号详情 · One account: /webapi/v3/orgs/user/detail */
  'user.get': RecordResult<{
    /** 姓名 */
    Name?: string;
    /** 将该员工同步至员工档案 · e.g. 1 将该员工同步至员工档案 */
    Autohrm?: string;
    /** 将该账号标记为所属部门负责人 · e.g. 1 将该账号标记为所属部门负责人 */
    Partadmin?: string;
    /** 所属部门 */
    Orgsid?: string;
    /** 岗位 · e.g. 473 总经理, 474 董事长, 475 总裁, 476 经理, 477 主管, 478 总经理助理, 891 代表, 939 客服 */
    WorkPosition?: string;
    /** 职位 */
    Title?: string;
    /** 用户名 */
    Username?: string;
    /** 密码 */
    Pw?: string;
    /** 确认密码 */
    ConfirmPassword?: string;
    /** 账号性质 · 0 普通账号, 1 普通管理员, 2 超级管理员 */
    Top1?: string;
    /** 权限模板 · e.g. -1 普通员工, -2 部门主管, -3 主管理员, -4 超级管理员, -5 销售经理, -6 销售代表, -7 采购经理, -8 采购代表, -9 库管, -10 设计人员, -11 PMC（分析员）, -12 车间主任, -13 工人, -14 质检员, -15 会计, -16 出纳, -17 人资, -18 行政 */
    QxTemplate?: string;
    /** 允许移动登录 · e.g. 1 允许移动登录 */
    IsMobileLoginOn?: string;
    /** 移动端账号角色配置 · e.g. 1 默认, 2 舰长, 3 销售经理, 4 销售代表, 5 采购, 6 库管, 8 质检, 9 财务 */
    mobileRole?: string;
    /** zxbflag · e.g. 1 启用在线客服 */
    zxbflag?: string;
    /** 员工编码 */
    Ygid?: string;
    /** 身份证号 */
    Cardid?: string;
    /** 性别 · 男, 女 */
    Sex?: string;
    /** 籍贯 */
    Jg?: string;
    /** 民族 */
    Mz?: string;
    /** 出生日期 */
    Date1?: string;
    /** 合同开始 */
    Date2?: string;
    /** 合同截止 */
    date3?: string;
    /** 学历 · e.g. 小学, 初中, 高中, 技校, 中专, 大专, 本科, 硕士, 博士 */
    Xl?: string;
    /** 专业 */
    Zy?: string;
    /** 毕业院校 */
    Xx?: string;
    /** 办公电话 */
    Phone1?: string;
    /** 家庭电话 */
    Phone2?: string;
    /** 手机 */
    Mobile?: string;
    /** 传真 */
    Fax?: string;
    /** 电子邮件 */
    Email?: string;
    /** 家庭住址 */
    Address?: string;
    /** 合同提醒 · 0 关闭, 1 开启 */
    Alt?: string;
    /** 特长/爱好/备注 */
    Intro?: string;
    [more: string]: Value | undefined;
  }>;
  /** 285 合同审批修改 · Edit a contract's approval: /webapi/v3/sales/contract/approve/edit */
  'contract.editApproval': SaveReceipt;
  /** 286 合同审批记录详情 · Approval record of a contract: /webapi/v3/sales/contract/approve/approveStageList/detail */
  'contract.approvalStages': RecordResult<{
    /** 唯一标识-阶段ord */
    StageID?: string;
    /** 审批阶段 */
    ApproveStage?: string;
    [more: string]: Value | undefined;
  }>;
  /** 296 合同添加 · Add a contract (v3): /webapi/v3/sale/contract/add */
  'contract.add': SaveReceipt;
  /** 297 客户添加 · Add a customer (v3): /webapi/v3/sales/customer/add */
  'customer.add': SaveReceipt;
  /** 298 客户修改 · Edit a customer (v3): /webapi/v3/sales/customer/edit */
  'customer.edit': SaveReceipt;
  /** 299 获取库位列表 · Storage locations: /webapi/v3/uview/stock/Pages/WareHouse/SettingApiList */
  'warehouse.locations': ListResult<{
    /** 库位ID */
    ID?: string;
    /** 库位名称 */
    Title?: string;
    /** 所属仓库ID */
    Sortck?: string;
    /** 产品混放 */
    ProductMixing?: string;
    /** 批次混放 */
    BatchMixing?: string;
    /** 库位状态 */
    Status?: string;
    /** 库位顺序 */
    Order?: string;
    /** 区域 */
    Area?: string;
    /** 排 */
    Row?: string;
    /** 列 */
    Column?: string;
    /** 层 */
    Layer?: string;
    /** 格 */
    Cell?: string;
    /** 备注 */
    Intro?: string;
    /** 树形全路径 */
    FullPath?: string;
    /** 创建人ID */
    Creator?: string;
    /** 添加时间 */
    InDate?: string;
    /** 修改人ID */
    UpUser?: string;
    /** 修改时间 */
    UpTime?: string;
    [more: string]: Value | undefined;
  }>;
  /** 300 获取仓库列表（32.15及以后） · Warehouses (32.15 and later): /webapi/v3/store/WareHouseStructList */
  'warehouse.tree': ListResult<{
    /** 仓库ID */
    Ord?: string;
    /** 仓库名称 */
    Sort1?: string;
    /** 重要指数 */
    Gate1?: string;
    /** 状态 */
    Del?: string;
    /** 条码 */
    StoreCode?: string;
    /** 备注 */
    StoreComment?: string;
    /** 仓库对应全路径 */
    FullPath?: string;
    /** 仓库对应根分类 */
    RootPath?: string;
    [more: string]: Value | undefined;
  }>;
  /** 304 产品批量添加 · Add products in bulk: /webapi/v3/store/productbatch/add */
  'product.addMany': SaveReceipt;
  /** 305 产品添加 · Add a product: /webapi/v3/store/product/add */
  'product.add': SaveReceipt;
  /** 306 产品修改 · Edit a product: /webapi/v3/store/product/edit */
  'product.edit': SaveReceipt;
  /** 307 出库确认（32.15及以后） · Confirm an issue (32.15 and later): /webapi/v3/store/KuOutApplyEdit/edit */
  'stockOut.confirmRequest': SaveReceipt;
  /** 308 出库列表（32.15及以后） · Issues from stock (32.15 and later): /webapi/v3/store/KuOutApplyList */
  'stockOut.requests': ListResult<{
    /** 出库id */
    Kuout?: string;
    /** 主题 */
    Title?: string;
    /** 仓库 */
    Ck?: string;
    /** 申请日期 */
    Date3?: string;
    /** 确认日期 */
    Date5?: string;
    /** 出库备注 */
    Intro?: string;
    /** 出库完成状态 */
    Complete1?: string;
    /** 发货状态 */
    Fh1?: string;
    /** 审批意见 */
    Intro2?: string;
    /** 添加人员 */
    Cateid?: string;
    /** 状态 */
    Del?: string;
    /** 审批人 */
    Cateout?: string;
    /** 实际操作时间 */
    Date7?: string;
    /** 库管 */
    Kg?: string;
    /** 出库编号 */
    Ckbh?: string;
    /** 出库类型 */
    Sort1?: string;
    /** 收货人 */
    Receiver?: string;
    /** 固话 */
    Phone?: string;
    /** 手机 */
    Mobile?: string;
    /** 地址 */
    Address?: string;
    /** 邮编 */
    Zip?: string;
    /** 是否对冲后转出库单 */
    Fromid?: string;
    /** 审批状态 */
    Status?: string;
    /** 产品明细 */
    KuoutList?: string;
    [more: string]: Value | undefined;
  }>;
  /** 309 入库确认（32.15及以后） · Confirm a receipt (32.15 and later): /webapi/v3/store/KuInApplyEdit/edit */
  'stockIn.confirmRequest': SaveReceipt;
  /** 310 入库列表（32.15及以后） · Receipts into stock (32.15 and later): /webapi/v3/store/KuInApplyList */
  'stockIn.requests': ListResult<{
    /** 入库主题 */
    Title?: string;
    /** 入库id */
    Kuin?: string;
    /** 入库状态 */
    Complete1?: string;
    /** 申请人 */
    Cateid?: string;
    /** 申请日期 */
    Date3?: string;
    /** 确认日期 */
    Date5?: string;
    /** 审批人 */
    Catein?: string;
    /** 审批意见 */
    Intro2?: string;
    /** 入库备注 */
    Intro?: string;
    /** 关联其他单据id */
    Caigou?: string;
    /** 添加时间 */
    Date7?: string;
    /** 库管id */
    Kg?: string;
    /** 入库类别 */
    Sort1?: string;
    /** 入库编号 */
    Rkbh?: string;
    /** 审批状态 */
    Status?: string;
    /** 产品明细 */
    KuinList?: string;
    [more: string]: Value | undefined;
  }>;
  /** 314 考勤导入添加 · Import attendance: /webapi/v3/attendance/attendancemanage/record/add */
  'attendance.import': SaveReceipt;
  /** 315 岗位列表 · Work posts: /webapi/v3/produceV2/workflow/workingprocedure/jobs/list */
  'job.list': ListResult<{
    /** 岗位ID */
    Ord?: string;
    /** 岗位名称 */
    Sort1?: string;
    [more: string]: Value | undefined;
  }>;
  /** 316 工序分类列表 · Operation classes: /webapi/v3/produceV2/workflow/workingprocedure/class/list */
  'operationClass.list': ListResult<{
    /** 工序分类ID */
    Ord?: string;
    /** 工序分类名称 */
    Sort1?: string;
    [more: string]: Value | undefined;
  }>;
  /** 317 获取工序任务列表 · Operation tasks: /webapi/v3/produceV2/ProcessReportTaskList/List */
  'report.tasks': ListResult<{
    /** 单据ID */
    WAID?: string;
    /** 单据主题 */
    WATitle?: string;
    /** 单据编号 */
    WABH?: string;
    /** 任务ID */
    TaskId?: string;
    /** 任务编号 */
    TaskSn?: string;
    /** 派工产品ID */
    ProductId?: string;
    /** 派工产品名称 */
    Proname?: string;
    /** 派工产品编号 */
    ProdOrder?: string;
    /** 派工产品型号 */
    ProdType?: string;
    /** 是否开启汇报例外策略 */
    ReportExt?: string;
    /** 生产人员ID */
    cateid?: string;
    /** 生产人员 */
    catesName?: string;
    /** 加工工序 */
    WProce?: string;
    /** 加工工序ID */
    WPId?: string;
    /** 工作中心 */
    WorkCenterName?: string;
    /** 车间 */
    DeptName?: string;
    /** 产线 */
    LineName?: string;
    /** 工序审核 */
    ExecCheck?: string;
    /** 设备ID */
    Machineid?: string;
    /** 设备 */
    MachineName?: string;
    /** 任务数量 */
    TaskNum?: string;
    /** 汇报单位 */
    UnitID?: string;
    /** 合格数量 */
    hgNum?: string;
    /** 返工数量 */
    fgNum?: string;
    /** 报废数量 */
    bfNum?: string;
    /** 剩余数量 */
    sysl?: string;
    /** 是否可执行 */
    CanExec?: string;
    /** 状态 */
    WPstatus?: string;
    /** 异常状态 */
    ExceptionStatus?: string;
    /** 异常原因 */
    WFPAExceptionReason?: string;
    /** 任务开始状态 */
    BeginStatus?: string;
    /** 是否汇报结束 */
    Finished?: string;
    /** 计划开始时间 */
    DateStart?: string;
    /** 计划完成时间 */
    DateEnd?: string;
    /** 所需工时 */
    NeedTime?: string;
    /** 工时单位 */
    TimeUnit?: string;
    [more: string]: Value | undefined;
  }>;
  /** 320 物料替代添加 · Add a material substitution: /webapi/v3/produce/material/substitution/add */
  'substitution.add': SaveReceipt;
  /** 321 物料替代修改 · Edit a material substitution: /webapi/v3/produce/material/substitution/edit */
  'substitution.edit': SaveReceipt;
  /** 322 物料替代详情 · One material substitution: /webapi/v3/produce/material/substitution/detail */
  'substitution.get': RecordResult<{
    /** 产品ID */
    ProductID?: string;
    /** 单位 */
    unit?: string;
    /** 概要 */
    intro?: string;
    /** 物料替代明细 */
    childtd?: readonly {
      /** 物料替代明细ID */
      ID?: string;
      /** 替代优先级 */
      Priority?: string;
      /** 产品ID */
      ReProductID?: string;
      /** 适用物料清单ID */
      ApplyBomID?: string;
      /** 单位 */
      unit?: string;
      /** 原产品用量 */
      Dosage?: string;
      /** 替代比例 */
      ReplacementRatio?: string;
      /** 自定义1 */
      sysIcusIInheritIdIidI1?: string;
      /** 自定义2 */
      sysIcusIInheritIdIidI2?: string;
      /** 自定义3 */
      sysIcusIInheritIdIidI3?: string;
      /** 自定义4 */
      sysIcusIInheritIdIidI4?: string;
      /** 自定义5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: string;
      /** 自定义6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: string;
    }[];
    [more: string]: Value | undefined;
  }>;
  /** 323 物料替代列表 · Material substitutions: /webapi/v3/produce/material/substitution/list */
  'substitution.list': ListResult<{
    /** 物料替代ID */
    ID?: string;
    /** 启用状态 */
    StopTxt?: string;
    /** 产品 */
    protitle?: string;
    /** 添加人员 */
    CreatorName?: string;
    /** 添加日期 */
    indate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 324 设备添加 · Add a machine: /webapi/v3/produce/Machine/add */
  'machine.add': SaveReceipt;
}
