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
    /** 修改模式 · Edit mode */
    edit?: Text;
    /** 客户类型 · Company or person · 1 单位客户, 2 个人客户 */
    intsort?: Choice<1 | 2>;
  };
  /** 16 添加或修改单位客户 · Add or edit a company customer: /webapi/v3/ov1/salesmanage/custom/add?intsort=1&apihelptype=save */
  'customer.saveCompany': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 客户名称 · Customer name · ≤ 100 */
    name: Text;
    /** 拼音码 · Pinyin code · ≤ 200 */
    pym?: Text;
    /** 客户编号 · Customer number · ≤ 50 */
    khid?: Text;
    /** 客户分类 · Customer category · ≤ 50 · options: tree */
    sort1: Text;
    /** 客户来源 · Customer source · e.g. 171 网站注册, 172 朋友介绍, 173 陌生开发, 174 广告宣传, 977 VIP · options: /sysa/mobilephone/source.asp?enumid=13 */
    ly?: Numeric;
    /** 是否积分 · Collects points · 0 不积分, 1 积分 */
    jf2?: Choice<0 | 1>;
    /** 客户区域 · Customer area · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=radio */
    area?: Text;
    /** 客户行业 · Customer industry · e.g. 137 银行, 139 印刷, 966 防水头, 967 交流接触器, 968 电表 · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Numeric;
    /** 价值评估 · Value · e.g. 175 很高, 176 一般, 177 较低, 289 较高, 290 很低 · options: /sysa/mobilephone/source.asp?enumid=14 */
    jz?: Numeric;
    /** 信用等级 · Credit rating · ≤ 50 */
    credit?: Text;
    /** 客户网址 · Customer website · ≤ 100 */
    url?: Text;
    /** 客户币种 · Customer's currency · ≤ 50 · e.g. 14 人民币 */
    bz?: Text;
    /** 到款限制 · Payment limit */
    hk_xz?: Numeric;
    /** 客户地址 · Customer address · ≤ 200 */
    address?: Text;
    /** 经度 · Longitude · ≤ 50 */
    lng?: Text;
    /** 纬度 · Latitude · ≤ 50 */
    lat?: Text;
    /** 邮编 · Postal code · ≤ 10 */
    zip?: Text;
    /** 法人代表 · Legal representative · ≤ 50 */
    faren?: Text;
    /** 注册资本 · Registered capital */
    zijin?: Numeric;
    /** 人员数量-销售 · Number of sales staff */
    pernum1?: Numeric;
    /** 人员数量-技术 · Number of technical staff */
    pernum2?: Numeric;
    /** 添加时间 · Time added */
    date1?: string;
    /** 联系人姓名 · Contact person's name · ≤ 50 */
    person_name: Text;
    /** 拼音码 · Pinyin code · ≤ 50 */
    '@personpym'?: Text;
    /** 性别 · Sex · 男, 女 */
    sex?: Choice<'男' | '女'>;
    /** 年龄 · Age */
    age?: Numeric;
    /** 生日 · Birthday */
    year1?: string;
    /** 部门 · Department · ≤ 50 */
    part1?: Text;
    /** 职务 · Job title · ≤ 50 */
    job?: Text;
    /** 办公电话 · Office phone · ≤ 50 */
    phone?: Text;
    /** 传真 · Fax · ≤ 50 */
    fax?: Text;
    /** 手机 · Mobile · ≤ 50 */
    mobile?: Text;
    /** 家庭电话 · Home phone · ≤ 50 */
    phone2?: Text;
    /** 电子邮件 · E-mail · ≤ 50 */
    email?: Text;
    /** QQ · QQ · ≤ 20 */
    qq?: Text;
    /** 微信 · WeChat · ≤ 50 */
    weixinAcc?: Text;
    /** 喜鹊声声 · Xique id · ≤ 50 */
    XiQueIntro?: Text;
    /** MSN · MSN · ≤ 50 */
    msn?: Text;
    /** 籍贯 · Native place · ≤ 50 */
    jg?: Text;
    /** 客户简介 · About the customer · ≤ 4000 */
    product?: Text;
    /** 合作现状 · Cooperation today · ≤ 4000 */
    c2?: Text;
    /** 合作前景 · Prospects of cooperation · ≤ 4000 */
    c3?: Text;
    /** 跟进策略 · Follow-up strategy · ≤ 4000 */
    c4?: Text;
    /** 备注 · Remarks · ≤ 4000 */
    intro?: Text;
    /** 开户银行1 · Bank 1 · ≤ 50 */
    bank_1?: Text;
    /** 开户名称1 · Account holder 1 · ≤ 50 */
    bank_2?: Text;
    /** 银行行号1 · Bank code 1 · ≤ 50 */
    bank_7?: Text;
    /** 银行账号1 · Account number 1 · ≤ 50 */
    bank_3?: Text;
    /** 税号1 · Tax number 1 · ≤ 50 */
    bank_4?: Text;
    /** 地址1 · Address 1 · ≤ 50 */
    bank_5?: Text;
    /** 电话1 · Phone 1 · ≤ 50 */
    bank_6?: Text;
    /** 开户银行2 · Bank 2 · ≤ 50 */
    bank2_1?: Text;
    /** 开户名称2 · Account holder 2 · ≤ 50 */
    bank2_2?: Text;
    /** 银行行号2 · Bank code 2 · ≤ 50 */
    bank2_7?: Text;
    /** 银行账号2 · Account number 2 · ≤ 50 */
    bank2_3?: Text;
    /** 税号2 · Tax number 2 · ≤ 50 */
    bank2_4?: Text;
    /** 地址2 · Address 2 · ≤ 50 */
    bank2_5?: Text;
    /** 电话2 · Phone 2 · ≤ 50 */
    bank2_6?: Text;
    /** 账期 · Days of credit */
    fkdays?: Numeric;
    /** 结算日期 · Settlement day */
    fkdate?: Numeric;
  };
  /** 17 添加或修改个人客户 · Add or edit a person customer: /webapi/v3/ov1/salesmanage/custom/add?intsort=2&apihelptype=save */
  'customer.savePerson': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 客户名称 · Customer name · ≤ 100 */
    name: Text;
    /** 拼音码 · Pinyin code · ≤ 200 */
    pym?: Text;
    /** 客户编号 · Customer number · ≤ 50 */
    khid?: Text;
    /** 客户分类 · Customer category · ≤ 50 · options: tree */
    sort1: Text;
    /** 客户来源 · Customer source · e.g. 171 网站注册, 172 朋友介绍, 173 陌生开发, 174 广告宣传, 977 VIP · options: /sysa/mobilephone/source.asp?enumid=13 */
    ly?: Numeric;
    /** 是否积分 · Collects points · 0 不积分, 1 积分 */
    jf2?: Choice<0 | 1>;
    /** 客户区域 · Customer area · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=radio */
    area?: Text;
    /** 客户行业 · Customer industry · e.g. 137 银行, 139 印刷, 966 防水头, 967 交流接触器, 968 电表 · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Numeric;
    /** 价值评估 · Value · e.g. 175 很高, 176 一般, 177 较低, 289 较高, 290 很低 · options: /sysa/mobilephone/source.asp?enumid=14 */
    jz?: Numeric;
    /** 信用等级 · Credit rating · ≤ 50 */
    credit?: Text;
    /** 客户网址 · Customer website · ≤ 100 */
    url?: Text;
    /** 客户币种 · Customer's currency · ≤ 50 · e.g. 14 人民币 */
    bz?: Text;
    /** 到款限制 · Payment limit */
    hk_xz?: Numeric;
    /** 客户地址 · Customer address · ≤ 200 */
    address?: Text;
    /** 经度 · Longitude · ≤ 50 */
    lng?: Text;
    /** 纬度 · Latitude · ≤ 50 */
    lat?: Text;
    /** 邮编 · Postal code · ≤ 10 */
    zip?: Text;
    /** 添加时间 · Time added */
    date1?: string;
    /** 性别 · Sex · 男, 女 */
    sex?: Choice<'男' | '女'>;
    /** 年龄 · Age */
    age?: Numeric;
    /** 生日 · Birthday */
    year1?: string;
    /** 部门 · Department · ≤ 50 */
    part1?: Text;
    /** 职务 · Job title · ≤ 50 */
    job?: Text;
    /** 办公电话 · Office phone · ≤ 50 */
    phone?: Text;
    /** 传真 · Fax · ≤ 50 */
    fax?: Text;
    /** 手机 · Mobile · ≤ 50 */
    mobile?: Text;
    /** 家庭电话 · Home phone · ≤ 50 */
    phone2?: Text;
    /** 电子邮件 · E-mail · ≤ 50 */
    email?: Text;
    /** QQ · QQ · ≤ 20 */
    qq?: Text;
    /** 微信 · WeChat · ≤ 50 */
    weixinAcc?: Text;
    /** 喜鹊声声 · Xique id · ≤ 50 */
    XiQueIntro?: Text;
    /** MSN · MSN · ≤ 50 */
    msn?: Text;
    /** 籍贯 · Native place · ≤ 50 */
    jg?: Text;
    /** 所在单位 · Employer · ≤ 50 */
    faren?: Text;
    /** 客户简介 · About the customer · ≤ 4000 */
    product?: Text;
    /** 合作现状 · Cooperation today · ≤ 4000 */
    c2?: Text;
    /** 合作前景 · Prospects of cooperation · ≤ 4000 */
    c3?: Text;
    /** 跟进策略 · Follow-up strategy · ≤ 4000 */
    c4?: Text;
    /** 备注 · Remarks · ≤ 4000 */
    intro?: Text;
  };
  /** 18 获取客户详情 · One customer: /webapi/v3/ov1/salesmanage/custom/add?edit=1&apihelptype=get */
  'customer.get': {
    /** 修改模式 · Edit mode */
    edit?: Text;
    /** 客户类型 · Company or person · 1 单位客户, 2 个人客户 */
    intsort?: Choice<1 | 2>;
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 19 获取客户列表 · Customers: /webapi/v3/ov1/salesmanage/custom/list */
  'customer.list': {
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 数据模式 · Data mode · 1 客户池, 2 待审核客户, 3 已保护客户, 4 已共享客户, 5 被共享客户 */
    stype?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒类型 · Kind of reminder */
    remind?: Numeric;
    /** 统计来源 · Source (statistics) */
    tjly?: Text;
    /** 领用开始日期 · Claimed from */
    tdate1?: Text;
    /** 领用结束日期 · Claimed until */
    tdate2?: Text;
    /** 关联客户选择模式 · How a customer is chosen */
    checktype?: Text;
    /** 客户分类 · Customer category */
    telsort?: Text;
    /** 供应商总览标识 · Mark of the supplier overview */
    Ismode?: Text;
    /** 销售人员 · Salesperson · options: /sysa/mobilephone/systemmanage/gate_list.asp?stype=check */
    a_cateid?: Text;
    /** 客户价值评估 · Customer value · options: /sysa/mobilephone/source.asp?enumid=14 */
    khjz?: Text;
    /** 客户行业 · Customer industry · options: /sysa/mobilephone/source.asp?enumid=11 */
    khhy?: Text;
    /** 客户来源 · Customer source · options: /sysa/mobilephone/source.asp?enumid=13 */
    khly?: Text;
    /** 添加开始日期 · Added from */
    a_date_0?: Text;
    /** 添加结束日期 · Added until */
    a_date_1?: Text;
    /** 客户id · Customer id */
    telord?: Text;
    /** 客户名称 · Customer name */
    name?: Text;
    /** 拼音码 · Pinyin code */
    pym?: Text;
    /** 客户编号 · Customer number */
    khid?: Text;
    /** 办公电话 · Office phone */
    phone?: Text;
    /** 传真 · Fax */
    fax?: Text;
    /** 客户网址 · Customer website */
    url?: Text;
    /** 人员类型 · Role of the person · 1 领用人员, 2 放弃人员, 3 添加人员, 4 添加人员和领用人员, 5 添加人员和放弃人员, 6 保护人员, 7 未保护人员 */
    catetype?: Choice<1 | 2 | 3 | 4 | 5 | 6 | 7>;
    /** 人员选择 · People · options: /sysa/mobilephone/systemmanage/gate_list.asp?stype=check */
    cateid?: Text | readonly (Text)[];
    /** 客户来源 · Customer source · options: /sysa/mobilephone/source.asp?enumid=13 */
    ly?: Text | readonly (Text)[];
    /** 价值评估 · Value · options: /sysa/mobilephone/source.asp?enumid=14 */
    jz?: Text | readonly (Text)[];
    /** 客户区域 · Customer area · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=check */
    area?: Text | readonly (Text)[];
    /** 客户行业 · Customer industry · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Text | readonly (Text)[];
    /** 客户地址 · Customer address */
    address?: Text;
    /** 邮编 · Postal code */
    zip?: Text;
    /** 备注 · Remarks */
    intro?: Text;
    /** 添加时间 · Time added */
    date1_0?: string;
    /** 添加时间 · Time added */
    date1_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 20 客户指派 · Assign a customer: /webapi/v3/ov1/systemmanage/order?datatype=tel&apihelptype=save */
  'customer.assign': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 指派方式 · Way of assigning · 0 指派给以下用户, 1 对所有用户公开 */
    member1: Choice<0 | 1>;
    /** 指派用户 · Users it is assigned to · required when member1 is 0 · ≤ 50 · options: tree */
    member2?: Text;
  };
  /** 21 客户收回 · Take a customer back: /webapi/v3/ov1/salesmanage/custom/takeback */
  'customer.takeBack': {
    /** 数据唯一标识 · Record id */
    ord?: Text;
  };
  /** 22 客户申请 · Apply for a customer: /webapi/v3/ov1/salesmanage/custom/apply */
  'customer.apply': CallParams['customer.takeBack'];
  /** 23 客户审批 · Approve a customer application: /webapi/v3/ov1/salesmanage/custom/approve?__msgid=onsave */
  'customer.approve': {
    /** 数据唯一标识 · Record id */
    ord?: Text;
    /** 审批结果 · Decision */
    blset?: Text;
  };
  /** 24 客户审核 · Review a customer: /webapi/v3/ov1/salesManage/custom/approve_set?apihelptype=save */
  'customer.review': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 审核结果 · Decision of the review · 1 同意, 2 否决 */
    jg: Choice<1 | 2>;
    /** 审核意见 · Checker's comment · ≤ 500 */
    intro?: Text;
    /** 手写签名 · Handwritten signature · ≤ 50 */
    approveSign?: Text;
  };
  /** 25 客户跟进 · Follow up a customer: /webapi/v3/ov1/systemManage/reply?datatype=tel&apihelptype=save */
  'customer.followUp': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 选择模板 · Text or template · ≤ 1000 · e.g. 106 谈的很好，让发合同, 107 电话无人接听, 108 现在还没考虑, 109 今天谈的不错，让明天面谈, 120 正在考虑中 */
    intro: Text;
    /** 添加附件 · Attachments · ≤ 50 */
    files?: Text;
    /** 跟进方式 · Way of follow-up · e.g. 481 电话, 482 邮件, 483 上门, 484 其他 · options: /sysa/mobilephone/source.asp?enumid=98 */
    sort: Numeric;
    /** 关联联系人 · Contact person · e.g. 0 不关联 */
    lead?: Numeric;
    /** 日程类型 · Kind of schedule · 0 不生成, 1 待完成日程, 2 已完成日程 */
    plantype: Choice<0 | 1 | 2>;
    /** 开始时间 · Start time · required when plantype is 2 */
    '@ret2_0'?: string;
    /** 结束时间 · End time · required when plantype is 2 */
    '@ret2_1'?: string;
    /** 日程内容 · What is scheduled · required when plantype is 2 · ≤ 1000 */
    '@title2'?: Text;
    /** 完成情况 · What was done · required when plantype is 2 · ≤ 1000 */
    '@intro2'?: Text;
    /** 执行人员 · Done by · ≤ 4000 */
    '@cateid'?: Text;
    /** 是否提醒 · Remind · required when plantype is 1 · 0 提醒, 1 不提醒 */
    '@remind'?: Choice<0 | 1>;
    /** 开始时间 · Start time · required when plantype is 1 */
    '@ret_0'?: string;
    /** 结束时间 · End time · required when plantype is 1 */
    '@ret_1'?: string;
    /** 日程内容 · What is scheduled · required when plantype is 1 · ≤ 1000 */
    '@title1'?: Text;
  };
  /** 26 客户共享 · Share a customer: /webapi/v3/ov1/salesManage/custom/share?apihelptype=save */
  'customer.share': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 共享类型 · Shared with whom · 0 共享给以下用户, 1 共享给所有用户 */
    member1: Choice<0 | 1>;
    /** 共享用户 · Users it is shared with · required when member1 is 0 · ≤ 50 · options: tree */
    member2?: Text;
    /** 客户联系人 · Customer's contact persons · 0 否, 1 是 */
    sharecontact: Choice<0 | 1>;
    /** 洽谈进展 · Follow-ups · 0 否, 1 是 */
    replyshare: Choice<0 | 1>;
    /** 客户项目 · Customer's projects · 0 否, 1 是 */
    chanceshare: Choice<0 | 1>;
    /** 客户合同 · Customer's contracts · 0 否, 1 是 */
    contractshare: Choice<0 | 1>;
  };
  /** 27 客户保护 · Protect a customer: /webapi/v3/ov1/salesManage/custom/add?__msgid=profect */
  'customer.protect': CallParams['customer.takeBack'];
  /** 28 客户放弃保护 · Give up protecting a customer: /webapi/v3/ov1/salesManage/custom/add?__msgid=unprofect */
  'customer.unprotect': CallParams['customer.takeBack'];
  /** 30 添加或修改联系人 · Add or edit a contact person: /webapi/v3/ov1/salesmanage/person/add?apihelptype=save */
  'contact.save': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 关联客户 · Customer · options: /sysa/mobilephone/salesManage/custom/list.asp?checktype=radio */
    company: Numeric;
    /** 联系人姓名 · Contact person's name · ≤ 50 */
    person_name: Text;
    /** 拼音码 · Pinyin code · ≤ 50 */
    pym?: Text;
    /** 性别 · Sex · ≤ 50 · 男, 女 */
    sex?: Choice<'男' | '女'>;
    /** 年龄 · Age */
    age?: Numeric;
    /** 生日 · Birthday */
    year1?: string;
    /** 部门 · Department · ≤ 50 */
    part1?: Text;
    /** 职务 · Job title · ≤ 50 */
    job?: Text;
    /** 办公电话 · Office phone · ≤ 50 */
    phone?: Text;
    /** 传真 · Fax · ≤ 50 */
    fax?: Text;
    /** 手机 · Mobile · ≤ 50 */
    mobile?: Text;
    /** 手机 · Mobile · ≤ 50 */
    mobile2?: Text;
    /** 家庭电话 · Home phone · ≤ 50 */
    phone2?: Text;
    /** 电子邮件 · E-mail · ≤ 50 */
    email?: Text;
    /** QQ · QQ · ≤ 20 */
    qq?: Text;
    /** 微信 · WeChat · ≤ 50 */
    weixinAcc?: Text;
    /** 喜鹊声声 · Xique id · ≤ 50 */
    XiQueIntro?: Text;
    /** MSN · MSN · ≤ 50 */
    msn?: Text;
    /** 籍贯 · Native place · ≤ 50 */
    jg?: Text;
    /** 邮编 · Postal code · ≤ 10 */
    zip?: Text;
    /** 爱好特长 · Hobbies and skills · ≤ 3000 */
    joy?: Text;
    /** 备注 · Remarks · ≤ 5000 */
    intro?: Text;
  };
  /** 31 获取联系人详情 · One contact person: /webapi/v3/ov1/salesmanage/person/add?edit=1&apihelptype=get */
  'contact.get': {
    /** 修改模式 · Edit mode */
    edit?: Text;
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 32 获取联系人列表 · Contact persons: /webapi/v3/ov1/salesmanage/person/list */
  'contact.list': {
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 客户ID · Customer id */
    company?: Numeric;
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 关联联系人选择模式 · How a contact person is chosen */
    checktype?: Text;
    /** 联系人姓名 · Contact person's name */
    person_name?: Text;
    /** 拼音码 · Pinyin code */
    pym?: Text;
    /** 客户名称 · Customer name */
    name?: Text;
    /** 客户分类 · Customer category */
    telsort?: Text | readonly (Text)[];
    /** 客户区域 · Customer area · options: /sysa/mobilephone/systemmanage/area_list.asp?stype=check */
    area?: Text | readonly (Text)[];
    /** 客户行业 · Customer industry · options: /sysa/mobilephone/source.asp?enumid=11 */
    trade?: Text | readonly (Text)[];
    /** 部门 · Department */
    part1?: Text;
    /** 职务 · Job title */
    job?: Text;
    /** 手机 · Mobile */
    mobile?: Text;
    /** 办公电话 · Office phone */
    phone?: Text;
    /** 传真 · Fax */
    fax?: Text;
    /** QQ · QQ */
    qq?: Text;
    /** 电子邮件 · E-mail */
    email?: Text;
    /** 联系人爱好 · Contact person's hobbies */
    joy?: Text;
    /** 联系人备注 · Remarks on the contact person */
    intro?: Text;
    /** 性别 · Sex */
    sex?: Text | readonly (Text)[];
    /** 添加时间 · Time added */
    date1_0?: string;
    /** 添加时间 · Time added */
    date1_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 33 联系人跟进 · Follow up a contact person: /webapi/v3/ov1/systemManage/reply?datatype=person&apihelptype=save */
  'contact.followUp': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 选择模板 · Text or template · ≤ 1000 · e.g. 106 谈的很好，让发合同, 107 电话无人接听, 108 现在还没考虑, 109 今天谈的不错，让明天面谈, 120 正在考虑中 */
    intro: Text;
    /** 添加附件 · Attachments · ≤ 50 */
    files?: Text;
    /** 跟进方式 · Way of follow-up · e.g. 481 电话, 482 邮件, 483 上门, 484 其他 · options: /sysa/mobilephone/source.asp?enumid=98 */
    sort: Numeric;
    /** 日程类型 · Kind of schedule · 0 不生成, 1 待完成日程, 2 已完成日程 */
    plantype: Choice<0 | 1 | 2>;
    /** 开始时间 · Start time · required when plantype is 2 */
    '@ret2_0'?: string;
    /** 结束时间 · End time · required when plantype is 2 */
    '@ret2_1'?: string;
    /** 日程内容 · What is scheduled · required when plantype is 2 · ≤ 1000 */
    '@title2'?: Text;
    /** 完成情况 · What was done · required when plantype is 2 · ≤ 1000 */
    '@intro2'?: Text;
    /** 执行人员 · Done by · ≤ 4000 */
    '@cateid'?: Text;
    /** 是否提醒 · Remind · required when plantype is 1 · 0 提醒, 1 不提醒 */
    '@remind'?: Choice<0 | 1>;
    /** 开始时间 · Start time · required when plantype is 1 */
    '@ret_0'?: string;
    /** 结束时间 · End time · required when plantype is 1 */
    '@ret_1'?: string;
    /** 日程内容 · What is scheduled · required when plantype is 1 · ≤ 1000 */
    '@title1'?: Text;
  };
  /** 36 获取项目列表 · Projects: /webapi/v3/ov1/salesmanage/chance/list */
  'project.list': {
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 来源 · Source */
    ly?: Text;
    /** 发现日期 · Date found */
    tdate1?: Text;
    /** 预计签单日期 · Expected signing date */
    tdate2?: Text;
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 客户id · Customer id */
    company?: Text;
    /** 是否可以质检 · Can be inspected */
    isCanQA?: Text;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 关联单据选择模式 · How a document is chosen */
    checktype?: Text;
    /** 领用人Id · Id of the person who claimed it */
    a_cateid?: Text;
    /** 发现日期-开始 · Found from */
    a_date_0?: Text;
    /** 发现日期-结束 · Found until */
    a_date_1?: Text;
    /** 预计签单日期-开始 · Expected signing from */
    a_date2_0?: Text;
    /** 预计签单日期-结束 · Expected signing until */
    a_date2_1?: Text;
    /** 项目状态 · Project state */
    complete1?: Text | readonly (Text)[];
    /** 项目来源 · Project source */
    sorce?: Text | readonly (Text)[];
    /** 项目阶段 · Project stage */
    complete2?: Text | readonly (Text)[];
    /** 项目主题 · Project subject */
    title?: Text;
    /** 项目编号 · Project number */
    xmid?: Text;
    /** 客户名称 · Customer name */
    cName?: Text;
    /** 客户地址 · Customer address */
    cAddr?: Text;
    /** 办公电话 · Office phone */
    cPhone?: Text;
    /** 传真 · Fax */
    cFax?: Text;
    /** 项目分类 · Project category */
    trade?: Text | readonly (Text)[];
    /** 项目地区 · Project area */
    area?: Text | readonly (Text)[];
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 37 获取项目详情 · One project: /webapi/v3/ov1/salesmanage/chance/add?apihelptype=get */
  'project.get': {
    /** 数据唯一标识 · Record id */
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
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 审批金额 · Amount approved */
    '@__sp_money': Numeric;
    /** 审批结果 · Decision · e.g. 1 同意, 2 否决 */
    '@__sp_result': Numeric;
    /** 审批意见 · Approver's comment · ≤ 50 */
    '@__sp_intro'?: Text;
    /** 手写签名 · Handwritten signature · ≤ 50 */
    '@__sp_sign'?: Text;
    /** @bill.approve.list · ≤ 50 */
    '@bill.approve.list'?: Text;
  };
  /** 42 添加合同明细 · Add lines to a contract: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=addToContract */
  'contractLine.add': {
    /** 产品ID值 · Product id */
    ord: Numeric;
    /** 产品数量 · Quantity of the product */
    num1?: Numeric;
    /** 客户ID值 · Customer id */
    company?: Numeric;
  };
  /** 43 编辑合同明细列表 · Lines of a contract being edited: /webapi/v3/ov1/salesmanage/contract/contractlist */
  'contractLine.list': {
    /** 关联客户ID · Customer id */
    company?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 44 编辑合同明细删除 · Delete a contract line: /webapi/v3/ov1/salesmanage/contract/contractlist?__msgId=delete&batch=0 */
  'contractLine.delete': {
    /** 删除方式标记 · One or all */
    batch?: Text;
    /** 数据唯一标识 · Record id */
    id?: Text;
  };
  /** 45 编辑合同明细 · Edit a contract line: /webapi/v3/ov1/salesmanage/contract/contractlist_edit?apihelptype=save */
  'contractLine.save': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 产品id · Product id · ≤ 50 */
    productOrd?: Text;
    /** 积分 · Points · ≤ 50 */
    jf_per_num?: Text;
    /** 是否含税 · Tax included · ≤ 50 */
    includeTax?: Text;
    /** 产品名称 · Product name · ≤ 50 */
    title?: Text;
    /** 编号 · Number · ≤ 50 */
    order1?: Text;
    /** 型号 · Model · ≤ 50 */
    type1?: Text;
    /** 单位 · Unit · options: /sysa/mobilephone/salesmanage/contract/UnitChange.asp?ord=0&company=0 */
    unit: Numeric;
    /** 数量 · Quantity */
    num1: Numeric;
    /** 未税单价 · Unit price before tax · max 999999999 */
    price1: Numeric;
    /** 折扣 · Discount · ≤ 50 */
    discountValue: Text;
    /** 折扣 · Discount */
    discount: Numeric;
    /** 未税折后单价 · Discounted unit price before tax · max 999999999 */
    priceAfterDiscount: Numeric;
    /** 含税单价 · Unit price with tax · max 999999999 */
    priceIncludeTax: Numeric;
    /** 含税折后单价 · Discounted unit price with tax · max 999999999 */
    priceAfterTaxPre: Numeric;
    /** 票据类型 · Kind of invoice · e.g. 0 不开票 */
    invoiceType: Numeric;
    /** 税率 · Tax rate · max 999999999 */
    taxRate: Numeric;
    /** 税后总价 · Total with tax · max 999999999 */
    moneyAfterTax: Numeric;
    /** 明细优惠 · Reduction of the line · max 999999999 */
    concessions: Numeric;
    /** 优惠后单价 · Unit price after reduction · max 999999999 */
    priceAfterTax: Numeric;
    /** 金额 · Amount · max 999999999 */
    moneyAfterConcessions: Numeric;
    /** 优惠后总价 · Total after reduction · max 999999999 */
    money1: Numeric;
    /** 税额 · Tax · max 999999999 */
    taxValue: Numeric;
    /** 建议进价 · Suggested purchase price · max 999999999 */
    pricejy: Numeric;
    /** 建议总价 · Suggested total · max 999999999 */
    tpricejy: Numeric;
    /** 交货日期 · Delivery date */
    date2?: string;
    /** 备注 · Remarks · ≤ 50 */
    intro?: Text;
    /** 自定义1 · Custom field 1 · ≤ 50 */
    '@InheritId_id_1'?: Text;
    /** 自定义2 · Custom field 2 · ≤ 50 */
    '@InheritId_id_2'?: Text;
    /** 自定义3 · Custom field 3 · ≤ 50 */
    '@InheritId_id_3'?: Text;
    /** 自定义4 · Custom field 4 · ≤ 50 */
    '@InheritId_id_4'?: Text;
    /** 自定义5 · Custom field 5 · e.g. 1 红色, 2 白色, 3 黄色, 4 绿色, 5 灰色 */
    '@InheritId_id_5'?: Numeric;
    /** 自定义6 · Custom field 6 · e.g. 6 大码, 7 中码, 8 小码 */
    '@InheritId_id_6'?: Numeric;
    /** 积分 · Points */
    jf: Numeric;
  };
  /** 46 编辑合同明细单位选择 · Choose the unit of a contract line: /webapi/v3/ov1/salesmanage/contract/UnitChange?ord=0&__unit=0&company=0&apihelptype=get */
  'contractLine.unit': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 客户ID值 · Customer id */
    company?: Text;
  };
  /** 47 添加或修改合同 · Add or edit a contract: /webapi/v3/ov1/salesmanage/contract/add?apihelptype=save */
  'contract.save': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 关联客户 · Customer · options: /sysa/mobilephone/salesmanage/custom/list.asp?datatype=addcontract&checktype=redio */
    company: Numeric;
    /** 合同编号 · Contract number · ≤ 50 */
    htid: Text;
    /** 合同主题 · Contract subject · ≤ 100 */
    title: Text;
    /** 签订日期 · Date signed */
    date3: string;
    /** 开始日期 · Start date */
    date1: string;
    /** 结束日期 · End date */
    date2?: string;
    /** 销售人员 · Salesperson · options: /sysa/mobilephone/systemManage/gate_list.asp?sort=4&stype=radio */
    cateid?: Text;
    /** 对方代表 · Their representative · options: /sysa/mobilephone/salesManage/person/list.asp?checktype=radio */
    person2id?: Text;
    /** 合同分类 · Contract category · e.g. 192 产品销售, 193 商务服务, 194 代理分销, 985 技术服务 */
    sort: Numeric;
    /** 合同状态 · Contract state · e.g. 195 生效执行中, 196 执行完毕, 197 意外终止, 354 需要开电子发票 */
    complete1?: Numeric;
    /** 币种 · Currency · e.g. 14 人民币 */
    bz: Numeric;
    /** 合同概要 · Contract summary · ≤ 4000 */
    intro?: Text;
    /** 关联项目 · Project · ≤ 50 */
    chance?: Text;
    /** 合同总额 · Contract total · max 999999999 */
    premoney: Numeric;
    /** 优惠总额 · Reduction in all · max 999999999 */
    yhvalue: Numeric;
    /** 优惠后总额 · Total after reduction · max 999999999 */
    money1: Numeric;
    /** 收款计划 · Receipt plan · e.g. 0 自动生成, 3 出库自动收款, 4 发货自动收款, 5 开票自动收款, 6 对账手动生成 */
    fqhk: Numeric;
    /** 开票计划 · Invoicing plan · e.g. 1 自动开票, 3 出库自动开票, 4 发货自动开票 */
    invoicePlan: Numeric;
    /** 开票类型 · Kind of invoicing · e.g. 0 不开票, 2 明细 */
    invoiceMode: Numeric;
    /** 运杂费 · Freight and sundries · max 999999999 */
    extras?: Numeric;
    /** 维修单id */
    '维修单id'?: Numeric;
    /** 合同明细 · Contract lines · ≤ 50 */
    '@contractlist'?: Text;
    /** 付款方式 · Payment method · ≤ 100 */
    jh_intro3?: Text;
    /** 交货地址 · Delivery address · ≤ 100 */
    jh_intro4?: Text;
    /** 交货方式 · Way of delivery · ≤ 100 */
    jh_intro5?: Text;
    /** 交货时间 · Time of delivery · ≤ 100 */
    jh_intro6?: Text;
    /** 配件 · Accessories · ≤ 100 */
    jh_intro1?: Text;
    /** 备注 · Remarks · ≤ 500 */
    jh_intro2?: Text;
  };
  /** 48 合同关联客户 · Customers to choose for a contract: /webapi/v3/ov1/salesmanage/custom/list?datatype=addcontract&checktype=redio */
  'contract.customers': {
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 数据模式 · Data mode · 1 客户池, 2 待审核客户, 3 已保护客户, 4 已共享客户, 5 被共享客户 */
    stype?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒类型 · Kind of reminder */
    remind?: Numeric;
    /** 统计来源 · Source (statistics) */
    tjly?: Text;
    /** 领用开始日期 · Claimed from */
    tdate1?: Text;
    /** 领用结束日期 · Claimed until */
    tdate2?: Text;
    /** 关联客户选择模式 · How a customer is chosen */
    checktype?: Text;
    /** 客户分类 · Customer category */
    telsort?: Text;
    /** 供应商总览标识 · Mark of the supplier overview */
    Ismode?: Text;
    /** 销售人员 · Salesperson */
    a_cateid?: Text;
    /** 客户价值评估 · Customer value */
    khjz?: Text;
    /** 客户行业 · Customer industry */
    khhy?: Text;
    /** 客户来源 · Customer source */
    khly?: Text;
    /** 添加开始日期 · Added from */
    a_date_0?: Text;
    /** 添加结束日期 · Added until */
    a_date_1?: Text;
    /** 客户id · Customer id */
    telord?: Text;
    /** 客户名称 · Customer name */
    name?: Text;
    /** 拼音码 · Pinyin code */
    pym?: Text;
    /** 客户编号 · Customer number */
    khid?: Text;
    /** 办公电话 · Office phone */
    phone?: Text;
    /** 传真 · Fax */
    fax?: Text;
    /** 客户网址 · Customer website */
    url?: Text;
    /** 人员类型 · Role of the person · 1 领用人员, 2 放弃人员, 3 添加人员, 4 添加人员和领用人员, 5 添加人员和放弃人员, 6 保护人员, 7 未保护人员 */
    catetype?: Choice<1 | 2 | 3 | 4 | 5 | 6 | 7>;
    /** 人员选择 · People */
    cateid?: Text | readonly (Text)[];
    /** 客户来源 · Customer source */
    ly?: Text | readonly (Text)[];
    /** 价值评估 · Value */
    jz?: Text | readonly (Text)[];
    /** 客户区域 · Customer area */
    area?: Text | readonly (Text)[];
    /** 客户行业 · Customer industry */
    trade?: Text | readonly (Text)[];
    /** 客户地址 · Customer address */
    address?: Text;
    /** 邮编 · Postal code */
    zip?: Text;
    /** 备注 · Remarks */
    intro?: Text;
    /** 添加时间 · Time added */
    date1_0?: string;
    /** 添加时间 · Time added */
    date1_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 49 合同关联对方代表 · Contact persons to choose for a contract: /webapi/v3/ov1/salesManage/person/list?checktype=radio */
  'contract.contacts': {
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 客户ID · Customer id */
    company?: Numeric;
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 关联联系人选择模式 · How a contact person is chosen */
    checktype?: Text;
    /** 联系人姓名 · Contact person's name */
    person_name?: Text;
    /** 拼音码 · Pinyin code */
    pym?: Text;
    /** 客户名称 · Customer name */
    name?: Text;
    /** 客户分类 · Customer category */
    telsort?: Text | readonly (Text)[];
    /** 客户区域 · Customer area */
    area?: Text | readonly (Text)[];
    /** 客户行业 · Customer industry */
    trade?: Text | readonly (Text)[];
    /** 部门 · Department */
    part1?: Text;
    /** 职务 · Job title */
    job?: Text;
    /** 手机 · Mobile */
    mobile?: Text;
    /** 办公电话 · Office phone */
    phone?: Text;
    /** 传真 · Fax */
    fax?: Text;
    /** QQ · QQ */
    qq?: Text;
    /** 电子邮件 · E-mail */
    email?: Text;
    /** 联系人爱好 · Contact person's hobbies */
    joy?: Text;
    /** 联系人备注 · Remarks on the contact person */
    intro?: Text;
    /** 性别 · Sex */
    sex?: Text | readonly (Text)[];
    /** 添加时间 · Time added */
    date1_0?: string;
    /** 添加时间 · Time added */
    date1_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 50 获取合同列表 · Contracts: /webapi/v3/ov1/salesmanage/contract/billlist */
  'contract.list': {
    /** 列表模式 · List mode · 1 待审批合同, 2 即将到期合同 */
    stype?: Choice<1 | 2>;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 提醒类型 · Kind of reminder · e.g. 14 合同审批, 17 员工合同到期, 21 合同到期, 23 合同交货, 128 员工合同审批, 151 最新合同, 156 员工合同到期, 201 合同共享 */
    remind?: Text;
    /** 来源 · Source */
    ly?: Text;
    /** 添加时间-开始 · Added from */
    tdate1?: Text;
    /** 添加时间-结束 · Added until */
    tdate2?: Text;
    /** 币种 · Currency */
    bzpara?: Text;
    /** 关联单据选择模式 · How a document is chosen */
    checktype?: Text;
    /** 销售人员 · Salesperson */
    a_cateid?: Text;
    /** 合同来源 · Contract source */
    a_sort1?: Text;
    /** 签订日期-开始 · Signed from */
    a_date_0?: Text;
    /** 签订日期-结束 · Signed until */
    a_date_1?: Text;
    /** 合同状态 · Contract state */
    a_sort2?: Text;
    /** 合同分类 · Contract category */
    a_sort3?: Text;
    /** 人员类型 · Role of the person · 1 销售人员, 2 创建人员 */
    catetype?: Choice<1 | 2>;
    /** 人员选择 · People */
    cateid?: Text | readonly (Text)[];
    /** 币种 · Currency */
    bz?: Text | readonly (Text)[];
    /** 合同分类 · Contract category */
    htfl?: Text | readonly (Text)[];
    /** 合同状态 · Contract state */
    htzt?: Text | readonly (Text)[];
    /** 合同主题 · Contract subject */
    title?: Text;
    /** 合同编号 · Contract number */
    htbh?: Text;
    /** 客户名称 · Customer name */
    khmc?: Text;
    /** 合同金额上限 · Contract amount, upper limit */
    htmoney_0?: Numeric;
    /** 合同金额下限 · Contract amount, lower limit */
    htmoney_1?: Numeric;
    /** 优惠后金额上限 · Amount after reduction, upper limit */
    moneyall_0?: Numeric;
    /** 优惠后金额下限 · Amount after reduction, lower limit */
    moneyall_1?: Numeric;
    /** 签订日期 · Date signed */
    dateQD_0?: string;
    /** 签订日期 · Date signed */
    dateQD_1?: string;
    /** 开始日期 · Start date */
    dateKS_0?: string;
    /** 开始日期 · Start date */
    dateKS_1?: string;
    /** 终止日期 · End date */
    dateZZ_0?: string;
    /** 终止日期 · End date */
    dateZZ_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 51 合同洽谈进展 · Follow up a contract: /webapi/v3/ov1/systemManage/reply?datatype=contract&apihelptype=save */
  'contract.followUp': CallParams['contact.followUp'];
  /** 52 合同共享 · Share a contract: /webapi/v3/ov1/salesManage/contract/share?apihelptype=save */
  'contract.share': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 共享用户类型 · Shared with whom · 0 共享给以下用户, 1 共享给所有用户 */
    member1: Choice<0 | 1>;
    /** 共享用户集合 · Users it is shared with · required when member1 is 0 · ≤ 50 · options: tree */
    member2?: Text;
  };
  /** 53 合同审批 · Approve a contract: /webapi/v3/ov1/systemmanage/approve?dtype=2&apihelptype=save */
  'contract.approve': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 审批金额 · Amount approved */
    '@__sp_money': Numeric;
    /** 审批结果 · Decision · e.g. 1 同意, 2 否决, 3 退回 */
    '@__sp_result': Numeric;
    /** 审批意见 · Approver's comment · ≤ 50 */
    '@__sp_intro'?: Text;
    /** 手写签名 · Handwritten signature · ≤ 50 */
    '@__sp_sign'?: Text;
    /** @bill.approve.list · ≤ 50 */
    '@bill.approve.list'?: Text;
  };
  /** 56 获取售后服务列表 · After-sales services: /webapi/v3/ov1/salesmanage/service/list */
  'service.list': {
    /** 提醒类型 · Kind of reminder · e.g. 22 待处理售后, 137 最新售后, 202 售后共享 */
    remind?: Text;
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 关联单据选择模式 · How a document is chosen */
    checktype?: Text;
    /** 人员类型 · Role of the person */
    catetype?: Text | readonly (Text)[];
    /** 人员选择 · People */
    cateid?: Text | readonly (Text)[];
    /** 紧急程度 · Urgency */
    great1?: Text | readonly (Text)[];
    /** 处理结果 · Outcome */
    result1?: Text | readonly (Text)[];
    /** 售后分类 · Service category */
    sort1?: Text | readonly (Text)[];
    /** 售后主题 · Service subject */
    title?: Text;
    /** 售后编号 · Service number */
    shid?: Text;
    /** 售后内容 · What the service is about */
    introts?: Text;
    /** 处理内容 · What was done */
    introN?: Text;
    /** 备注 · Remarks */
    introb?: Text;
    /** 客户分类 · Customer category */
    telsort?: Text | readonly (Text)[];
    /** 客户价值 · Customer value */
    teljz?: Text | readonly (Text)[];
    /** 客户区域 · Customer area */
    area?: Text | readonly (Text)[];
    /** 客户名称 · Customer name */
    TelName?: Text;
    /** 产品名称 · Product name */
    ProName?: Text;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 57 获取售后服务详情 · One after-sales service: /webapi/v3/ov1/salesmanage/service/add?apihelptype=get */
  'service.get': CallParams['project.get'];
  /** 58 售后服务处理 · Handle an after-sales service: /webapi/v3/ov1/salesmanage/service/chuli?apihelptype=save */
  'service.handle': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 指派售后 · Service assigned to · ≤ 50 */
    cateid: Text;
    /** info1 · ≤ 4000 */
    info1: Text;
    /** 客户销售人员 · Customer's salesperson · ≤ 50 */
    cate: Text;
    /** 处理结果 · Outcome · ≤ 50 */
    intro: Text;
  };
  /** 61 添加或修改售后维修 · Add or edit a repair: /webapi/v3/ov1/salesmanage/repair/DealAdd?apihelptype=save */
  'repair.save': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** 维修单主题 · Repair subject · ≤ 100 */
    title: Text;
    /** 维修单编号 · Repair number · ≤ 100 */
    SerialNumber: Text;
    /** 关联受理单 · Acceptance order · options: /sysa/mobilephone/salesmanage/repair/list.asp?datatype=addDeal&checktype=radio */
    repair_sl: Numeric;
    /** 维修流程 · Repair process · e.g. 1 维修流程 */
    ProcessID: Numeric;
    /** 维修概要 · Repair summary · ≤ 500 */
    Summary?: Text;
    /** hiddentmp · ≤ 50 */
    hiddentmp?: Text;
    /** 数量 · Quantity · max 999999999 */
    num: Numeric;
    /** 维修费 · Repair charge · max 999999999 */
    Cost: Numeric;
  };
  /** 62 获取售后维修列表 · Repairs: /webapi/v3/ov1/salesmanage/repair/Deallist */
  'repair.list': {
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 63 获取售后维修详情 · One repair: /webapi/v3/ov1/salesmanage/repair/Dealcontent?apihelptype=get */
  'repair.get': CallParams['project.get'];
  /** 66 获取采购列表 · Purchases: /webapi/v3/ov1/storemanage/caigou/list */
  'purchase.list': {
    /** 提醒类型 · Kind of reminder · e.g. 9 采购到货, 16 采购审批 */
    remind?: Text;
    /** 预购id · Purchase request id */
    yugouId?: Text;
    /** 采购id · Purchase id */
    caigouId?: Text;
    /** ScanFlag */
    ScanFlag?: Text;
    /** 列表模式 · List mode · 1 所有待审批, 2 到货提醒, 3 所有未通过 */
    stype?: Choice<1 | 2 | 3>;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 采购主题 · Purchase subject */
    title?: Text;
    /** 采购编号 · Purchase number */
    cgid?: Text;
    /** 采购概要 · Purchase summary */
    intro?: Text;
    /** 采购分类 · Purchase category */
    cgsort?: Text | readonly (Text)[];
    /** 入库状态 · State of receipt into stock */
    rkStatus?: Text | readonly (Text)[];
    /** 人员选择 · People */
    cateid?: Text | readonly (Text)[];
    /** 供应商名称 · Supplier name */
    TelName?: Text;
    /** 添加时间 · Time added */
    date7_0?: string;
    /** 添加时间 · Time added */
    date7_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
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
    /** 列表模式 · List mode */
    dataType?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 74 获取仓库列表 · Warehouses: /webapi/apiHelper/stock/Stock/GetWarehouses */
  'warehouse.list': Record<never, never>;
  /** 77 获取入库列表 · Receipts into stock: /webapi/v3/ov1/storemanage/kuin/list */
  'stockIn.list': {
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 来源 · Source */
    ly?: Text;
    /** tdate1 */
    tdate1?: Text;
    /** tdate2 */
    tdate2?: Text;
    /** 入库编号 · Stock receipt number */
    rkbh?: Text;
    /** 入库主题 · Stock receipt subject */
    title?: Text;
    /** 入库状态 · State of receipt into stock */
    rkzt?: Text | readonly (Text)[];
    /** 审批状态 · Approval state */
    status?: Text | readonly (Text)[];
    /** 入库类别 · Kind of stock receipt */
    rklb?: Text | readonly (Text)[];
    /** 关联供应商 · Supplier */
    glgys?: Text;
    /** 关联采购 · Purchase */
    glcg?: Text;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 78 获取入库详情 · One receipt into stock: /webapi/v3/ov1/storemanage/kuin/detail?apihelptype=get */
  'stockIn.get': CallParams['project.get'];
  /** 79 获取入库产品明细 · Product lines of receipts: /webapi/v3/ov1/storemanage/kuin/MoreKuinList */
  'stockIn.lines': {
    /** 入库单ID · Stock receipt id */
    ord?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 84 获取发货详情 · One delivery: /webapi/v3/ov1/storemanage/sent/detail?apihelptype=get */
  'delivery.get': {
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
  };
  /** 85 获取发货产品明细 · Product lines of deliveries: /webapi/v3/ov1/storemanage/sent/moresendlist */
  'delivery.lines': {
    /** 发货ID · Delivery id */
    ord?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 86 获取发货列表 · Deliveries: /webapi/v3/ov1/storemanage/sent/list */
  'delivery.list': {
    /** 列表模式 · List mode */
    stype?: Numeric;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 关联单据选择模式 · How a document is chosen */
    checktype?: Text;
    /** 发货主题 · Delivery subject */
    title?: Text;
    /** 发货单号 · Delivery number */
    fhbh?: Text;
    /** 应发日期 · Date due for delivery */
    dateYF_0?: string;
    /** 应发日期 · Date due for delivery */
    dateYF_1?: string;
    /** 实发日期 · Date really delivered */
    dateSF_0?: string;
    /** 实发日期 · Date really delivered */
    dateSF_1?: string;
    /** 发货方式 · Way of delivery */
    fhfs?: Text | readonly (Text)[];
    /** 客户名称 · Customer name */
    khmc?: Text;
    /** 客户区域 · Customer area */
    area?: Text | readonly (Text)[];
    /** 发货人 · Sent by */
    cateid?: Text | readonly (Text)[];
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 89 获取产品单位列表 · Product units: /webapi/apiHelper/sale/Product/GetProductUnitLists */
  'product.units': Record<never, never>;
  /** 90 获取产品分类信息 · Product categories: /webapi/v3/ov1/systemManage/product_sort_list?stype=check&apihelptype=get */
  'product.categories': {
    /** 数据类型 · Kind of data */
    stype?: Text;
  };
  /** 91 获取发票类型列表 · Invoice types: /webapi/apiHelper/sale/Product/GetInvoiceTypesLists */
  'product.invoiceTypes': Record<never, never>;
  /** 92 获取产品列表 · Products: /webapi/v3/ov1/salesmanage/product/billlist */
  'product.list': {
    /** 列表模式 · List mode */
    listadd?: Text;
    /** 客户ID · Customer id */
    company?: Text;
    /** 供应商ID · Supplier id */
    specialCompany?: Text;
    /** 客户类型ID · Id of the kind of customer */
    companyFromType?: Text;
    /** 销售人员ID · Salesperson id */
    htcateid?: Text;
    /** 是否用具选择页面 · Page for choosing tools */
    IsTools?: Text;
    /** 币种 · Currency */
    bz?: Text;
    /** 维修单ID · Repair id */
    repairOrder?: Text;
    /** 是否选择产品 · Products are chosen */
    secpro?: Text;
    /** 单据类型 · Kind of document */
    fromtype?: Text;
    /** 已加购总数量 · Quantity chosen so far */
    totalNum?: Text;
    /** 已加购总个数 · Number of products chosen so far */
    totalCount?: Text;
    /** 单据标记 · Mark of the document */
    flag?: Text;
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 产品ord · Product ids */
    ords?: Text | readonly (Text)[];
    /** 产品分类ID · Product category id */
    idProductClass?: Text;
    /** 产品名称 · Product name */
    cpname?: Text;
    /** 产品编号 · Product number */
    cpbh?: Text;
    /** 产品型号 · Product model */
    cpxh?: Text;
    /** 条形码 · Bar code */
    txm?: Text;
    /** 库存下限上限 · Lower stock limit, at most */
    kcxx_0?: Numeric;
    /** 库存下限下限 · Lower stock limit, at least */
    kcxx_1?: Numeric;
    /** 库存上限上限 · Upper stock limit, at most */
    kcsx_0?: Numeric;
    /** 库存上限下限 · Upper stock limit, at least */
    kcsx_1?: Numeric;
    /** 人员选择 · People */
    cateid?: Text | readonly (Text)[];
    /** 添加日期 · Date added */
    adddate_0?: string;
    /** 添加日期 · Date added */
    adddate_1?: string;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 93 获取产品详情 · One product: /webapi/v3/ov1/salesmanage/product/billService?apihelptype=get */
  'product.get': {
    /** 客户ID · Customer id */
    company?: Text;
    /** 维修单ID · Repair id */
    repairOrder?: Text;
    /** PID */
    PID?: Text;
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 产品ID · Product id */
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
    /** 物料清单父件信息 · Parent of the BOM */
    BomItem: {
      /** 唯一标识 · Id */
      ID: Numeric;
      /** 产品ID · Product id */
      ProductID: Numeric;
      /** 物料清单子件BOM的ID · BOM id of the component */
      ChildID?: Numeric;
      /** 产品单位Id · Id of the product's unit */
      UnitId: Numeric;
      /** 产品比例 · Product ratio */
      Bl: Numeric;
      /** 数量 · Quantity */
      Num: Numeric;
      /** 产品角色 · Product role · 0 自制件, 1 委外件, 2 外购件 */
      Role: Choice<0 | 1 | 2>;
      /** 工艺路线ID · Routing id */
      WorkingFlowsID?: Numeric;
      /** 损耗率 · Scrap rate */
      Wastage: Numeric;
      /** 领料方式 · Way of issue · 1 正常领料, 2 入库倒冲 */
      Mtype: Choice<1 | 2>;
      /** 物料清单明细删除状态 · Deletion state of the BOM line · 1 正常, 2 删除 */
      Del: Choice<1 | 2>;
      /** 物料清单明细子件 · Components of the BOM */
      BomItems?: readonly {
        /** 唯一标识 · Id */
        ID: Numeric;
        /** 产品ID · Product id */
        ProductID: Numeric;
        /** 物料清单子件BOM的ID · BOM id of the component */
        ChildID?: Numeric;
        /** 产品单位Id · Id of the product's unit */
        UnitId: Numeric;
        /** 产品比例 · Product ratio */
        Bl: Numeric;
        /** 数量 · Quantity */
        Num: Numeric;
        /** 产品角色 · Product role · 0 自制件, 1 委外件, 2 外购件 */
        Role: Choice<0 | 1 | 2>;
        /** 工艺路线ID · Routing id */
        WorkingFlowsID?: Numeric;
        /** 损耗率 · Scrap rate */
        Wastage: Numeric;
        /** 领料方式 · Way of issue · 1 正常领料, 2 入库倒冲 */
        Mtype: Choice<1 | 2>;
        /** 物料清单明细删除状态 · Deletion state of the BOM line · 1 正常, 2 删除 */
        Del: Choice<1 | 2>;
        /** 物料清单明细子件 · Components of the BOM */
        BomItems?: readonly (Record<string, unknown>)[];
      }[];
    };
    /** 唯一标识 · Id */
    ID: Numeric;
    /** 物料清单编号 · BOM number */
    Code?: Text;
    /** 单据主题 · Document subject */
    Title: Text;
    /** 物料清单类型 · Kind of BOM · 0 物料清单组件, 1 物料清单 */
    BillType: Choice<0 | 1>;
    /** 物料清单主辅 · Main or auxiliary BOM · 0 辅, 1 主 */
    IsMain: Choice<0 | 1>;
    /** 备注 · Remarks */
    Intro?: Text;
    /** 物料清单来源 · Source of the BOM · 0 手动添加, 1 合同, 2 报价, 3 设计 */
    FromType: Choice<0 | 1 | 2 | 3>;
    /** 物料清单来源ID · Id of the BOM's source */
    FromID?: Numeric;
    /** 物料清单删除状态 · Deletion state of the BOM · 1 正常, 2 删除 */
    Del: Choice<1 | 2>;
  };
  /** 98 物料清单列表(适用V32.10已有功能) · Bills of materials (32.10): /webapi/apiHelper/produce/Bom/GetBoms */
  'productionBom.list': {
    /** 页数 · Page number */
    PageNumber?: Numeric;
    /** 每页大小 · Rows per page */
    PageSize?: Numeric;
    /** 编号 · Number */
    Code?: Text;
    /** 主题 · Subject */
    Title?: Text;
    /** 开始日期 · Start date */
    StartTime?: string;
    /** 结束日期 · End date */
    EndTime?: string;
    /** 检索类型 · Kind of search · 0 全量数据, 1 变量数量 */
    SearchType?: Choice<0 | 1>;
  };
  /** 101 获取设备列表 · Machines: /webapi/apiHelper/produce/Machine/GetMachines */
  'machine.list': CallParams['productionBom.list'];
  /** 110 派工添加 · Add work orders: /webapi/apiHelper/produce/WorkAssigns/SaveWorkAssigns */
  'workOrder.save': {
    /** 派工编号 · Work order number */
    Code?: Text;
    /** 派工主题 · Work order subject */
    Title: Text;
    /** 派工时间 · Time of the work order */
    DateWA?: string;
    /** 是否需要派工质检 · Must be inspected · 0 不需要质检, 1 需要质检 */
    ExecQcCheck?: Choice<0 | 1>;
    /** 添加人ID · Id of the person who added it */
    CreatorID?: Numeric;
    /** 派工产品ID · Id of the product to make */
    ProductID: Numeric;
    /** 派工产品单位ID · Unit id of the product to make */
    UnitID: Numeric;
    /** 派工数量 · Quantity to make */
    NumMake: Numeric;
    /** 被派人员ID或姓名 · Worker's id or name */
    Cateid_WA: Text;
    /** 计划开工日期 · Planned start */
    DateStart: string;
    /** 计划完工日期 · Planned end */
    DateEnd: string;
    /** 交货日期 · Delivery date */
    DateDelivery: string;
    /** 序列号是否开启 · Uses serial numbers */
    IsHasXLH?: boolean;
    /** 序列号 · Serial number */
    SerialNumberCode?: Text | readonly (Text)[];
    /** 批号是否开启 · Uses batch numbers */
    IsHasPH?: boolean;
    /** 批号 · Batch number */
    BatchNumberCode?: Text | readonly (Text)[];
    /** 优先级 · Priority */
    Priority?: Numeric;
    /** 备注 · Remarks */
    Remark?: Text;
    /** 所需物料列表 · Materials needed */
    WorkAssignItems?: readonly {
      /** 产品ID · Product id */
      ProductID?: Numeric;
      /** 单位ID · Unit id */
      UnitID?: Numeric;
      /** 产品比例 · Product ratio */
      Bl?: Numeric;
      /** 所需数量 · Quantity needed */
      NeedNum?: Numeric;
      /** 损耗率 · Scrap rate */
      WastAge?: Numeric;
      /** 到货日期 · Date of arrival */
      ReceivedDate?: string;
      /** 备注 · Remarks */
      Intro?: Text;
    }[];
    /** 工序执行列表 · Operations to do */
    WorkAssignWFPs?: readonly {
      /** 加工次序 · Order of processing */
      RowIndex?: Numeric;
      /** 工序ID · Operation id */
      WorkingProcedureID?: Numeric;
      /** 是否委外 · Outsourced · 0 自制, 1 委外 */
      IsOut?: Choice<0 | 1>;
      /** 工作中心 · Work centre */
      WorkCenterName?: Text;
      /** 主负责人ID或姓名 · Id or name of the person in charge */
      CateIDs: Text;
      /** 换算比例 · Conversion ratio */
      ConversionBL?: Numeric;
      /** 加工数量 · Quantity to process */
      NumMake?: Numeric;
      /** 计划总时间 · Planned time in all */
      Wtime?: Numeric;
      /** 工时单位 · Unit of time · 0 秒, 1 分钟, 2 小时 */
      UnitID?: Choice<0 | 1 | 2>;
      /** 准备时间 · Set-up time */
      rptime?: Numeric;
      /** 加工批量 · Processing batch size */
      wNum: Numeric;
      /** 加工工时 · Processing time */
      jgtime: Numeric;
      /** 搬运批量 · Transfer batch size */
      mNum?: Numeric;
      /** 搬运工时 · Transfer time */
      mtime?: Numeric;
      /** 计划开工日期 · Planned start */
      DateStart?: string;
      /** 计划完工日期 · Planned end */
      DateEnd?: string;
      /** 汇报例外策略 · Policy for exceptions in reports · 0 未启用, 1 启用 */
      ReportingExceptionStrategy?: Choice<0 | 1>;
      /** 汇报单位 · Unit of reporting */
      ReportingUnit?: Numeric;
      /** 批号启用 · Batch numbers in use · 0 否, 1 是 */
      BatchNumberStart?: Choice<0 | 1>;
      /** 序列号启用 · Serial numbers in use · 0 否, 1 是 */
      SerialNumberStart?: Choice<0 | 1>;
      /** 中间产出物 · Intermediate product */
      IntermediateProduct?: Text;
      /** 汇报取整 · Round reported quantities · 0 否, 1 是 */
      ReportingRounding?: Choice<0 | 1>;
      /** 工序审核 · Operation is checked · 0 否, 1 是 */
      ExecCheck?: Choice<0 | 1>;
    }[];
  };
  /** 111 获取派工列表 · Work orders: /webapi/apiHelper/produce/WorkAssigns/GetWorkAssigns */
  'workOrder.list': CallParams['productionBom.list'];
  /** 114 领料添加 · Add material issues: /webapi/apiHelper/produce/MaterialOrder/SaveMaterialOrders */
  'materialIssue.save': {
    /** 生产领料明细 · Material issue lines */
    MaterialOrderItems?: readonly {
      /** 领料类型 · Kind of material issue */
      SourceType?: Numeric;
      /** 来源ID · Source id */
      SourceID?: Numeric;
      /** 产品ID · Product id */
      ProductID?: Numeric;
      /** 单位ID · Unit id */
      UnitID?: Numeric;
      /** 数量 · Quantity */
      Num?: Numeric;
      /** 领料方式 · Way of issue · 1 正常领料, 2 倒冲领料 */
      MType: Choice<1 | 2>;
      /** 备注 · Remarks */
      Intro?: Text;
      /** 交货日期 · Delivery date */
      DateDelivery?: string;
      /** 库管人员 · Warehouse keeper */
      OutkuPerson?: Text;
    }[];
    /** 领料主题 · Material issue subject */
    Title?: Text;
    /** 领料编号 · Material issue number */
    Code?: Text;
    /** 领料日期 · Date of the material issue */
    Date1?: string;
    /** 备注 · Remarks */
    Intro?: Text;
    /** 领料类型 · Kind of material issue · 1 直接领料, 2 按单领料, 3 补料 */
    MaterialType?: Choice<1 | 2 | 3>;
    /** 创建人ID · Creator's id */
    CreatorID?: Numeric;
  };
  /** 115 获取领料列表 · Material issues: /webapi/apiHelper/produce/MaterialOrder/GetMaterialOrders */
  'materialIssue.list': CallParams['productionBom.list'];
  /** 118 生产质检任务添加 · Add inspection tasks: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestingsTask */
  'inspection.saveTask': {
    /** 唯一标识 · Id */
    ID?: Numeric;
    /** 生产质检任务主题 · Inspection task subject */
    Title: Text;
    /** 生产质检任务编号 · Inspection task number */
    TaskBh?: Text;
    /** 质检负责人ID · Id of the person in charge of inspection */
    QcCateid: Numeric;
    /** 送检日期 · Date submitted for inspection */
    TaskDate: string;
    /** 派工单/返工单ID · Work or rework order id */
    WAID: Numeric;
    /** 质检状态 · Inspection state · 0 未质检, 1 部分质检, 2 质检完成 */
    QCStatus?: Choice<0 | 1 | 2>;
    /** 质检类型 · Kind of inspection · 1 派工质检, 2 返工质检 */
    PoType: Choice<1 | 2>;
    /** 创建人ID · Creator's id */
    CreatorID?: Numeric;
    /** 生产质检任务明细列表 · Lines of the inspection task */
    QualityTestingTaskItems?: readonly {
      /** 唯一标识 · Id */
      ID?: Numeric;
      /** 派工单/返工单ID · Work or rework order id */
      WAID?: Numeric;
      /** 质检产品ID · Id of the inspected product */
      ProductID?: Numeric;
      /** 质检产品单位ID · Unit id of the inspected product */
      UnitID?: Numeric;
      /** 送检数量 · Quantity submitted */
      Num: Numeric;
      /** 已检数量 · Quantity inspected */
      QCNum?: Numeric;
      /** 合格数量 · Quantity accepted */
      HGNum?: Numeric;
      /** 报废数量 · Quantity scrapped */
      BFNum?: Numeric;
      /** 返工数量 · Quantity for rework */
      FGNum?: Numeric;
      /** 批号ID · Batch number id */
      CodeBatch?: Numeric;
      /** 批号 · Batch number */
      PH?: Text;
      /** 序列号ID · Serial number id */
      CodeProductID?: Numeric;
      /** 序列号 · Serial number */
      XLH?: Text;
      /** 质检负责人 · Person in charge of inspection */
      QcCateid?: Numeric;
      /** 质检状态 · Inspection state · 0 未质检, 1 部分质检, 2 质检完成 */
      QCStatus?: Choice<0 | 1 | 2>;
      /** 关联派工/返工单备注 · Remarks of the work or rework order */
      Remark?: Text;
    }[];
  };
  /** 119 获取生产质检任务列表 · Inspection tasks: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingTasks */
  'inspection.tasks': {
    /** 页数 · Page number */
    PageNumber?: Numeric;
    /** 每页大小 · Rows per page */
    PageSize?: Numeric;
    /** 编号 · Number */
    Code?: Text;
    /** 主题 · Subject */
    Title?: Text;
    /** 开始日期 · Start date */
    StartTime?: string;
    /** 结束日期 · End date */
    EndTime?: string;
  };
  /** 120 生产质检添加/修改 · Add or edit inspections: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestings */
  'inspection.save': {
    /** 生产质检明细列表 · Inspection lines */
    QualityTestingItems?: readonly {
      /** 唯一标识 · Id */
      ID?: Numeric;
      /** 产品生产类型 · Finished or semi-finished · 0 成品, 1 半成品 */
      DataType: Choice<0 | 1>;
      /** 来源ID · Source id */
      BID: Numeric;
      /** 汇报数量 · Quantity reported */
      SerialNumber: Numeric;
      /** 质检数量 · Quantity inspected */
      NumTesting: Numeric;
      /** 审核前合格数量 · Accepted before the check */
      OkNum?: Numeric;
      /** 审核前不合格数量 · Rejected before the check */
      FailNum?: Numeric;
      /** 审核后返工数量 · For rework after the check */
      NumScrap?: Numeric;
      /** 审核后报废数量 · Scrapped after the check */
      NumBF?: Numeric;
      /** 审核后合格数量 · Accepted after the check */
      NumSPOK?: Numeric;
      /** 质量等级 · Quality level */
      QualityLevel?: Numeric;
      /** 批号 · Batch number */
      Ph?: Text;
      /** 序列号 · Serial number */
      Xlh?: Text;
      /** 备注 · Remarks */
      Remark?: Text;
      /** 生产日期 · Production date */
      Datesc?: string;
      /** 有效日期 · Valid until */
      Dateyx?: string;
      /** 质检结果 · Result of the inspection · 0 合格, 1 不合格 */
      QTResult?: Choice<0 | 1>;
      /** 不合格意见 · Reason for rejection */
      BhgOpinion?: Numeric;
      /** 报废原因 · Reason for scrapping */
      BFOpinion?: Numeric;
      /** 序列号 · Serial number */
      OriSeralNumber?: Numeric;
      /** 批号 · Batch number */
      CodeBatch?: Numeric;
      /** 质检任务单明细ID · Inspection task line id */
      TaskMXId: Numeric;
    }[];
    /** 质检编号 · Inspection number */
    Code?: Text;
    /** 质检主题 · Inspection subject */
    Title?: Text;
    /** 创建人ID · Creator's id */
    CreatorID?: Numeric;
    /** 质检时间 · Time of inspection */
    QTDate?: string;
    /** 质检员ID · Inspector's id */
    Inspector?: Numeric;
    /** 质检模式 · Full or sampled inspection · 0 全检, 1 抽检 */
    QTMode?: Choice<0 | 1>;
    /** 质检类型 · Kind of inspection · 0 汇总, 1 明细 */
    QTType?: Choice<0 | 1>;
    /** 备注 · Remarks */
    Intro?: Text;
    /** 来源类型 · Kind of source · 1 委外质检, 2 工序委外质检, 3 派工质检, 4 返工质检 */
    PoType: Choice<1 | 2 | 3 | 4>;
    /** 质检时所在单据的行号 · Line number in the inspected document */
    BatchRowIndex?: Numeric;
    /** 质检单否合格 · Inspection passed or not · 0 合格, 1 不合格 */
    QTResultAll?: Choice<0 | 1>;
    /** 质检任务主单ID · Inspection task id */
    QCTaskID: Numeric;
    /** 唯一标识 · Id */
    ID?: Numeric;
  };
  /** 121 获取生产质检计划 · Inspection plans: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingPlans */
  'inspection.plans': {
    /** 操作人员 · User who asks */
    UserID: Numeric;
    /** 页数 · Page number */
    PageNumber?: Numeric;
    /** 每页大小 · Rows per page */
    PageSize?: Numeric;
    /** 编号 · Number */
    Code?: Text;
    /** 主题 · Subject */
    Title?: Text;
    /** 开始日期 · Start date */
    StartTime?: string;
    /** 结束日期 · End date */
    EndTime?: string;
    /** 检索类型 · Kind of search · 0 全量数据, 1 变量数量 */
    SearchType?: Choice<0 | 1>;
  };
  /** 122 获取生产质检列表 · Inspections: /webapi/apiHelper/produce/QualityTesting/GetQualityTestings */
  'inspection.list': CallParams['inspection.plans'];
  /** 123 生产质检审核 · Check inspections: /webapi/apiHelper/produce/QualityTesting/CheckQualityTestings */
  'inspection.check': {
    /** 生产质检ID · Inspection id */
    ID?: Numeric;
    /** 质检结果 · Result of the inspection · 0 无需审核或待审核, 1 让步接受, 2 全部拒收, 3 全部报废, 4 不合格返工, 5 不合格报废 */
    CkStatus?: Choice<0 | 1 | 2 | 3 | 4 | 5>;
    /** 审核意见 · Checker's comment */
    CkOpinion?: Text;
    /** 审核人ID · Checker's id */
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
    /** 物料登记明细列表 · Material record lines */
    MaterialRegisterItems?: readonly {
      /** 产品ID · Product id */
      ProductID?: Numeric;
      /** 产品单位ID · Id of the product's unit */
      UnitID?: Numeric;
      /** 数量 · Quantity */
      Num1?: Numeric;
      /** 备注 · Remarks */
      Intro?: Text;
      /** 分配方式 · Way of distribution */
      Zy?: Numeric;
      /** 来源ID · Source id */
      ListID?: Numeric;
      /** 来源类型 · Kind of source · 1 派工, 2 返工, 3 整单委外, 4 工序委外 */
      PoTypeV?: Choice<1 | 2 | 3 | 4>;
    }[];
    /** 登记主题 · Material record subject */
    Title?: Text;
    /** 登记编号 · Material record number */
    Code?: Text;
    /** 登记日期 · Date recorded */
    Date1?: string;
    /** 登记数量 · Quantity recorded */
    Totalnum?: Numeric;
    /** 备注 · Remarks */
    Intro?: Text;
    /** 数据类型 · Kind of data */
    OrderType?: Numeric;
    /** 单据来源类型 · Kind of source document · 1 派工使用, 2 返工, 3 整单委外, 4 工序委外 */
    PoType?: Choice<1 | 2 | 3 | 4>;
    /** 单据来源ID · Source document id */
    Bid?: Numeric;
    /** 入库主单ID · Stock receipt id */
    ForKuinID?: Numeric;
    /** 创建人ID · Creator's id */
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
    /** 详情模式 · Detail mode */
    datatype?: Text;
    /** 数据唯一标识 · Record id */
    ord?: Numeric;
    /** _insert_rowindex */
    _insert_rowindex?: Text;
    /** debug */
    debug?: Text;
  };
  /** 138 获取收款列表 · Payments received: /webapi/v3/ov1/financemanage/moneyback/list */
  'receipt.list': {
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 来源 · Source */
    ly?: Text;
    /** 起始日期 · Start date */
    tdate1?: Text;
    /** 结束日期 · End date */
    tdate2?: Text;
    /** 销售人员Id · Salesperson id */
    a_cateid?: Text;
    /** 起始日期 · Start date */
    a_date_0?: Text;
    /** 结束日期 · End date */
    a_date_1?: Text;
    /** 收款状态 · Receipt state */
    hkzt?: Text | readonly (Text)[];
    /** 收款计划 · Receipt plan */
    hkjh?: Text | readonly (Text)[];
    /** 收款方式 · Payment method */
    hktype?: Text | readonly (Text)[];
    /** 币种 · Currency */
    bz?: Text | readonly (Text)[];
    /** 收款类型 · Kind of receipt */
    hkmode?: Text | readonly (Text)[];
    /** 客户名称 · Customer name */
    name?: Text;
    /** 客户编号 · Customer number */
    khid?: Text;
    /** 单据主题 · Document subject */
    htname?: Text;
    /** 单据编号 · Document number */
    htid?: Text;
    /** 备注 · Remarks */
    intro?: Text;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
    _rpt_sort?: Text;
  };
  /** 140 获取开票详情 · One invoice issued: /webapi/v3/ov1/financemanage/invoiceback/content?apihelptype=get */
  'invoice.get': CallParams['delivery.get'];
  /** 141 获取开票列表 · Invoices issued: /webapi/v3/ov1/financemanage/invoiceback/list */
  'invoice.list': {
    /** 提醒类型 · Kind of reminder */
    remind?: Text;
    /** 客户ID · Customer id */
    company?: Text;
    /** 合同ID · Contract id */
    contract?: Text;
    /** 列表数据检索条件 · Filter of the list */
    ord?: Text;
    /** 列表模式 · List mode */
    datatype?: Text;
    /** 来源 · Source */
    ly?: Text;
    /** 起始日期 · Start date */
    tdate1?: Text;
    /** 结束日期 · End date */
    tdate2?: Text;
    /** 销售人员Id · Salesperson id */
    a_cateid?: Text;
    /** 起始日期 · Start date */
    a_date_0?: Text;
    /** 结束日期 · End date */
    a_date_1?: Text;
    /** 开票状态 · Invoicing state */
    zt?: Text | readonly (Text)[];
    /** 币种 · Currency */
    bz?: Text | readonly (Text)[];
    /** 开票类型 · Kind of invoicing */
    md?: Text | readonly (Text)[];
    /** 客户名称 · Customer name */
    name?: Text;
    /** 客户编号 · Customer number */
    khid?: Text;
    /** 单据主题 · Document subject */
    htname?: Text;
    /** 单据编号 · Document number */
    htid?: Text;
    /** 票据单号 · Invoice number */
    pjdh?: Text;
    /** 快速检索条件 · Quick search */
    searchKey?: Text;
    /** 每页记录数 · Rows per page */
    pagesize?: Numeric;
    /** 数据页标 · Page number */
    pageindex?: Numeric;
    /** 排序字段 · Sort column */
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
    /** 部门名称 · Department name */
    orgsname?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 231 账号列表 · Accounts: /webapi/v3/orgs/user/list */
  'user.list': {
    /** 账号状态 · Account state · 1 正常, 2 冻结 */
    userstatus?: Choice<1 | 2>;
    /** 员工姓名 · Employee's name */
    name?: Text;
    /** 账号名称 · Account name */
    username?: Text;
    /** 部门id · Department id */
    orgsid?: Numeric;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 232 部门添加 · Add a department: /webapi/v3/orgs/dept/add */
  'department.add': {
    /** 部门名称 · Department name */
    name: Text;
    /** 部门简称 · Short name of the department */
    shortname?: Text;
    /** 上级部门 · Parent department */
    pid: Numeric;
    /** 价格策略 · Price policy · 0 关闭, 1 开启 */
    openprice?: Choice<0 | 1>;
    /** 重要指数 · Weight in the order */
    sort?: Numeric;
    /** 部门职能 · Duties of the department */
    funtext?: Text;
    /** 部门概要 · Summary of the department */
    intro?: Text;
    /** 是否停用 · Stopped · 0 正常, 1 停用 */
    Stoped?: Choice<0 | 1>;
  };
  /** 233 部门修改 · Edit a department: /webapi/v3/orgs/dept/edit */
  'department.edit': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 部门名称 · Department name */
    name: Text;
    /** 部门简称 · Short name of the department */
    shortname?: Text;
    /** 上级部门 · Parent department */
    pid: Numeric;
    /** 价格策略 · Price policy · 0 关闭, 1 开启 */
    openprice?: Choice<0 | 1>;
    /** 重要指数 · Weight in the order */
    sort?: Numeric;
    /** 部门职能 · Duties of the department */
    funtext?: Text;
    /** 部门概要 · Summary of the department */
    intro?: Text;
    /** 是否停用 · Stopped · 0 正常, 1 停用 */
    Stoped?: Choice<0 | 1>;
  };
  /** 234 部门详情 · One department: /webapi/v3/orgs/dept/detail */
  'department.get': {
    /** 单据ID · Document id */
    ord: Numeric;
  };
  /** 237 供应商详情 · One supplier: /webapi/v3/store/supplierDetail/detail */
  'supplier.get': CallParams['department.get'];
  /** 238 供应商列表 · Suppliers: /webapi/v3/store/supplierList */
  'supplier.list': {
    /** 人员选择 · People */
    myuserid?: Text;
    /** 供应商分类 · Supplier category · e.g. 362 原材料, 363 成品 */
    fl?: Text;
    /** 供应商级别 · Supplier grade · e.g. 364 一级, 365 二级, 366 三级 */
    jb?: Text;
    /** 供应商行业 · Supplier industry · e.g. 137 银行, 138 证券, 139 印刷 */
    hy?: Text;
    /** 供应商名称 · Supplier name */
    gysname?: Text;
    /** 供应商电话 · Supplier phone */
    phone?: Text;
    /** 供应商地址 · Supplier address */
    address?: Text;
    /** 供应商网址 · Supplier website */
    url?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 239 出库确认 · Confirm an issue: /webapi/v3/store/kuout/surekuout/edit */
  'stockOut.confirm': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** scanCodeType */
    scanCodeType?: Numeric;
    /** CurrentProductId */
    CurrentProductId?: Text;
    /** 出库主题 · Stock issue subject */
    title?: Text;
    /** 库管 · Warehouse keeper */
    kgs?: Text;
    /** 申请人员 · Requested by */
    catename?: Text;
    /** 申请日期 · Date requested */
    date3?: Text;
    /** 出库概要 · Stock issue summary */
    intro?: Text;
    /** 审批结果 · Decision · 2 否决, 3 同意 */
    Complete1: Choice<2 | 3>;
    /** 审批日期 · Date of approval */
    Date5: Text;
    /** 审批意见 · Approver's comment */
    Intro2?: Text;
    /** kuoutlist */
    kuoutlist?: readonly {
      /** rowinx */
      rowinx?: Text;
      /** id */
      id?: Numeric;
      /** ord */
      ord?: Numeric;
      /** 单位 · Unit */
      unit?: Numeric;
      /** 数量 · Quantity */
      num1: Text;
      /** 备注 · Remarks */
      intro?: Text;
      /** 包装 · Packaging · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
      bz?: Numeric;
      /** 件数 · Number of packages */
      js?: Numeric;
      /** unitname */
      unitname?: Text;
      /** xlh */
      xlh?: Text;
      /** 产品名称 · Product name */
      title?: Text;
      /** 编号 · Number */
      order1?: Text;
      /** 型号 · Model */
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
      /** 仓库 · Warehouse · e.g. 39 直流物料仓库, 41 线材仓库, 42 辅料仓库, 47 交流物料仓库, 48 半成品仓库1车间, 50 包材仓库, 57 直流钣金-走廊, 68 充电桩成品-3车间, 72 交流钣金仓 */
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
    /** 申请人员 · Requested by */
    creator?: Numeric;
    /** 库管人员 · Warehouse keeper */
    cateidsp?: Numeric;
    /** 出库仓库 · Warehouse of the issue */
    ck?: Numeric;
    /** 出库类别 · Kind of stock issue · 1 销售出库, 2 采购退货, 3 生产领料出库, 4 直接出库, 6 借货出库, 7 调拨出库, 8 盘点出库, 9 组装出库, 10 拆分出库, 12 生产补料出库 */
    sclx?: Choice<1 | 2 | 3 | 4 | 6 | 7 | 8 | 9 | 10 | 12>;
    /** 出库状态 · State of issue from stock · 1 未出库, 2 否决出库, 3 已出库 */
    sclxout?: Choice<1 | 2 | 3>;
    /** 出库主题 · Stock issue subject */
    title?: Text;
    /** 出库编号 · Stock issue number */
    bh?: Text;
    /** 关联合同主题 · Contract subject */
    contract?: Text;
    /** 关联合同编号 · Contract number */
    HTid?: Text;
    /** 关联项目主题 · Project subject */
    projectname?: Text;
    /** 关联项目编号 · Project number */
    projectno?: Text;
    /** 关联客户名称 · Customer name */
    company?: Text;
    /** 产品名称 · Product name */
    product?: Text;
    /** 产品编号 · Product number */
    cporder1?: Text;
    /** 产品型号 · Product model */
    cptype1?: Text;
    /** 申请时间 · Time requested */
    applicationTime?: string;
    /** 确认时间 · Time confirmed */
    confirmTime?: string;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 243 直接入库添加 · Add a direct receipt: /webapi/v3/store/kuin/add */
  'stockIn.add': {
    /** 入库主题 · Stock receipt subject · ≤ 100 */
    title: Text;
    /** 入库编号 · Stock receipt number · ≤ 50 */
    rkbh: Text;
    /** 日期 · Date */
    date5: Text;
    /** 供应商名称 · Supplier name · ≤ 100 */
    gysname?: Text;
    /** 入库明细 · Stock receipt lines */
    kuinlist?: readonly {
      /** 产品名称 · Product name · ≤ 500 */
      title: Text;
      /** 编号 · Number · ≤ 500 */
      order1?: Text;
      /** 型号 · Model · ≤ 500 */
      type1?: Text;
      /** 单位 · Unit · ≤ 10 */
      unit: Numeric;
      /** 单位属性 · Attribute of the unit · ≤ 500 */
      commUnitAttr?: Text;
      /** 产品属性1 · Product attribute 1 */
      ProductAttr1?: Numeric;
      /** 产品属性2 · Product attribute 2 */
      ProductAttr2?: Numeric;
      /** 数量 · Quantity */
      num1: Numeric;
      /** 辅助单位 · Auxiliary unit */
      AssistUnit?: Numeric;
      /** 辅助单位数量 · Quantity in the auxiliary unit */
      AssistNum?: Numeric;
      /** 单价 · Unit price */
      price2?: Numeric;
      /** 总价 · Total price */
      money2?: Numeric;
      /** 批号 · Batch number · ≤ 50 */
      ph?: Text;
      /** 序列号 · Serial number · ≤ 8000 */
      xlh?: Text;
      /** 生产日期 · Production date */
      datesc?: string;
      /** 有效日期 · Valid until */
      dateyx?: string;
      /** 到货日期 · Date of arrival */
      date2?: string;
      /** 仓库 · Warehouse */
      ku: Numeric;
      /** 库位ID · Storage location id */
      WareHousePositionID: Numeric;
      /** 备注 · Remarks */
      intro?: Text;
      /** 包装 · Packaging · ≤ 20 */
      bz?: Numeric;
      /** 件数 · Number of packages */
      js?: Numeric;
      /** UDI · ≤ 200 */
      UDI?: Text;
      /** 自定义1 · Custom field 1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 · Custom field 2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 · Custom field 3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 · Custom field 4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · Custom field 5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · Custom field 6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 244 入库成本修改 · Edit the cost of a receipt: /webapi/v3/store/kuin/costmodify/edit */
  'stockIn.editCost': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 入库明细 · Stock receipt lines */
    KuinList?: readonly {
      /** 入库明细id · Stock receipt line id */
      id: Numeric;
      /** 成本单价 · Unit cost */
      Price1: Numeric;
    }[];
  };
  /** 245 入库确认 · Confirm a receipt: /webapi/v3/store/kuin/surekuin/edit */
  'stockIn.confirm': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 入库类型 · Kind of stock receipt */
    sort1?: Text;
    /** 入库单 · Stock receipt */
    title?: Text;
    /** 入库仓库 · Warehouse of the receipt */
    ck: Numeric;
    /** 库管意见 · Warehouse keeper's comment */
    Intro2?: Text;
    /** 刷新 · Refresh */
    addressRefreshEventbox?: Text;
    /** kuinlist */
    kuinlist?: readonly {
      /** id */
      id?: Numeric;
      /** ord */
      ord?: Numeric;
      /** 单位 · Unit */
      unit?: Numeric;
      /** 数量 · Quantity */
      num1: Text;
      /** maxnum */
      maxnum?: Text;
      /** 备注 · Remarks */
      intro?: Text;
      /** 单价 · Unit price */
      price1?: Text;
      /** 包装 · Packaging · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
      bz?: Numeric;
      /** 件数 · Number of packages */
      js?: Numeric;
      /** unitname */
      unitname?: Text;
      /** WareHousePositionID */
      WareHousePositionID?: Numeric;
      /** ph */
      ph?: Text;
      /** 产品名称 · Product name */
      title?: Text;
      /** 编号 · Number */
      order1?: Text;
      /** 型号 · Model */
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
      /** 仓库 · Warehouse · e.g. 39 直流物料仓库, 41 线材仓库, 42 辅料仓库, 47 交流物料仓库, 48 半成品仓库1车间, 50 包材仓库, 57 直流钣金-走廊, 68 充电桩成品-3车间, 72 交流钣金仓 */
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
      /** 单位 · Unit */
      unit?: Numeric;
      /** 数量 · Quantity */
      num1: Text;
      /** maxnum */
      maxnum?: Text;
      /** 备注 · Remarks */
      intro?: Text;
      /** 单价 · Unit price */
      price1?: Text;
      /** 包装 · Packaging · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
      bz?: Numeric;
      /** 件数 · Number of packages */
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
      /** 产品名称 · Product name */
      title?: Text;
      /** 编号 · Number */
      order1?: Text;
      /** 型号 · Model */
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
      /** 仓库 · Warehouse · e.g. 39 直流物料仓库, 41 线材仓库, 42 辅料仓库, 47 交流物料仓库, 48 半成品仓库1车间, 50 包材仓库, 57 直流钣金-走廊, 68 充电桩成品-3车间, 72 交流钣金仓 */
      Ck?: Numeric;
    }[];
    /** shipaddresslist */
    shipaddresslist?: readonly {
      /** addressId */
      addressId?: Numeric;
      /** 图标 · Icon */
      aicon?: Text;
      /** IsTelDefault */
      IsTelDefault?: Numeric;
      /** 发件人 · Sender */
      Shipper?: Text;
      /** 手机 · Mobile */
      Mobile?: Text;
      /** 图标1 · Icon 1 */
      aicon1?: Text;
      /** 邮编 · Postal code */
      Zip?: Text;
      /** 固定电话 · Landline */
      Phone?: Text;
      /** 发件地址 · Sender's address */
      AllAddress?: Text;
      /** ShipAddressID */
      ShipAddressID?: Numeric;
    }[];
    /** addresslist */
    addresslist?: readonly {
      /** 图标 · Icon */
      aicon?: Text;
      /** addressId */
      addressId?: Numeric;
      /** IsTelDefault */
      IsTelDefault?: Numeric;
      /** 收件人 · Recipient */
      Receiver?: Text;
      /** 手机 · Mobile */
      mobile?: Text;
      /** 图标1 · Icon 1 */
      aicon1?: Text;
      /** 邮编 · Postal code */
      zip?: Text;
      /** 固定电话 · Landline */
      phone?: Text;
      /** 收件地址 · Recipient's address */
      AllAddress?: Text;
      /** DeliveryAddressID */
      DeliveryAddressID?: Numeric;
    }[];
  };
  /** 246 产品库存明细列表 · Stock by product, in detail: /webapi/v3/store/inventory/InventoryDetails */
  'stock.details': {
    /** 仓库 · Warehouse */
    cks?: Numeric;
    /** 库位 · Storage location */
    adShelves?: Text;
    /** 入库包装码 · Package code of the receipt */
    PackCode?: Text;
    /** 产品添加人员 · Product added by */
    addcate?: Numeric;
    /** 产品名称 · Product name */
    title?: Text;
    /** 产品编号 · Product number */
    order1?: Text;
    /** 产品型号 · Product model */
    type1?: Text;
    /** 产品分类 · Product category */
    cpfl?: Numeric;
    /** 产品 · Product */
    intro1?: Text;
    /** 产品参数 · Product parameters */
    intro2?: Text;
    /** 图片与附件 · Pictures and attachments */
    intro3?: Text;
    /** 批号 · Batch number */
    Ph?: Text;
    /** 序列号 · Serial number */
    Xlh?: Text;
    /** 关联供应商 · Supplier */
    gysname?: Text;
    /** 包装 · Packaging · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
    Bz?: Text;
    /** 产品单位 · Product unit */
    allunit?: Text;
    /** 件数 · Number of packages */
    Js?: Numeric;
    /** 库存数量 · Quantity in stock */
    kcnum?: Numeric;
    /** 冻结库存 · Frozen stock */
    djnum?: Numeric;
    /** 初始入库日期 · First receipt into stock */
    Daterk?: string;
    /** 生产日期 · Production date */
    Datesc?: string;
    /** 有效日期 · Valid until */
    Dateyx?: string;
    /** 产品添加日期 · Date the product was added */
    Dateadd?: string;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 247 产品库存汇总列表 · Stock by product, summed up: /webapi/v3/store/inventory/InventorySummary */
  'stock.summary': {
    /** 仓库 · Warehouse */
    cks?: Numeric;
    /** 添加人员 · Added by */
    addcate?: Numeric;
    /** 产品名称 · Product name */
    title?: Text;
    /** 产品编号 · Product number */
    order1?: Text;
    /** 产品型号 · Product model */
    type1?: Text;
    /** 产品分类 · Product category */
    cpfl?: Numeric;
    /** 产品 · Product */
    intro1?: Text;
    /** 产品参数 · Product parameters */
    intro2?: Text;
    /** 图片与附件 · Pictures and attachments */
    intro3?: Text;
    /** 产品单位 · Product unit */
    allunit?: Text;
    /** 库存数量 · Quantity in stock */
    kcnum?: Numeric;
    /** 冻结库存 · Frozen stock */
    djnum?: Numeric;
    /** 自定义2 · Custom field 2 */
    zdy2?: Text;
    /** 自定义3 · Custom field 3 */
    zdy3?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 248 库存操作修改 · Edit a stock operation: /webapi/v3/store/inventory/edit */
  'stock.edit': {
    /** 单据ID · Document id */
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
    /** 添加日期(开始) · Added from */
    Adddate_0?: Text;
    /** 添加日期(结束) · Added until */
    Adddate_1?: Text;
    /** 工艺路线状态 · Routing state · 0 启用, 1 停用 */
    WFclassopt?: Choice<0 | 1>;
    /** 检索项 · What to search in · WFname 工艺路线名称, WFbh 工艺路线编号, creator 添加人员, protitle 产品名称, proorder 产品编号, protype 产品型号, wpname 关联工序 */
    rulesopt?: Choice<'WFname' | 'WFbh' | 'creator' | 'protitle' | 'proorder' | 'protype' | 'wpname'>;
    /** 检索值 · What to search for */
    WFrules?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 260 工序列表 · Operations: /webapi/v3/produceV2/workflow/workingprocedure/list */
  'operation.list': {
    /** 工序状态 · Operation state · 0 停用, 1 启用 */
    GXstatusopt?: Choice<0 | 1>;
    /** 检索项 · What to search in · GXname 工序名称, GXbh 工序编号, GXtype 工序分类, creator 添加人员, fuzeper 负责人, WorkingFlowsname 应用工艺路线 */
    rulesopt?: Choice<'GXname' | 'GXbh' | 'GXtype' | 'creator' | 'fuzeper' | 'WorkingFlowsname'>;
    /** 检索值 · What to search for */
    GXrules?: Text;
    /** 添加日期(开始) · Added from */
    Adddate_0?: Text;
    /** 添加日期(结束) · Added until */
    Adddate_1?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 263 工序汇报添加 · Add an operation report: /webapi/v3/produceV2/processreport/add */
  'report.add': {
    /** 工序计划ID · Operation plan id */
    WorkAssignWFPID: Numeric;
    /** 工序任务ID · Operation task id */
    TaskID?: Numeric;
    /** 审核人员ID · Checker's id */
    CheckPersonID?: Text;
    /** 生产人员ID · Workers' ids */
    CateIDs: Text | readonly (Text)[];
    /** 设备ID · Machine id */
    MachineIDs?: Text;
    /** 合格数量 · Quantity accepted */
    hgNum?: Numeric;
    /** 返工数量 · Quantity for rework */
    fgNum?: Numeric;
    /** 报废数量 · Quantity scrapped */
    bfNum?: Numeric;
    /** 返工方式 · Way of rework · 1 本工序返工, 2 开单返工 */
    ReworkMode?: Choice<1 | 2>;
    /** 报废类型 · What is scrapped · 1 物料, 2 中间产出物 */
    ScrapType?: Choice<1 | 2>;
    /** 报废是否入库 · Scrap goes into stock · 0 否, 1 是 */
    IsScrapKuin?: Choice<0 | 1>;
    /** 实际开始时间 · Actual start */
    ExecDateBegin?: Text;
    /** 实际结束时间 · Actual end */
    ExecDate: Text;
    /** 加工工时 · Processing time */
    Wtime: Numeric;
    /** 时间单位 · Unit of time · 0 秒, 1 分钟, 2 小时 */
    UnitTime: Choice<0 | 1 | 2>;
    /** 生产人员ID及工资分摊比例 · Workers' ids and shares of the wage */
    WageShareRatio?: Text;
    /** 批号ID · Batch number id */
    BatchCodeID?: Numeric;
    /** 批号编码 · Batch number */
    BatchCode?: Text;
    /** 序列号ID · Serial number id */
    SeralNumberID?: Numeric;
    /** 序列号编码 · Serial number */
    OriSeralNumber?: Text;
    /** 备注 · Remarks */
    intro?: Text;
  };
  /** 264 工序汇报删除 · Delete an operation report: /webapi/v3/produceV2/processreport/delete */
  'report.delete': CallParams['department.get'];
  /** 265 工序汇报计划 · Plans to report on: /webapi/v3/produceV2/procedure/planlist */
  'report.plans': {
    /** 单据编号 · Document number */
    code?: Text;
    /** 单据主题 · Document subject */
    title?: Text;
    /** 单据ID · Document id */
    WorkAssignID?: Text;
    /** 工序计划开工期 · Planned start of the operation */
    StartTime?: Text;
    /** 工序计划完工期 · Planned end of the operation */
    EndTime?: Text;
    /** 结束状态 · Ended or not · 0 未结束, 1 已结束 */
    StopStatus?: Choice<0 | 1>;
    /** 执行状态 · Progress · 0 未执行, 1 部分执行, 2 执行完毕, 3 超量执行 */
    ExecutionStatus?: Choice<0 | 1 | 2 | 3>;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 266 工序汇报详情 · One operation report: /webapi/v3/produceV2/processreport/detail */
  'report.get': CallParams['department.get'];
  /** 267 工序汇报列表查询(明细) · Operation reports in detail: /webapi/v3/produceV2/processreportlist/detail */
  'report.details': {
    /** 单据主题 · Document subject */
    WaTitle?: Text;
    /** 单据编号 · Document number */
    WaBH?: Text;
    /** 产品名称 · Product name */
    ProdName?: Text;
    /** 产品编号 · Product number */
    ProdOrder?: Text;
    /** 产品型号 · Product model */
    ProdType?: Text;
    /** 批号 · Batch number */
    CodeBatch?: Text;
    /** 序列号 · Serial number */
    CodeProduct?: Text;
    /** 工序名称 · Operation name */
    WpName?: Text;
    /** 状态 · State */
    ReportResult?: Text;
    /** 添加日期_起 · Added from */
    InDate_0?: Text;
    /** 添加日期_止 · Added until */
    InDate_1?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 268 工序汇报列表查询(汇总) · Operation reports summed up: /webapi/v3/produceV2/processreportlist/summary */
  'report.summary': {
    /** 单据主题 · Document subject */
    WaTitle?: Text;
    /** 单据编号 · Document number */
    WaBH?: Text;
    /** 产品名称 · Product name */
    ProdName?: Text;
    /** 产品编号 · Product number */
    ProdOrder?: Text;
    /** 产品型号 · Product model */
    ProdType?: Text;
    /** 批号 · Batch number */
    CodeBatch?: Text;
    /** 序列号 · Serial number */
    CodeProduct?: Text;
    /** 工序名称 · Operation name */
    WpName?: Text;
    /** 添加日期_起 · Added from */
    InDate_0?: Text;
    /** 添加日期_止 · Added until */
    InDate_1?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 269 工序汇报修改 · Edit an operation report: /webapi/v3/produceV2/processreport/edit */
  'report.edit': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 工序计划ID · Operation plan id */
    WorkAssignWFPID: Numeric;
    /** 工序任务ID · Operation task id */
    TaskID?: Numeric;
    /** 审核人员ID · Checker's id */
    CheckPersonID?: Text;
    /** 生产人员ID · Workers' ids */
    CateIDs: Text | readonly (Text)[];
    /** 设备ID · Machine id */
    MachineIDs?: Text;
    /** 合格数量 · Quantity accepted */
    hgNum?: Numeric;
    /** 返工数量 · Quantity for rework */
    fgNum?: Numeric;
    /** 报废数量 · Quantity scrapped */
    bfNum?: Numeric;
    /** 返工方式 · Way of rework · 1 本工序返工, 2 开单返工 */
    ReworkMode?: Choice<1 | 2>;
    /** 报废类型 · What is scrapped · 1 物料, 2 中间产出物 */
    ScrapType?: Choice<1 | 2>;
    /** 报废是否入库 · Scrap goes into stock · 0 否, 1 是 */
    IsScrapKuin?: Choice<0 | 1>;
    /** 实际开始时间 · Actual start */
    ExecDateBegin?: Text;
    /** 实际结束时间 · Actual end */
    ExecDate: Text;
    /** 加工工时 · Processing time */
    Wtime: Numeric;
    /** 时间单位 · Unit of time · 0 秒, 1 分钟, 2 小时 */
    UnitTime: Choice<0 | 1 | 2>;
    /** 生产人员ID及工资分摊比例 · Workers' ids and shares of the wage */
    WageShareRatio?: Text;
    /** 批号ID · Batch number id */
    BatchCodeID?: Numeric;
    /** 批号编码 · Batch number */
    BatchCode?: Text;
    /** 序列号ID · Serial number id */
    SeralNumberID?: Numeric;
    /** 序列号编码 · Serial number */
    OriSeralNumber?: Text;
    /** 备注 · Remarks */
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
    /** 添加人员 · Added by */
    Creator?: Numeric;
    /** 当前审批人 · Current approver */
    currsp?: Numeric;
    /** 最后审批人 · Last approver */
    lastsp?: Numeric;
    /** 清单主题 · BOM subject */
    title?: Text;
    /** 清单编号 · BOM number */
    BOMBH?: Text;
    /** 产品名称 · Product name */
    protitle?: Text;
    /** 产品编号 · Product number */
    proorder1?: Text;
    /** 产品型号 · Product model */
    protype1?: Text;
    /** 启用状态 · In use or stopped · 0 启用, 1 停用 */
    StopStatus?: Choice<0 | 1>;
    /** 主辅清单 · Main or auxiliary BOM · m1 主BOM, m0 辅BOM */
    billType?: Choice<'m1' | 'm0'>;
    /** 适用类型 · Applies to · 0 通用, 1 指定 */
    ExtType?: Choice<0 | 1>;
    /** 客户名称 · Customer name */
    customerName?: Text;
    /** 清单来源 · Source of the BOM · 0 手动添加, 1 合同, 2 报价, 3 设计 */
    fromType?: Choice<0 | 1 | 2 | 3>;
    /** 审批状态 · Approval state · 0 审批未通过, 1 审批通过, 2 审批退回或终止, 3 待提交审批, 4 待审批, 5 审批中, -1 无需审批 */
    spstatus?: Choice<0 | 1 | 2 | 3 | 4 | 5 | -1>;
    /** 概要 · Summary */
    intro?: Text;
    /** 审批时间 · Time of approval */
    approvalDate_0?: Text;
    /** 审批时间 · Time of approval */
    approvalDate_1?: Text;
    /** 添加时间 · Time added */
    inDate_0?: Text;
    /** 添加时间 · Time added */
    inDate_1?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 278 账号添加 · Add an account: /webapi/v3/orgs/user/add */
  'user.add': {
    /** 姓名 · Name */
    Name: Text;
    /** 将该员工同步至员工档案 · Copy to the employee files · e.g. 1 将该员工同步至员工档案 */
    Autohrm?: Text;
    /** 将该账号标记为所属部门负责人 · Make it head of the department · e.g. 1 将该账号标记为所属部门负责人 */
    Partadmin?: Text;
    /** 所属部门 · Department */
    Orgsid: Numeric;
    /** 岗位 · Post · e.g. 473 总经理, 474 董事长, 475 总裁, 476 经理, 477 主管, 478 总经理助理, 891 代表, 939 客服 */
    WorkPosition: Numeric;
    /** 职位 · Position */
    Title?: Text;
    /** 用户名 · User name */
    Username: Text;
    /** 密码 · Password */
    Pw: Text;
    /** 确认密码 · Password again */
    ConfirmPassword: Text;
    /** 账号性质 · Kind of account · 0 普通账号, 1 普通管理员, 2 超级管理员 */
    Top1?: Choice<0 | 1 | 2>;
    /** 权限模板 · Template of rights · e.g. -1 普通员工, -2 部门主管, -3 主管理员, -4 超级管理员, -5 销售经理, -6 销售代表, -7 采购经理, -8 采购代表, -9 库管, -10 设计人员, -11 PMC（分析员）, -12 车间主任, -13 工人, -14 质检员, -15 会计, -16 出纳, -17 人资, -18 行政 */
    QxTemplate: Numeric;
    /** 允许移动登录 · May log in from mobile devices · e.g. 1 允许移动登录 */
    IsMobileLoginOn?: Text;
    /** 移动端账号角色配置 · Role on mobile devices · e.g. 1 默认, 2 舰长, 3 销售经理, 4 销售代表, 5 采购, 6 库管, 8 质检, 9 财务 */
    mobileRole?: Numeric;
    /** zxbflag · e.g. 1 启用在线客服 */
    zxbflag?: Text;
    /** 可登录设备 · Devices that may log in */
    limitMobile?: readonly {
      /** id */
      id?: Numeric;
      /** addcate */
      addcate?: Numeric;
      /** 设备串号 · Serial number of the device */
      macsn?: Text;
      /** 状态 · State */
      useBind?: Text;
      /** 备注 · Remarks */
      phone?: Text;
      /** 添加时间 · Time added */
      date7?: Text;
      /** 添加人员 · Added by */
      addName?: Text;
    }[];
    /** 员工编码 · Employee code */
    Ygid?: Text;
    /** 身份证号 · Identity card number */
    Cardid?: Text;
    /** 性别 · Sex · 男, 女 */
    Sex?: Choice<'男' | '女'>;
    /** 籍贯 · Native place */
    Jg?: Text;
    /** 民族 · Ethnic group */
    Mz?: Text;
    /** 出生日期 · Date of birth */
    Date1?: Text;
    /** 合同开始 · Contract from */
    Date2?: Text;
    /** 合同截止 · Contract until */
    date3?: Text;
    /** 学历 · Education · e.g. 小学, 初中, 高中, 技校, 中专, 大专, 本科, 硕士, 博士 */
    Xl?: Text;
    /** 专业 · Field of study */
    Zy?: Text;
    /** 毕业院校 · School */
    Xx?: Text;
    /** 办公电话 · Office phone */
    Phone1?: Text;
    /** 家庭电话 · Home phone */
    Phone2?: Text;
    /** 手机 · Mobile */
    Mobile?: Text;
    /** 传真 · Fax */
    Fax?: Text;
    /** 电子邮件 · E-mail */
    Email?: Text;
    /** 家庭住址 · Home address */
    Address?: Text;
    /** 合同提醒 · Remind of the contract · 0 关闭, 1 开启 */
    Alt?: Choice<0 | 1>;
    /** 特长/爱好/备注 · Skills, hobbies, remarks */
    Intro?: Text;
  };
  /** 279 账号修改 · Edit an account: /webapi/v3/orgs/user/edit */
  'user.edit': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 姓名 · Name */
    Name: Text;
    /** 将该员工同步至员工档案 · Copy to the employee files · e.g. 1 将该员工同步至员工档案 */
    Autohrm?: Text;
    /** 将该账号标记为所属部门负责人 · Make it head of the department · e.g. 1 将该账号标记为所属部门负责人 */
    Partadmin?: Text;
    /** 所属部门 · Department */
    Orgsid: Numeric;
    /** 岗位 · Post · e.g. 473 总经理, 474 董事长, 475 总裁, 476 经理, 477 主管, 478 总经理助理, 891 代表, 939 客服 */
    WorkPosition: Numeric;
    /** 职位 · Position */
    Title?: Text;
    /** 用户名 · User name */
    Username: Text;
    /** 密码 · Password */
    Pw: Text;
    /** 确认密码 · Password again */
    ConfirmPassword: Text;
    /** 账号性质 · Kind of account · 0 普通账号, 1 普通管理员, 2 超级管理员 */
    Top1?: Choice<0 | 1 | 2>;
    /** 权限模板 · Template of rights · e.g. -1 普通员工, -2 部门主管, -3 主管理员, -4 超级管理员, -5 销售经理, -6 销售代表, -7 采购经理, -8 采购代表, -9 库管, -10 设计人员, -11 PMC（分析员）, -12 车间主任, -13 工人, -14 质检员, -15 会计, -16 出纳, -17 人资, -18 行政 */
    QxTemplate: Numeric;
    /** 允许移动登录 · May log in from mobile devices · e.g. 1 允许移动登录 */
    IsMobileLoginOn?: Text;
    /** 移动端账号角色配置 · Role on mobile devices · e.g. 1 默认, 2 舰长, 3 销售经理, 4 销售代表, 5 采购, 6 库管, 8 质检, 9 财务 */
    mobileRole?: Numeric;
    /** zxbflag · e.g. 1 启用在线客服 */
    zxbflag?: Text;
    /** 可登录设备 · Devices that may log in */
    limitMobile?: readonly {
      /** id */
      id?: Numeric;
      /** addcate */
      addcate?: Numeric;
      /** 设备串号 · Serial number of the device */
      macsn?: Text;
      /** 状态 · State */
      useBind?: Text;
      /** 备注 · Remarks */
      phone?: Text;
      /** 添加时间 · Time added */
      date7?: Text;
      /** 添加人员 · Added by */
      addName?: Text;
    }[];
    /** 员工编码 · Employee code */
    Ygid?: Text;
    /** 身份证号 · Identity card number */
    Cardid?: Text;
    /** 性别 · Sex · 男, 女 */
    Sex?: Choice<'男' | '女'>;
    /** 籍贯 · Native place */
    Jg?: Text;
    /** 民族 · Ethnic group */
    Mz?: Text;
    /** 出生日期 · Date of birth */
    Date1?: Text;
    /** 合同开始 · Contract from */
    Date2?: Text;
    /** 合同截止 · Contract until */
    date3?: Text;
    /** 学历 · Education · e.g. 小学, 初中, 高中, 技校, 中专, 大专, 本科, 硕士, 博士 */
    Xl?: Text;
    /** 专业 · Field of study */
    Zy?: Text;
    /** 毕业院校 · School */
    Xx?: Text;
    /** 办公电话 · Office phone */
    Phone1?: Text;
    /** 家庭电话 · Home phone */
    Phone2?: Text;
    /** 手机 · Mobile */
    Mobile?: Text;
    /** 传真 · Fax */
    Fax?: Text;
    /** 电子邮件 · E-mail */
    Email?: Text;
    /** 家庭住址 · Home address */
    Address?: Text;
    /** 合同提醒 · Remind of the contract · 0 关闭, 1 开启 */
    Alt?: Choice<0 | 1>;
    /** 特长/爱好/备注 · Skills, hobbies, remarks */
    Intro?: Text;
  };
  /** 280 账号删除 · Delete an account: /webapi/v3/orgs/user/delete */
  'user.delete': CallParams['department.get'];
  /** 281 账号详情 · One account: /webapi/v3/orgs/user/detail */
  'user.get': CallParams['department.get'];
  /** 285 合同审批修改 · Edit a contract's approval: /webapi/v3/sales/contract/approve/edit */
  'contract.editApproval': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 审批结果 · Decision · 0 否决, 1 同意, 2 退回 */
    approveResult: Choice<0 | 1 | 2>;
    /** 退回级别 · Stage to return to */
    returnProc?: Text;
    /** 审批意见 · Approver's comment */
    approveMessage: Text;
    /** 下一级审批人 · Next approvers */
    newApprovers?: Text;
    /** 审批模式 · Approval mode */
    __cmdtag?: Text;
  };
  /** 286 合同审批记录详情 · Approval record of a contract: /webapi/v3/sales/contract/approve/approveStageList/detail */
  'contract.approvalStages': CallParams['department.get'];
  /** 296 合同添加 · Add a contract (v3): /webapi/v3/sale/contract/add */
  'contract.add': {
    /** 合同主题 · Contract subject · ≤ 100 */
    Title: Text;
    /** 合同编号 · Contract number · ≤ 50 */
    HTId: Text;
    /** 客户名称 · Customer name */
    CompanyName: Text;
    /** 签订日期 · Date signed */
    SignDate: string;
    /** 开始日期 · Start date */
    BeginDate: string;
    /** 终止日期 · End date */
    EndDate?: string;
    /** 对方代表 · Their representative */
    PersonName?: Text;
    /** 销售人员 · Salesperson */
    SeleManName?: Text;
    /** 合同分类 · Contract category */
    SortName: Text;
    /** 币种 · Currency */
    Currency: Text;
    /** 自动预计划 · Pre-plan automatically */
    AutoCreateType: Numeric;
    /** 合同概要 · Contract summary · ≤ 4000 */
    Intro?: Text;
    /** 合同状态 · Contract state */
    StatusName: Text;
    /** 运杂费 · Freight and sundries */
    Extras?: Numeric;
    /** 收款方式 · Payment method · ≤ 200 */
    Payment?: Text;
    /** 交货地址 · Delivery address · ≤ 200 */
    DeliveryAddress?: Text;
    /** 交货方式 · Way of delivery · ≤ 200 */
    DeliveryWay?: Text;
    /** 交货时间 · Time of delivery · ≤ 200 */
    DeliveryDate?: Text;
    /** 配件 · Accessories · ≤ 200 */
    Accessory?: Text;
    /** 备注 · Remarks · ≤ 200 */
    Remark?: Text;
    /** 收款计划 · Receipt plan · e.g. 0 自动生成, 1 手动生成, 3 出库自动收款, 4 发货自动收款, 5 开票自动收款, 6 对账手动生成 */
    PaymentStatus: Numeric;
    /** 收款类型 · Kind of receipt · 1 汇总, 2 明细 */
    PaybackMode: Choice<1 | 2>;
    /** 对账方式 · Way of reconciling · e.g. 1 按合同对账, 2 按出库对账, 3 按发货对账 */
    CKAccModel?: Numeric;
    /** 开票计划 · Invoicing plan · e.g. 1 自动开票, 2 手动开票, 3 出库自动开票, 4 发货自动开票, 5 对账手动生成 */
    InvoiceStatus: Numeric;
    /** 开票类型 · Kind of invoicing · 0 不开票, 1 汇总开票, 2 明细开票 */
    InvoiceMode: Choice<0 | 1 | 2>;
    /** 合同明细 · Contract lines */
    contractList?: readonly {
      /** 产品名称 · Product name · ≤ 500 */
      ProductName: Text;
      /** 产品编号 · Product number · ≤ 500 */
      ProductCode: Text;
      /** 产品型号 · Product model · ≤ 500 */
      ProductType?: Text;
      /** 产品单位 · Product unit · ≤ 500 */
      productUnitName: Text;
      /** 可开具票据类型 · Kind of invoice that can be issued · ≤ 500 */
      InvoiceTypeName: Text;
      /** Id */
      Id?: Numeric;
      /** 数量 · Quantity */
      Num: Numeric;
      /** 折扣 · Discount */
      Discount: Numeric;
      /** 税率 · Tax rate */
      TaxRate: Numeric;
      /** 单价 · Unit price */
      Price: Numeric;
      /** 优惠金额 · Reduction */
      Concessions?: Numeric;
      /** 备注 · Remarks · ≤ 200 */
      Intro?: Text;
      /** 交货日期 · Delivery date */
      DeliveryDate?: string;
      /** 积分 · Points */
      Points?: Numeric;
      /** 是否含税 · Tax included */
      IsTax: Numeric;
    }[];
  };
  /** 297 客户添加 · Add a customer (v3): /webapi/v3/sales/customer/add */
  'customer.add': {
    /** 客户属性 · Company or person · 1 单位客户, 2 个人客户 */
    sort2: Choice<1 | 2>;
    /** 客户名称 · Customer name · required by policy */
    name?: Text;
    /** 客户编号 · Customer number · required by policy */
    khid?: Text;
    /** 客户分类 · Customer category */
    sort: Text;
    /** 跟进程度 · Follow level */
    sort1: Text;
    /** 客户来源 · Customer source · required by policy */
    ly?: Text;
    /** 客户区域 · Customer area · required by policy · ≤ 50 */
    area?: Text;
    /** 客户行业 · Customer industry · required by policy */
    trade?: Text;
    /** 价值评估 · Value · required by policy */
    jz?: Text;
    /** 信用等级 · Credit rating · required by policy */
    credit?: Text;
    /** 客户网址 · Customer website · required by policy */
    url?: Text;
    /** 到款限制(%) · Payment limit (%) · required by policy */
    hk_xz?: Numeric;
    /** 人员数量(销售) · Number of sales staff */
    pernum1?: Numeric;
    /** 人员数量(技术) · Number of technical staff */
    pernum2?: Numeric;
    /** 客户地址 · Customer address · required by policy */
    address?: Text;
    /** 邮编 · Postal code · required by policy · ≤ 6 */
    zip?: Text;
    /** 法人代表 · Legal representative · required by policy */
    faren?: Text;
    /** 注册资本(万元) · Registered capital (10,000 CNY) · required by policy */
    zijin?: Numeric;
    /** 客户简介 · About the customer */
    product?: Text;
    /** 合作现状 · Cooperation today */
    c2?: Text;
    /** 合作前景 · Prospects of cooperation */
    c3?: Text;
    /** 跟进策略 · Follow-up strategy */
    c4?: Text;
    /** 备注 · Remarks */
    intro?: Text;
    /** 开户银行1 · Bank 1 */
    bank_1?: Text;
    /** 开户名称1 · Account holder 1 */
    bank_2?: Text;
    /** 银行行号1 · Bank code 1 */
    bank_7?: Text;
    /** 银行账号1 · Account number 1 */
    bank_3?: Text;
    /** 税号1 · Tax number 1 */
    bank_4?: Text;
    /** 地址1 · Address 1 */
    bank_5?: Text;
    /** 电话1 · Phone 1 */
    bank_6?: Text;
    /** 开户银行2 · Bank 2 */
    bank2_1?: Text;
    /** 开户名称2 · Account holder 2 */
    bank2_2?: Text;
    /** 银行行号2 · Bank code 2 */
    bank2_7?: Text;
    /** 银行账号2 · Account number 2 */
    bank2_3?: Text;
    /** 税号2 · Tax number 2 */
    bank2_4?: Text;
    /** 地址2 · Address 2 */
    bank2_5?: Text;
    /** 电话2 · Phone 2 */
    bank2_6?: Text;
    /** 账期 · Days of credit */
    fkdays?: Numeric;
    /** 结算日期 · Settlement day */
    fkdate?: Numeric;
    /** 跟进方式 · Way of follow-up */
    sort98?: Text;
    /** 洽谈进展 · Follow-ups */
    reply?: Text;
    /** 销售人员 · Salesperson */
    cateName?: Text;
    /** 添加时间 · Time added */
    Date1?: Text;
    /** 联系人姓名 · Contact person's name · required by policy */
    person_name?: Text;
    /** 联系人性别 · Contact person's sex */
    sex?: Text;
    /** 联系人生日 · Contact person's birthday */
    year1?: Text;
    /** 联系人籍贯 · Contact person's native place */
    jg?: Text;
    /** 联系人部门 · Contact person's department · required by policy */
    part1?: Text;
    /** 联系人职务 · Contact person's job title · required by policy */
    job?: Text;
    /** 联系人角色 · Contact person's role · required by policy */
    role?: Text;
    /** 联系人办公电话 · Contact person's office phone · required by policy */
    phone?: Text;
    /** 联系人传真 · Contact person's fax · required by policy */
    fax?: Text;
    /** 联系人手机 · Contact person's mobile · required by policy */
    mobile?: Text;
    /** 联系人电子邮件 · Contact person's e-mail · required by policy */
    email?: Text;
    /** 联系人收货固定电话 · Contact person's phone for deliveries */
    sphone?: Text;
    /** 联系人收货手机 · Contact person's mobile for deliveries */
    smobile?: Text;
    /** 联系人收货区域 · Delivery area · ≤ 50 */
    sarea?: Text;
    /** 联系人收货详细地址 · Delivery address */
    saddress?: Text;
    /** 联系人收货邮编 · Delivery postal code */
    szip?: Text;
    /** 联系人QQ · Contact person's QQ · required by policy */
    qq?: Text;
    /** 联系人微信 · Contact person's WeChat · required by policy */
    weixinAcc?: Text;
    /** 联系人MSN · Contact person's MSN · required by policy */
    msn?: Text;
    /** 添加人员 · Added by */
    Cateadd?: Text;
  };
  /** 298 客户修改 · Edit a customer (v3): /webapi/v3/sales/customer/edit */
  'customer.edit': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 客户属性 · Company or person · 1 单位客户, 2 个人客户 */
    sort2: Choice<1 | 2>;
    /** 客户名称 · Customer name · required by policy */
    name?: Text;
    /** 客户编号 · Customer number · required by policy */
    khid?: Text;
    /** 客户分类 · Customer category */
    sort: Text;
    /** 跟进程度 · Follow level */
    sort1: Text;
    /** 客户来源 · Customer source · required by policy */
    ly?: Text;
    /** 客户区域 · Customer area · required by policy · ≤ 50 */
    area?: Text;
    /** 客户行业 · Customer industry · required by policy */
    trade?: Text;
    /** 价值评估 · Value · required by policy */
    jz?: Text;
    /** 信用等级 · Credit rating · required by policy */
    credit?: Text;
    /** 客户网址 · Customer website · required by policy */
    url?: Text;
    /** 到款限制(%) · Payment limit (%) · required by policy */
    hk_xz?: Numeric;
    /** 人员数量(销售) · Number of sales staff */
    pernum1?: Numeric;
    /** 人员数量(技术) · Number of technical staff */
    pernum2?: Numeric;
    /** 客户地址 · Customer address · required by policy */
    address?: Text;
    /** 邮编 · Postal code · required by policy · ≤ 6 */
    zip?: Text;
    /** 法人代表 · Legal representative · required by policy */
    faren?: Text;
    /** 注册资本(万元) · Registered capital (10,000 CNY) · required by policy */
    zijin?: Numeric;
    /** 客户简介 · About the customer */
    product?: Text;
    /** 合作现状 · Cooperation today */
    c2?: Text;
    /** 合作前景 · Prospects of cooperation */
    c3?: Text;
    /** 跟进策略 · Follow-up strategy */
    c4?: Text;
    /** 备注 · Remarks */
    intro?: Text;
    /** 开户银行1 · Bank 1 */
    bank_1?: Text;
    /** 开户名称1 · Account holder 1 */
    bank_2?: Text;
    /** 银行行号1 · Bank code 1 */
    bank_7?: Text;
    /** 银行账号1 · Account number 1 */
    bank_3?: Text;
    /** 税号1 · Tax number 1 */
    bank_4?: Text;
    /** 地址1 · Address 1 */
    bank_5?: Text;
    /** 电话1 · Phone 1 */
    bank_6?: Text;
    /** 开户银行2 · Bank 2 */
    bank2_1?: Text;
    /** 开户名称2 · Account holder 2 */
    bank2_2?: Text;
    /** 银行行号2 · Bank code 2 */
    bank2_7?: Text;
    /** 银行账号2 · Account number 2 */
    bank2_3?: Text;
    /** 税号2 · Tax number 2 */
    bank2_4?: Text;
    /** 地址2 · Address 2 */
    bank2_5?: Text;
    /** 电话2 · Phone 2 */
    bank2_6?: Text;
    /** 账期 · Days of credit */
    fkdays?: Numeric;
    /** 结算日期 · Settlement day */
    fkdate?: Numeric;
    /** 跟进方式 · Way of follow-up */
    sort98?: Text;
    /** 洽谈进展 · Follow-ups */
    reply?: Text;
    /** 销售人员 · Salesperson */
    cateName?: Text;
    /** 添加时间 · Time added */
    Date1?: Text;
    /** 联系人姓名 · Contact person's name · required by policy */
    person_name?: Text;
    /** 联系人性别 · Contact person's sex */
    sex?: Text;
    /** 联系人生日 · Contact person's birthday */
    year1?: Text;
    /** 联系人籍贯 · Contact person's native place */
    jg?: Text;
    /** 联系人部门 · Contact person's department · required by policy */
    part1?: Text;
    /** 联系人职务 · Contact person's job title · required by policy */
    job?: Text;
    /** 联系人角色 · Contact person's role · required by policy */
    role?: Text;
    /** 联系人办公电话 · Contact person's office phone · required by policy */
    phone?: Text;
    /** 联系人传真 · Contact person's fax · required by policy */
    fax?: Text;
    /** 联系人手机 · Contact person's mobile · required by policy */
    mobile?: Text;
    /** 联系人电子邮件 · Contact person's e-mail · required by policy */
    email?: Text;
    /** 联系人收货固定电话 · Contact person's phone for deliveries */
    sphone?: Text;
    /** 联系人收货手机 · Contact person's mobile for deliveries */
    smobile?: Text;
    /** 联系人收货区域 · Delivery area · ≤ 50 */
    sarea?: Text;
    /** 联系人收货详细地址 · Delivery address */
    saddress?: Text;
    /** 联系人收货邮编 · Delivery postal code */
    szip?: Text;
    /** 联系人QQ · Contact person's QQ · required by policy */
    qq?: Text;
    /** 联系人微信 · Contact person's WeChat · required by policy */
    weixinAcc?: Text;
    /** 联系人MSN · Contact person's MSN · required by policy */
    msn?: Text;
    /** 添加人员 · Added by */
    Cateadd?: Text;
  };
  /** 299 获取库位列表 · Storage locations: /webapi/v3/uview/stock/Pages/WareHouse/SettingApiList */
  'warehouse.locations': {
    /** 库位名称 · Storage location name */
    Title?: Text;
    /** 所属仓库 · Warehouse */
    Store?: Numeric;
    /** 库位状态 · Storage location state · 0 正常, 1 禁入, 2 禁出, 3 封闭, 4 停用 */
    Status?: Choice<0 | 1 | 2 | 3 | 4>;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 300 获取仓库列表（32.15及以后） · Warehouses (32.15 and later): /webapi/v3/store/WareHouseStructList */
  'warehouse.tree': {
    /** 仓库名称 · Warehouse name */
    Sort1?: Text;
    /** 状态 · State */
    Del?: Numeric;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 304 产品批量添加 · Add products in bulk: /webapi/v3/store/productbatch/add */
  'product.addMany': {
    /** 产品明细 · Product lines */
    productlvw?: readonly {
      /** 产品名称 · Product name · ≤ 500 */
      Title?: Text;
      /** 产品编号 · Product number · ≤ 500 */
      Code?: Text;
      /** 产品型号 · Product model · ≤ 500 */
      Model?: Text;
      /** 产品分类 · Product category */
      Sort1: Numeric;
      /** 可调用范围 · Who may use it */
      User_List?: Text | readonly (Text)[];
      /** 产品拼音码 · Pinyin code of the product */
      Pym?: Text;
      /** 产品属性 · Virtual or physical · 0 虚拟, 1 实体（可出库） */
      CanOutStore?: Choice<0 | 1>;
      /** 产品角色 · Product role · 1 自制件, 2 委外件, 3 外购件 */
      Roles: Text | readonly (Choice<1 | 2 | 3>)[];
      /** 计价方式 · Costing method · 0 先进先出法, 1 个别计价法, 2 全月平均法, 3 移动加权平均法 */
      PriceMode: Choice<0 | 1 | 2 | 3>;
      /** 是否含税 · Tax included · 0 不含税, 1 含税 */
      IncludeTax?: Choice<0 | 1>;
      /** 可开票据类型 · Kinds of invoice that can be issued */
      InvoiceTypes?: Text;
      /** 基本单位 · Basic unit */
      Unitjb: Numeric;
      /** 产品 · Product */
      Intro1?: Text;
      /** 产品参数 · Product parameters */
      Intro2?: Text;
      /** 图片与附件 · Pictures and attachments */
      Intro3?: Text;
      /** 产品批号管理 · Managed by batch · 0 否, 1 是 */
      PhManage?: Choice<0 | 1>;
      /** 自定义1 · Custom field 1 */
      zdy1?: Text;
      /** 自定义2 · Custom field 2 */
      zdy2?: Text;
      /** 自定义3 · Custom field 3 */
      zdy3?: Text;
      /** 自定义4 · Custom field 4 */
      zdy4?: Text;
      /** 自定义5 · Custom field 5 */
      zdy5?: Numeric;
      /** 自定义6 · Custom field 6 */
      zdy6?: Numeric;
      /** 预计销售周期 · Expected sales cycle */
      Period?: Numeric;
      /** 采购提前期 · Purchase lead time */
      PurchaleadDays?: Numeric;
      /** 是否需要质检 · Must be inspected · 0 否, 1 是 */
      HasQC?: Choice<0 | 1>;
      /** 库存下限 · Lower stock limit */
      Aleat1?: Numeric;
      /** 安全库存 · Safety stock */
      SafeNum?: Numeric;
      /** 销售出库超量上限 · Most that an issue for sale may exceed */
      KuoutLimitExcess?: Numeric;
      /** 最小分配供货量 · Least quantity to allocate */
      LimitMASQNum?: Numeric;
      /** 最小采购量 · Least quantity to purchase */
      LimitBuyNum?: Numeric;
      /** 最小包装量 · Least quantity in a package */
      LimitPackNum?: Numeric;
      /** 库存上限 · Upper stock limit */
      Aleat2?: Numeric;
      /** 产品有效期 · Shelf life */
      CpyxqNum?: Numeric;
      /** 产品有效期单位 · Unit of the shelf life · 2 天, 3 周, 4 月, 5 年 */
      CpyxqUnit?: Choice<2 | 3 | 4 | 5>;
      /** 产品失效提前期 · Warning before expiry */
      RemindNum?: Numeric;
      /** 产品失效提前期单位 · Unit of the warning before expiry · 1 小时, 2 天, 3 周, 4 月, 5 年 */
      RemindUnit?: Choice<1 | 2 | 3 | 4 | 5>;
      /** 产品养护周期 · Maintenance cycle */
      MaintainNum?: Numeric;
      /** 产品养护周期单位 · Unit of the maintenance cycle · 1 小时, 2 天, 3 周, 4 月, 5 年 */
      MaintainUnit?: Choice<1 | 2 | 3 | 4 | 5>;
      /** 提醒人员ID · Ids of people to remind */
      RemindPerson?: Text | readonly (Text)[];
      /** 制造提前期 · Production lead time */
      ProduceleadDays?: Numeric;
      /** 变动提前期 · Variable lead time */
      ExtleadDays?: Numeric;
      /** 变动提前期批量 · Batch size of the variable lead time */
      ExtleadNum?: Numeric;
      /** 损耗率 · Scrap rate */
      WastAge?: Numeric;
      /** 创建时间 · Time created */
      InDate?: string;
      /** 提成比例 · Commission rate */
      Num_tc?: Numeric;
      /** 添加人ID · Id of the person who added it */
      Addcate?: Numeric;
      /** 主供应商 · Main supplier */
      Company?: Numeric;
      /** 主委外供应商 · Main subcontractor */
      WWSupplier?: Numeric;
      /** 超量入库上限 · Most that a receipt may exceed */
      LimitExcess?: Numeric;
    }[];
    /** 产品价格策略信息 · Prices by department and unit */
    pricelvw?: readonly {
      /** 产品名称 · Product name */
      Title?: Text;
      /** 产品编号 · Product number */
      Code?: Text;
      /** 产品型号 · Product model */
      Model?: Text;
      /** 部门ID · Department id */
      Bm: Numeric;
      /** 单位比例 · Unit ratio */
      Bl: Numeric;
      /** 单位ID · Unit id */
      UnitID: Numeric;
      /** 建议进价 · Suggested purchase price */
      Price1jy?: Numeric;
      /** 最高进价 · Highest purchase price */
      Price1?: Numeric;
      /** 建议售价 · Suggested selling price */
      Price2jy?: Numeric;
      /** 最低售价 · Lowest selling price */
      Price2?: Numeric;
      /** 客户分类的价格 · Price for the customer category */
      Price3?: Numeric;
      /** 客户分类id · Customer category id */
      Sort?: Numeric;
      /** 采购主单位 · Main unit for purchases · 0 关闭, 1 开启 */
      CgMainUnit?: Choice<0 | 1>;
      /** 序列号管理 · Managed by serial number */
      XlhManage?: Numeric;
      /** 入库包装码 · Package code of the receipt */
      PackManage?: Numeric;
    }[];
  };
  /** 305 产品添加 · Add a product: /webapi/v3/store/product/add */
  'product.add': {
    /** 产品名称 · Product name · ≤ 500 */
    Title?: Text;
    /** 产品编号 · Product number · ≤ 500 */
    Code?: Text;
    /** 产品型号 · Product model · ≤ 500 */
    Model?: Text;
    /** 产品分类 · Product category */
    Sort1: Numeric;
    /** 可调用范围 · Who may use it */
    User_List?: Text | readonly (Text)[];
    /** 产品拼音码 · Pinyin code of the product · ≤ 500 */
    Pym?: Text;
    /** 产品属性 · Virtual or physical · 0 虚拟, 1 实体（可出库） */
    CanOutStore: Choice<0 | 1>;
    /** 产品角色 · Product role · 1 自制件, 2 委外件, 3 外购件 */
    Roles: Text | readonly (Choice<1 | 2 | 3>)[];
    /** 计价方式 · Costing method · 0 先进先出法, 1 个别计价法, 2 全月平均法, 3 移动加权平均法 */
    PriceMode: Choice<0 | 1 | 2 | 3>;
    /** 是否含税 · Tax included · 0 不含税, 1 含税 */
    IncludeTax?: Choice<0 | 1>;
    /** 可开票据类型 · Kinds of invoice that can be issued */
    InvoiceTypes?: Text;
    /** 基本单位ID · Basic unit id */
    Unitjb: Numeric;
    /** 产品 · Product */
    Intro1?: Text;
    /** 产品参数 · Product parameters */
    Intro2?: Text;
    /** 图片与附件 · Pictures and attachments */
    Intro3?: Text;
    /** 积分 · Points */
    Jf?: Numeric;
    /** 产品批号管理 · Managed by batch */
    PhManage?: Numeric;
    /** 自定义1 · Custom field 1 */
    zdy1?: Text;
    /** 自定义2 · Custom field 2 */
    zdy2?: Text;
    /** 自定义3 · Custom field 3 */
    zdy3?: Text;
    /** 自定义4 · Custom field 4 */
    zdy4?: Text;
    /** 自定义5 · Custom field 5 */
    zdy5?: Numeric;
    /** 自定义6 · Custom field 6 */
    zdy6?: Numeric;
    /** 预计销售周期 · Expected sales cycle */
    Period?: Numeric;
    /** 采购提前期 · Purchase lead time */
    PurchaleadDays?: Numeric;
    /** 是否需要质检 · Must be inspected · 0 否, 1 是 */
    HasQC?: Choice<0 | 1>;
    /** 库存下限 · Lower stock limit */
    Aleat1?: Numeric;
    /** 库存上限 · Upper stock limit */
    Aleat2?: Numeric;
    /** 安全库存 · Safety stock */
    SafeNum?: Numeric;
    /** 产品有效期 · Shelf life */
    CpyxqNum?: Numeric;
    /** 产品有效期单位 · Unit of the shelf life · 2 天, 3 周, 4 月, 5 年 */
    CpyxqUnit?: Choice<2 | 3 | 4 | 5>;
    /** 产品失效提前期 · Warning before expiry */
    RemindNum?: Numeric;
    /** 失效提前期单位 · Unit of the warning before expiry · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    RemindUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 产品养护周期 · Maintenance cycle */
    MaintainNum?: Numeric;
    /** 养护周期单位 · Unit of the maintenance cycle · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    MaintainUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒人员ID · Ids of people to remind */
    RemindPerson?: Text | readonly (Text)[];
    /** 制造提前期 · Production lead time */
    ProduceleadDays?: Numeric;
    /** 变动提前期 · Variable lead time */
    ExtleadDays?: Numeric;
    /** 变动提前期批量 · Batch size of the variable lead time */
    ExtleadNum?: Numeric;
    /** 损耗率 · Scrap rate */
    WastAge?: Numeric;
    /** 下限紧急度 · Urgency of the lower limit */
    Per1?: Numeric;
    /** 创建时间 · Time created */
    InDate?: Text;
    /** 添加人ID · Id of the person who added it */
    Addcate?: Numeric;
    /** 有效期 · Shelf life */
    Yxq?: Numeric;
    /** 有效期单位 · Unit of the shelf life · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    Unit_yxq?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提成比例 · Commission rate */
    Num_tc?: Numeric;
    /** 主供应商id · Main supplier id */
    Company?: Numeric;
    /** 主委外供应商 · Main subcontractor */
    WWSupplier?: Numeric;
    /** 生产周期（多少天） · Production time in days */
    Num_sc?: Numeric;
    /** 生产质检方案 · Inspection scheme for production */
    QualityType?: Numeric;
    /** 产品提成基数值 · Base of the commission */
    Tcsort1?: Numeric;
    /** 产品提成比例方式值 · Way of the commission rate · 1 同一比例, 2 累加比例, 3 产品比例, 4 有提成公式的提成比例记录 */
    Tcsort2?: Choice<1 | 2 | 3 | 4>;
    /** 超量入库上限 · Most that a receipt may exceed */
    LimitExcess?: Numeric;
    /** 产品价格策略信息 · Prices by department and unit */
    PackingPrices?: readonly {
      /** 产品价格策略明细ID · Price line id */
      ID?: Numeric;
      /** 部门ID · Department id */
      Bm: Numeric;
      /** 单位比例 · Unit ratio */
      Bl: Numeric;
      /** 单位ID · Unit id */
      UnitID: Numeric;
      /** 条形码 · Bar code */
      Txm?: Text;
      /** 建议进价 · Suggested purchase price */
      Price1jy?: Numeric;
      /** 最高进价 · Highest purchase price */
      Price1?: Numeric;
      /** 建议售价 · Suggested selling price */
      Price2jy?: Numeric;
      /** 最低售价 · Lowest selling price */
      Price2?: Numeric;
      /** 客户分类的价格 · Price for the customer category */
      Price3?: Numeric;
      /** 客户分类id · Customer category id */
      Sort?: Numeric;
      /** 产品id · Product id */
      ProductID?: Numeric;
      /** 采购主单位 · Main unit for purchases */
      CgMainUnit?: Numeric;
      /** 序列号管理 · Managed by serial number */
      XlhManage?: Numeric;
      /** 主仓库ID · Main warehouse id */
      MainStore?: Numeric;
      /** 仓库容量 · Capacity of the warehouse */
      StoreCapacity?: Numeric;
    }[];
  };
  /** 306 产品修改 · Edit a product: /webapi/v3/store/product/edit */
  'product.edit': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 产品名称 · Product name · ≤ 500 */
    Title?: Text;
    /** 产品编号 · Product number · ≤ 500 */
    Code?: Text;
    /** 产品型号 · Product model · ≤ 500 */
    Model?: Text;
    /** 产品分类 · Product category */
    Sort1?: Numeric;
    /** 可调用范围 · Who may use it */
    User_List?: Text | readonly (Text)[];
    /** 产品拼音码 · Pinyin code of the product · ≤ 500 */
    Pym?: Text;
    /** 产品角色 · Product role · 1 自制件, 2 委外件, 3 外购件 */
    Roles?: Text | readonly (Choice<1 | 2 | 3>)[];
    /** 计价方式 · Costing method · 0 先进先出法, 1 个别计价法, 2 全月平均法, 3 移动加权平均法 */
    PriceMode?: Choice<0 | 1 | 2 | 3>;
    /** 是否含税 · Tax included · 0 不含税, 1 含税 */
    IncludeTax?: Choice<0 | 1>;
    /** 可开票据类型 · Kinds of invoice that can be issued */
    InvoiceTypes?: Text;
    /** 基本单位ID · Basic unit id */
    Unitjb?: Numeric;
    /** 产品 · Product */
    Intro1?: Text;
    /** 产品参数 · Product parameters */
    Intro2?: Text;
    /** 图片与附件 · Pictures and attachments */
    Intro3?: Text;
    /** 积分 · Points */
    Jf?: Numeric;
    /** 产品批号管理 · Managed by batch */
    PhManage?: Numeric;
    /** 自定义1 · Custom field 1 */
    zdy1?: Text;
    /** 自定义2 · Custom field 2 */
    zdy2?: Text;
    /** 自定义3 · Custom field 3 */
    zdy3?: Text;
    /** 自定义4 · Custom field 4 */
    zdy4?: Text;
    /** 自定义5 · Custom field 5 */
    zdy5?: Numeric;
    /** 自定义6 · Custom field 6 */
    zdy6?: Numeric;
    /** 预计销售周期 · Expected sales cycle */
    Period?: Numeric;
    /** 采购提前期 · Purchase lead time */
    PurchaleadDays?: Numeric;
    /** 是否需要质检 · Must be inspected · 0 否, 1 是 */
    HasQC?: Choice<0 | 1>;
    /** 库存下限 · Lower stock limit */
    Aleat1?: Numeric;
    /** 库存上限 · Upper stock limit */
    Aleat2?: Numeric;
    /** 安全库存 · Safety stock */
    SafeNum?: Numeric;
    /** 产品有效期 · Shelf life */
    CpyxqNum?: Numeric;
    /** 产品有效期单位 · Unit of the shelf life · 2 天, 3 周, 4 月, 5 年 */
    CpyxqUnit?: Choice<2 | 3 | 4 | 5>;
    /** 产品失效提前期 · Warning before expiry */
    RemindNum?: Numeric;
    /** 失效提前期单位 · Unit of the warning before expiry · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    RemindUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 产品养护周期 · Maintenance cycle */
    MaintainNum?: Numeric;
    /** 养护周期单位 · Unit of the maintenance cycle · 1 小时, 2 天, 3 周, 4 月, 5 年 */
    MaintainUnit?: Choice<1 | 2 | 3 | 4 | 5>;
    /** 提醒人员ID · Ids of people to remind */
    RemindPerson?: Text | readonly (Text)[];
    /** 制造提前期 · Production lead time */
    ProduceleadDays?: Numeric;
    /** 变动提前期 · Variable lead time */
    ExtleadDays?: Numeric;
    /** 变动提前期批量 · Batch size of the variable lead time */
    ExtleadNum?: Numeric;
    /** 损耗率 · Scrap rate */
    WastAge?: Numeric;
    /** 提成比例 · Commission rate */
    Num_tc?: Numeric;
    /** 主委外供应商 · Main subcontractor */
    WWSupplier?: Numeric;
    /** 生产周期（多少天） · Production time in days */
    Num_sc?: Numeric;
    /** 产品提成基数值 · Base of the commission */
    Tcsort1?: Numeric;
    /** 产品提成比例方式值 · Way of the commission rate · 1 同一比例, 2 累加比例, 3 产品比例, 4 有提成公式的提成比例记录 */
    Tcsort2?: Choice<1 | 2 | 3 | 4>;
    /** 超量入库上限 · Most that a receipt may exceed */
    LimitExcess?: Numeric;
    /** 产品价格策略信息 · Prices by department and unit */
    PackingPrices?: readonly {
      /** 产品价格策略明细ID · Price line id */
      ID?: Numeric;
      /** 部门ID · Department id */
      Bm?: Numeric;
      /** 单位比例 · Unit ratio */
      Bl?: Numeric;
      /** 单位ID · Unit id */
      UnitID?: Numeric;
      /** 条形码 · Bar code */
      Txm?: Text;
      /** 建议进价 · Suggested purchase price */
      Price1jy?: Numeric;
      /** 最高进价 · Highest purchase price */
      Price1?: Numeric;
      /** 建议售价 · Suggested selling price */
      Price2jy?: Numeric;
      /** 最低售价 · Lowest selling price */
      Price2?: Numeric;
      /** 客户分类的价格 · Price for the customer category */
      Price3?: Numeric;
      /** 客户分类id · Customer category id */
      Sort?: Numeric;
      /** 采购主单位 · Main unit for purchases */
      CgMainUnit?: Numeric;
      /** 序列号管理 · Managed by serial number */
      XlhManage?: Numeric;
      /** 主仓库ID · Main warehouse id */
      MainStore?: Numeric;
      /** 仓库容量 · Capacity of the warehouse */
      StoreCapacity?: Numeric;
    }[];
  };
  /** 307 出库确认（32.15及以后） · Confirm an issue (32.15 and later): /webapi/v3/store/KuOutApplyEdit/edit */
  'stockOut.confirmRequest': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 出库完成状态 · Stock issue done or not */
    Complete1: Numeric;
    /** 库管意见 · Warehouse keeper's comment */
    Intro2: Text;
    /** 确认时间 · Time confirmed */
    Date5: string;
    /** 出库明细 · Stock issue lines */
    KuoutList?: readonly {
      /** 出库明细ID · Stock issue line id */
      Id: Numeric;
      /** 出库确认数量 · Quantity confirmed as issued */
      Num1: Numeric;
      /** 仓库 · Warehouse */
      Ck: Numeric;
      /** 库位id · Storage location id */
      WareHousePositionID?: Numeric;
      /** 包装 · Packaging */
      Bz?: Text;
      /** 件数 · Number of packages */
      Js?: Text;
      /** 到货日期 · Date of arrival */
      date2?: string;
    }[];
  };
  /** 308 出库列表（32.15及以后） · Issues from stock (32.15 and later): /webapi/v3/store/KuOutApplyList */
  'stockOut.requests': {
    /** 申请人员 · Requested by */
    Cateid?: Numeric;
    /** 库管人员 · Warehouse keeper */
    Kg?: Text;
    /** 出库仓库 · Warehouse of the issue */
    Ck?: Text;
    /** 出库类型 · Kind of stock issue */
    Sort1?: Numeric;
    /** 出库完成状态 · Stock issue done or not */
    Complete1?: Numeric;
    /** 出库主题 · Stock issue subject */
    Title?: Text;
    /** 出库编号 · Stock issue number */
    Ckbh?: Text;
    /** 关联客户名称 · Customer name */
    Company?: Numeric;
    /** 产品名称 · Product name */
    pro_name?: Text;
    /** 产品编号 · Product number */
    Order1?: Text;
    /** 产品型号 · Product model */
    Type1?: Text;
    /** 申请开始时间 · Requested from */
    Date3_start?: Text;
    /** 申请结束时间 · Requested until */
    Date3_end?: Text;
    /** 确认开始时间 · Confirmed from */
    Date5_start?: Text;
    /** 确认结束时间 · Confirmed until */
    Date5_end?: Text;
    /** 是否返回明细信息 · Bring the lines too */
    needList?: Numeric;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 309 入库确认（32.15及以后） · Confirm a receipt (32.15 and later): /webapi/v3/store/KuInApplyEdit/edit */
  'stockIn.confirmRequest': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 确认时间 · Time confirmed */
    Date5: string;
    /** 入库状态 · State of receipt into stock */
    Complete1: Numeric;
    /** 库管意见 · Warehouse keeper's comment */
    Intro2: Text;
    /** 入库明细 · Stock receipt lines */
    KuinList?: readonly {
      /** 入库明细id · Stock receipt line id */
      Id: Numeric;
      /** 数量 · Quantity */
      Num1: Numeric;
      /** 辅助单位 · Auxiliary unit */
      AssistUnit?: Numeric;
      /** 辅助数量 · Quantity in the auxiliary unit */
      AssistNum?: Numeric;
      /** 仓库 · Warehouse */
      Ku: Numeric;
      /** 库位id · Storage location id */
      WareHousePositionID?: Numeric;
      /** 批号 · Batch number */
      Ph?: Text;
      /** 序列号 · Serial number */
      Xlh?: Text;
      /** 生产日期 · Production date */
      Datesc?: string;
      /** 有效日期 · Valid until */
      Dateyx?: string;
      /** 到货日期 · Date of arrival */
      Date2: string;
      /** 自定义1 · Custom field 1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 · Custom field 2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 · Custom field 3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 · Custom field 4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · Custom field 5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · Custom field 6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 310 入库列表（32.15及以后） · Receipts into stock (32.15 and later): /webapi/v3/store/KuInApplyList */
  'stockIn.requests': {
    /** 申请开始时间 · Requested from */
    Date3_start?: Text;
    /** 申请结束时间 · Requested until */
    Date3_end?: Text;
    /** 确认开始时间 · Confirmed from */
    Date5_start?: Text;
    /** 确认结束时间 · Confirmed until */
    Date5_end?: Text;
    /** 入库类别 · Kind of stock receipt */
    Sort1?: Numeric;
    /** 入库状态 · State of receipt into stock */
    Complete1?: Numeric;
    /** 入库主题 · Stock receipt subject */
    Title?: Text;
    /** 入库编号 · Stock receipt number */
    Rkbh?: Text;
    /** 产品名称 · Product name */
    CPTitle?: Text;
    /** 产品编号 · Product number */
    Order1?: Text;
    /** 申请人员 · Requested by */
    Cateid?: Text;
    /** 库管人员 · Warehouse keeper */
    Kg?: Text;
    /** 是否返回明细信息 · Bring the lines too */
    needList?: Numeric;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 314 考勤导入添加 · Import attendance: /webapi/v3/attendance/attendancemanage/record/add */
  'attendance.import': {
    /** 考勤导入信息 · Attendance records */
    attendanceList?: readonly {
      /** 打卡用户 · User who clocked in */
      UserID: Numeric;
      /** 打卡具体时间 · Time of clocking */
      ClockTime: Text;
      /** 打卡设备 · Device of clocking · 0 电脑, 1 手机, 2 考勤机 */
      Device: Choice<0 | 1 | 2>;
      /** 是否有效打卡 · Valid clocking · 0 否, 1 是 */
      IsTrueDevice: Choice<0 | 1>;
    }[];
  };
  /** 315 岗位列表 · Work posts: /webapi/v3/produceV2/workflow/workingprocedure/jobs/list */
  'job.list': {
    /** 岗位名称 · Name of the post */
    cName?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 316 工序分类列表 · Operation classes: /webapi/v3/produceV2/workflow/workingprocedure/class/list */
  'operationClass.list': {
    /** 工序分类名称 · Operation class name */
    cName?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 317 获取工序任务列表 · Operation tasks: /webapi/v3/produceV2/ProcessReportTaskList/List */
  'report.tasks': {
    /** 添加日期开始日期 · Added from */
    AddDate_0?: Text;
    /** 添加日期结束日期 · Added until */
    AddDate_1?: Text;
    /** 派工单ID · Work order id */
    WAID?: Numeric;
    /** 单据编号 · Document number */
    WABH?: Text;
    /** 单据主题 · Document subject */
    WATitle?: Text;
    /** 任务计划开始时间 · Planned start of the task */
    StartTime?: Text;
    /** 任务计划结束时间 · Planned end of the task */
    EndTime?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 320 物料替代添加 · Add a material substitution: /webapi/v3/produce/material/substitution/add */
  'substitution.add': {
    /** 产品ID · Product id */
    ProductID: Numeric;
    /** 单位 · Unit */
    unit: Numeric;
    /** 概要 · Summary */
    intro?: Text;
    /** 物料替代明细 · Substitution lines */
    childtd: readonly {
      /** 替代优先级 · Substitution priority */
      Priority: Numeric;
      /** 产品ID · Product id */
      ReProductID: Numeric;
      /** 适用物料清单ID · Id of the BOM it applies to */
      ApplyBomID?: Numeric;
      /** 单位 · Unit */
      unit: Numeric;
      /** 原产品用量 · Quantity of the original product */
      Dosage: Numeric;
      /** 替代比例 · Substitution ratio */
      ReplacementRatio: Numeric;
      /** 自定义1 · Custom field 1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 · Custom field 2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 · Custom field 3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 · Custom field 4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · Custom field 5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · Custom field 6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 321 物料替代修改 · Edit a material substitution: /webapi/v3/produce/material/substitution/edit */
  'substitution.edit': {
    /** 单据ID · Document id */
    ord: Numeric;
    /** 产品ID · Product id */
    ProductID: Numeric;
    /** 单位 · Unit */
    unit: Numeric;
    /** 概要 · Summary */
    intro?: Text;
    /** 物料替代明细 · Substitution lines */
    childtd: readonly {
      /** 物料替代明细ID · Substitution line id */
      ID: Numeric;
      /** 替代优先级 · Substitution priority */
      Priority: Numeric;
      /** 产品ID · Product id */
      ReProductID: Numeric;
      /** 适用物料清单ID · Id of the BOM it applies to */
      ApplyBomID?: Numeric;
      /** 单位 · Unit */
      unit: Numeric;
      /** 原产品用量 · Quantity of the original product */
      Dosage: Numeric;
      /** 替代比例 · Substitution ratio */
      ReplacementRatio: Numeric;
      /** 自定义1 · Custom field 1 */
      sysIcusIInheritIdIidI1?: Text;
      /** 自定义2 · Custom field 2 */
      sysIcusIInheritIdIidI2?: Text;
      /** 自定义3 · Custom field 3 */
      sysIcusIInheritIdIidI3?: Text;
      /** 自定义4 · Custom field 4 */
      sysIcusIInheritIdIidI4?: Text;
      /** 自定义5 · Custom field 5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: Text;
      /** 自定义6 · Custom field 6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: Text;
    }[];
  };
  /** 322 物料替代详情 · One material substitution: /webapi/v3/produce/material/substitution/detail */
  'substitution.get': CallParams['department.get'];
  /** 323 物料替代列表 · Material substitutions: /webapi/v3/produce/material/substitution/list */
  'substitution.list': {
    /** 添加人员 · Added by */
    Creator?: Text;
    /** 产品名称 · Product name */
    protitle?: Text;
    /** 产品编号 · Product number */
    proorder1?: Text;
    /** 产品型号 · Product model */
    protype1?: Text;
    /** 启用 · In use · 0 停用, 1 启用 */
    StopStatus?: Choice<0 | 1>;
    /** 添加时间 · Time added */
    inDate_0?: Text;
    /** 添加时间 · Time added */
    inDate_1?: Text;
    /** 每页返回数据行数 · Rows per page */
    page_size?: Numeric;
    /** 从第几页开始返回 · Page number */
    page_index?: Numeric;
  };
  /** 324 设备添加 · Add a machine: /webapi/v3/produce/Machine/add */
  'machine.add': CallParams['bank.get'];
}

/** What each call answers. */
export interface CallResults {
  /** 11 登录系统 · Log in: /webapi/v3/ov1/login */
  'session.login': RecordResult<{
    /** 登陆状态 · Login state */
    status?: string;
    /** 会话状态信息 · Session token */
    session?: string;
    /** 当前系统版本 · Version of the system */
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
    /** 唯一标识 · Id */
    ID?: string;
    /** 名称 · Name */
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
    /** 物料清单父件信息 · Parent of the BOM */
    BomItem?: {
      /** 唯一标识 · Id */
      ID?: string;
      /** 产品ID · Product id */
      ProductID?: string;
      /** 产品名称 · Product name */
      ProductName?: string;
      /** 产品编号 · Product number */
      ProductCode?: string;
      /** 产品型号 · Product model */
      ProductModel?: string;
      /** 物料清单子件BOM的ID · BOM id of the component */
      ChildID?: string;
      /** 层次 · Level */
      RankCode?: string;
      /** 单位名称 · Unit name */
      UnitName?: string;
      /** 产品比例 · Product ratio */
      Bl?: string;
      /** 数量 · Quantity */
      Num?: string;
      /** 产品角色 · Product role · 0 自制件, 1 委外件, 2 外购件 */
      Role?: string;
      /** 工艺路线名称 · Routing name */
      WorkingFlowsName?: string;
      /** 损耗率 · Scrap rate */
      Wastage?: string;
      /** 领料方式 · Way of issue · 1 正常领料, 2 入库倒冲 */
      Mtype?: string;
      /** 物料清单明细子件 · Components of the BOM */
      BomItems?: readonly {
        /** 唯一标识 · Id */
        ID?: string;
        /** 产品ID · Product id */
        ProductID?: string;
        /** 产品名称 · Product name */
        ProductName?: string;
        /** 产品编号 · Product number */
        ProductCode?: string;
        /** 产品型号 · Product model */
        ProductModel?: string;
        /** 物料清单子件BOM的ID · BOM id of the component */
        ChildID?: string;
        /** 层次 · Level */
        RankCode?: string;
        /** 单位名称 · Unit name */
        UnitName?: string;
        /** 产品比例 · Product ratio */
        Bl?: string;
        /** 数量 · Quantity */
        Num?: string;
        /** 产品角色 · Product role · 0 自制件, 1 委外件, 2 外购件 */
        Role?: string;
        /** 工艺路线名称 · Routing name */
        WorkingFlowsName?: string;
        /** 损耗率 · Scrap rate */
        Wastage?: string;
        /** 领料方式 · Way of issue · 1 正常领料, 2 入库倒冲 */
        Mtype?: string;
        /** 物料清单明细子件 · Components of the BOM */
        BomItems?: readonly AnyRow[];
      }[];
    };
    /** 唯一标识 · Id */
    ID?: string;
    /** 物料清单编号 · BOM number */
    Code?: string;
    /** 单据主题 · Document subject */
    Title?: string;
    /** 物料清单类型 · Kind of BOM · 0 物料清单组件, 1 物料清单 */
    BillType?: string;
    /** 物料清单主辅 · Main or auxiliary BOM · 0 辅, 1 主 */
    IsMain?: string;
    /** 添加时间 · Time added */
    InDate?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 物料清单来源 · Source of the BOM · 0 手动添加, 1 合同, 2 报价, 3 设计 */
    FromType?: string;
    /** 物料清单来源ID · Id of the BOM's source */
    FromID?: string;
    /** 启用状态 · In use or stopped · 0 启用, 1 停用 */
    IsStop?: string;
    [more: string]: Value | undefined;
  }>;
  /** 101 获取设备列表 · Machines: /webapi/apiHelper/produce/Machine/GetMachines */
  'machine.list': ListResult<{
    /** 创建人 · Created by */
    CreatorName?: string;
    /** 唯一标识 · Id */
    ID?: string;
    /** 设备名称 · Machine name */
    Title?: string;
    /** 设备型号 · Machine model */
    Code?: string;
    /** 设备规格 · Machine specification */
    Spec?: string;
    /** 备注 · Remarks */
    Remark?: string;
    /** 添加人ID · Id of the person who added it */
    CreatorID?: string;
    /** 添加时间 · Time added */
    Indate?: string;
    /** 删除状态 · Deletion state · 1 正常, 2 已删除 */
    Del?: string;
    [more: string]: Value | undefined;
  }>;
  /** 110 派工添加 · Add work orders: /webapi/apiHelper/produce/WorkAssigns/SaveWorkAssigns */
  'workOrder.save': SaveReceipt;
  /** 111 获取派工列表 · Work orders: /webapi/apiHelper/produce/WorkAssigns/GetWorkAssigns */
  'workOrder.list': ListResult<{
    /** 派工单ID · Work order id */
    ID?: string;
    /** 派工单编号 · Work order number */
    Code?: string;
    /** 派单工主题 · Work order subject */
    Title?: string;
    /** 派工质检策略 · Inspection policy of the work order · 0 无需质检, 1 需要质检 */
    ExecQcCheck?: string;
    /** 添加日期 · Date added */
    InDate?: string;
    /** 被派人员ID · Worker's id */
    Cateid_WA?: string;
    /** 被派人员姓名 · Worker's name */
    Catename_WA?: string;
    /** 成本核算状态 · Costing state */
    ManuCostStatus?: string;
    /** 领料状态 · Material issue state · 0 未领料, 1 部分领料, 2 领料完毕, 3 超量领料, 4 无需领料 */
    llstatus?: string;
    /** 送检状态 · State of submission for inspection */
    Sjstatus?: string;
    /** 质检状态 · Inspection state · 0 未质检, 1 部分质检, 2 质检完毕, 3 超量质检 */
    zjstatus?: string;
    /** 入库状态 · State of receipt into stock · 0 未入库, 1 部分入库, 2 入库完毕, 3 超量入库 */
    rkstatus?: string;
    /** 登记状态 · Recording state · 0 未登记, 1 部分登记, 2 登记完毕, 3 超量登记, 4 无需登记 */
    djstatus?: string;
    /** 生产状态 · Production state */
    ProduceStatus?: string;
    /** 派工单的终止状态 · Work order ended or not · 1 正常, 2 终止 */
    Status?: string;
    /** 审批状态 · Approval state */
    SPStatus?: string;
    /** 派工产品ID · Id of the product to make */
    ProductID?: string;
    /** 派工产品名称 · Name of the product to make */
    ProductName?: string;
    /** 派工产品编号 · Number of the product to make */
    ProductCode?: string;
    /** 派工产品型号 · Model of the product to make */
    ProductModel?: string;
    /** 派工产品单位 · Unit of the product to make */
    UnitName?: string;
    /** 派工数量 · Quantity to make */
    NumMake?: string;
    /** 计划开工期 · Planned start */
    DateStart?: string;
    /** 计划完工期 · Planned end */
    DateEnd?: string;
    /** 交货日期 · Delivery date */
    DateDelivery?: string;
    /** 优先级 · Priority */
    Priority?: string;
    /** 备注 · Remarks */
    Remark?: string;
    /** 所需物料列表 · Materials needed */
    WorkAssignItems?: readonly {
      /** ID */
      ID?: string;
      /** 物料产品ID · Material product id */
      ProductID?: string;
      /** 物料产品名称 · Material product name */
      ProductName?: string;
      /** 物料产品编号 · Material product number */
      ProductCode?: string;
      /** 物料产品型号 · Material product model */
      ProductModel?: string;
      /** 物料产品单位ID · Material unit id */
      UnitID?: string;
      /** 物料产品单位名称 · Material unit name */
      UnitName?: string;
      /** 产品比例 · Product ratio */
      BL?: string;
      /** 损耗率 · Scrap rate */
      WastAge?: string;
      /** 所需数量 · Quantity needed */
      NeedNum?: string;
      /** 登记数量 · Quantity recorded */
      RegedNum?: string;
      /** 到货日期 · Date of arrival */
      ReceivedDate?: string;
    }[];
    /** 工序执行列表 · Operations to do */
    WorkAssignWFPs?: readonly {
      /** ID */
      ID?: string;
      /** 加工次序 · Order of processing */
      RowIndex?: string;
      /** 工序名称 · Operation name */
      WorkingProcedureTitle?: string;
      /** 是否委外 · Outsourced · 0 自制, 1 委外 */
      IsOut?: string;
      /** 工作中心名称 · Work centre name */
      WorkCenterName?: string;
      /** 资源名称 · Resource name */
      ResourceName?: string;
      /** 工序执行状态 · Operation progress */
      ExecStatus?: string;
      /** 准备时间 · Set-up time */
      rptime?: string;
      /** 加工批量 · Processing batch size */
      wNum?: string;
      /** 加工时间 · Processing time */
      jgtime?: string;
      /** 搬运批量 · Transfer batch size */
      mNum?: string;
      /** 搬运时间 · Transfer time */
      mtime?: string;
      /** 主负责人 · Person in charge */
      CateNames?: string;
      /** 工时单位 · Unit of time · 0 秒, 1 分钟, 2 小时 */
      UnitID?: string;
      /** 加工数量 · Quantity to process */
      NumMake?: string;
      /** 计划开工日期 · Planned start */
      DateStart?: string;
      /** 计划完工日期 · Planned end */
      DateEnd?: string;
      /** 计划总时间 · Planned time in all */
      Wtime?: string;
      /** 汇报例外策略 · Policy for exceptions in reports · 0 否, 1 是 */
      ReportingExceptionStrategy?: string;
      /** 换算比例 · Conversion ratio */
      ConversionBL?: string;
      /** 汇报单位 · Unit of reporting */
      ReportingUnit?: string;
      /** 批号启用 · Batch numbers in use · 0 否, 1 是 */
      BatchNumberStart?: string;
      /** 序列号启用 · Serial numbers in use · 0 否, 1 是 */
      SerialNumberStart?: string;
      /** 中间产出物 · Intermediate product */
      IntermediateProduct?: string;
      /** 汇报取整 · Round reported quantities · 0 否, 1 是 */
      ReportingRounding?: string;
      /** 工序审核 · Operation is checked */
      ExecCheck?: string;
      /** 合格计件工价 · Piece rate, accepted */
      JJHGPrice?: string;
      /** 报废计件工价 · Piece rate, scrapped */
      JJBFPrice?: string;
      /** 计时工价 · Hourly rate */
      JSPrice?: string;
    }[];
    [more: string]: Value | undefined;
  }>;
  /** 114 领料添加 · Add material issues: /webapi/apiHelper/produce/MaterialOrder/SaveMaterialOrders */
  'materialIssue.save': SaveReceipt;
  /** 115 获取领料列表 · Material issues: /webapi/apiHelper/produce/MaterialOrder/GetMaterialOrders */
  'materialIssue.list': ListResult<{
    /** 生产领料明细 · Material issue lines */
    MaterialOrderItems?: readonly {
      /** 唯一标识 · Id */
      ID?: string;
      /** 领料类型 · Kind of material issue */
      SourceType?: string;
      /** 来源ID · Source id */
      SourceID?: string;
      /** 产品ID · Product id */
      ProductID?: string;
      /** 产品名称 · Product name */
      ProductName?: string;
      /** 产品编号 · Product number */
      ProductCode?: string;
      /** 产品型号 · Product model */
      ProductModel?: string;
      /** 单位ID · Unit id */
      UnitID?: string;
      /** 单位名称 · Unit name */
      UnitName?: string;
      /** 数量 · Quantity */
      Num?: string;
      /** 领料方式 · Way of issue · 1 正常领料, 2 倒冲领料 */
      MType?: string;
      /** 备注 · Remarks */
      Intro?: string;
      /** 交货日期 · Delivery date */
      DateDelivery?: string;
      /** 库管人员 · Warehouse keeper */
      OutkuPerson?: string;
      /** 出库申请数量 · Quantity requested from stock */
      CKNum?: string;
      /** 出库确认数量 · Quantity confirmed as issued */
      CKNumOK?: string;
    }[];
    /** 唯一标识 · Id */
    ID?: string;
    /** 领料主题 · Material issue subject */
    Title?: string;
    /** 领料编号 · Material issue number */
    Code?: string;
    /** 领料日期 · Date of the material issue */
    Date1?: string;
    /** 审批状态 · Approval state · 0 待审批, 1 审批中/审批退回, 2 审批终止, 3 审批通过 */
    Status?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 领料类型 · Kind of material issue · 1 直接领料, 2 按单领料, 3 补料 */
    MaterialType?: string;
    /** 出库状态 · State of issue from stock · e.g. 0 未出库, 1 未出库, 2 部分出库, 3 未出库, 4 部分出库, 5 出库完毕 */
    CKStatus?: string;
    /** 添加时间 · Time added */
    InDate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 118 生产质检任务添加 · Add inspection tasks: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestingsTask */
  'inspection.saveTask': SaveReceipt;
  /** 119 获取生产质检任务列表 · Inspection tasks: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingTasks */
  'inspection.tasks': ListResult<{
    /** 唯一标识 · Id */
    ID?: string;
    /** 生产质检任务主题 · Inspection task subject */
    Title?: string;
    /** 生产质检任务编号 · Inspection task number */
    TaskBh?: string;
    /** 质检负责人ID · Id of the person in charge of inspection */
    QcCateid?: string;
    /** 送检日期 · Date submitted for inspection */
    TaskDate?: string;
    /** 派工单/返工单ID · Work or rework order id */
    WAID?: string;
    /** 质检状态 · Inspection state · 0 未质检, 1 部分质检, 2 质检完成 */
    QCStatus?: string;
    /** 质检类型 · Kind of inspection · 1 派工质检, 2 返工质检 */
    PoType?: string;
    /** 创建人ID · Creator's id */
    CreatorID?: string;
    /** 创建时间 · Time created */
    Indate?: string;
    /** 生产质检任务明细列表 · Lines of the inspection task */
    QualityTestingTaskItems?: readonly AnyRow[];
    [more: string]: Value | undefined;
  }>;
  /** 120 生产质检添加/修改 · Add or edit inspections: /webapi/apiHelper/produce/QualityTesting/SaveQualityTestings */
  'inspection.save': SaveReceipt;
  /** 121 获取生产质检计划 · Inspection plans: /webapi/apiHelper/produce/QualityTesting/GetQualityTestingPlans */
  'inspection.plans': ListResult<{
    /** 派工单ID · Work order id */
    ID?: string;
    /** 派工主题 · Work order subject */
    Title?: string;
    /** 派工编号 · Work order number */
    WABH?: string;
    /** 产品ID · Product id */
    ProID?: string;
    /** 产品名称 · Product name */
    Product?: string;
    /** 产品编号 · Product number */
    Order1?: string;
    /** 产品型号 · Product model */
    Type1?: string;
    /** 派工产品单位 · Unit of the product to make */
    UnitName?: string;
    /** 待检数量 · Quantity to inspect */
    InspectorName?: string;
    /** 交货日期 · Delivery date */
    DateDelivery?: string;
    /** 被派人员 · Worker */
    Useman?: string;
    [more: string]: Value | undefined;
  }>;
  /** 122 获取生产质检列表 · Inspections: /webapi/apiHelper/produce/QualityTesting/GetQualityTestings */
  'inspection.list': ListResult<{
    /** 生产质检明细列表 · Inspection lines */
    QualityTestingItems?: readonly {
      /** 唯一标识 · Id */
      ID?: string;
      /** 产品生产类型 · Finished or semi-finished · 0 成品, 1 半成品 */
      DataType?: string;
      /** 来源ID · Source id */
      BID?: string;
      /** 汇报数量 · Quantity reported */
      SerialNumber?: string;
      /** 质检数量 · Quantity inspected */
      NumTesting?: string;
      /** 审核前合格数量 · Accepted before the check */
      OkNum?: string;
      /** 审核前不合格数量 · Rejected before the check */
      FailNum?: string;
      /** 审核后返工数量 · For rework after the check */
      NumScrap?: string;
      /** 审核后报废数量 · Scrapped after the check */
      NumBF?: string;
      /** 审核后合格数量 · Accepted after the check */
      NumSPOK?: string;
      /** 合格入库申请总数 · Accepted quantity requested into stock */
      NumOKKuin?: string;
      /** 报废入库申请总数 · Scrapped quantity requested into stock */
      NumBFKuin?: string;
      /** 返工单返工总数 · Quantity reworked in all */
      NumFGOut?: string;
      /** 质量等级 · Quality level */
      QualityLevel?: string;
      /** 批号 · Batch number */
      Ph?: string;
      /** 序列号 · Serial number */
      Xlh?: string;
      /** 备注 · Remarks */
      Remark?: string;
      /** 生产日期 · Production date */
      Datesc?: string;
      /** 有效日期 · Valid until */
      Dateyx?: string;
      /** 质检结果 · Result of the inspection · 0 合格, 1 不合格 */
      QTResult?: string;
      /** 不合格意见 · Reason for rejection */
      BhgOpinion?: string;
      /** 报废原因 · Reason for scrapping */
      BFOpinion?: string;
      /** 序列号 · Serial number */
      OriSeralNumber?: string;
      /** 批号 · Batch number */
      CodeBatch?: string;
      /** 质检任务单明细ID · Inspection task line id */
      TaskMXId?: string;
    }[];
    /** 质检编号 · Inspection number */
    Code?: string;
    /** 质检主题 · Inspection subject */
    Title?: string;
    /** 创建人ID · Creator's id */
    CreatorID?: string;
    /** 添加时间 · Time added */
    InDate?: string;
    /** 质检时间 · Time of inspection */
    QTDate?: string;
    /** 质检员ID · Inspector's id */
    Inspector?: string;
    /** 质检模式 · Full or sampled inspection · 0 全检, 1 抽检 */
    QTMode?: string;
    /** 质检类型 · Kind of inspection · 0 汇总, 1 明细 */
    QTType?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 来源类型 · Kind of source · 1 委外质检, 2 工序委外质检, 3 派工质检, 4 返工质检 */
    PoType?: string;
    /** 质检时所在单据的行号 · Line number in the inspected document */
    BatchRowIndex?: string;
    /** 质检单否合格 · Inspection passed or not · 0 合格, 1 不合格 */
    QTResultAll?: string;
    /** 质检任务主单ID · Inspection task id */
    QCTaskID?: string;
    /** 唯一标识 · Id */
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
    /** 物料登记明细列表 · Material record lines */
    MaterialRegisterItems?: readonly {
      /** 唯一标识 · Id */
      ID?: string;
      /** 产品ID · Product id */
      ProductID?: string;
      /** 产品名称 · Product name */
      ProductName?: string;
      /** 产品编号 · Product number */
      ProductCode?: string;
      /** 产品型号 · Product model */
      ProductModel?: string;
      /** 产品单位ID · Id of the product's unit */
      UnitID?: string;
      /** 产品单位名称 · Name of the product's unit */
      UnitName?: string;
      /** 数量 · Quantity */
      Num1?: string;
      /** 备注 · Remarks */
      Intro?: string;
      /** 分配方式 · Way of distribution */
      Zy?: string;
      /** 来源ID · Source id */
      ListID?: string;
      /** 来源类型 · Kind of source · 1 派工, 2 返工, 3 整单委外, 4 工序委外 */
      PoTypeV?: string;
    }[];
    /** 唯一标识 · Id */
    ID?: string;
    /** 登记主题 · Material record subject */
    Title?: string;
    /** 登记编号 · Material record number */
    Code?: string;
    /** 登记日期 · Date recorded */
    Date1?: string;
    /** 登记数量 · Quantity recorded */
    Totalnum?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 数据类型 · Kind of data */
    OrderType?: string;
    /** 单据来源类型 · Kind of source document · 1 派工使用, 2 返工, 3 整单委外, 4 工序委外 */
    PoType?: string;
    /** 单据来源ID · Source document id */
    Bid?: string;
    /** 入库主单ID · Stock receipt id */
    ForKuinID?: string;
    /** 创建人ID · Creator's id */
    Creator?: string;
    /** 添加时间 · Time added */
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
    /** 部门标识 · Department id */
    NodeId?: string;
    /** 上级部门标识 · Parent department id */
    ParentId?: string;
    /** 部门名称 · Department name */
    NodeText?: string;
    /** 名称全路径 · Full path of names */
    fullpath?: string;
    /** 添加人员 · Added by */
    adduname?: string;
    /** 添加时间 · Time added */
    addtime?: string;
    /** 是否停用 · Stopped */
    stoped?: string;
    /** 排序 · Sort order */
    fullsort?: string;
    [more: string]: Value | undefined;
  }>;
  /** 231 账号列表 · Accounts: /webapi/v3/orgs/user/list */
  'user.list': ListResult<{
    /** 账号ID · Account id */
    ord?: string;
    /** 账号名称 · Account name */
    username?: string;
    /** 员工编号 · Employee number */
    ygid?: string;
    /** 员工姓名 · Employee's name */
    name?: string;
    /** 员工状态 · Employee state */
    status?: string;
    /** 部门id · Department id */
    orgsid?: string;
    /** 部门名称 · Department name */
    partname?: string;
    [more: string]: Value | undefined;
  }>;
  /** 232 部门添加 · Add a department: /webapi/v3/orgs/dept/add */
  'department.add': SaveReceipt;
  /** 233 部门修改 · Edit a department: /webapi/v3/orgs/dept/edit */
  'department.edit': SaveReceipt;
  /** 234 部门详情 · One department: /webapi/v3/orgs/dept/detail */
  'department.get': RecordResult<{
    /** 部门名称 · Department name */
    name?: string;
    /** 部门简称 · Short name of the department */
    shortname?: string;
    /** 上级部门 · Parent department */
    pid?: string;
    /** 价格策略 · Price policy · 0 关闭, 1 开启 */
    openprice?: string;
    /** 重要指数 · Weight in the order */
    sort?: string;
    /** 部门职能 · Duties of the department */
    funtext?: string;
    /** 部门概要 · Summary of the department */
    intro?: string;
    [more: string]: Value | undefined;
  }>;
  /** 237 供应商详情 · One supplier: /webapi/v3/store/supplierDetail/detail */
  'supplier.get': RecordResult;
  /** 238 供应商列表 · Suppliers: /webapi/v3/store/supplierList */
  'supplier.list': ListResult<{
    /** 供应商名称 · Supplier name */
    gysname?: string;
    /** 采购人员 · Buyer */
    cgry?: string;
    /** 供应商编号 · Supplier number */
    gysbh?: string;
    /** 所在行业 · Industry */
    szhy?: string;
    /** 主联系人 · Main contact person */
    name?: string;
    /** 联系方式 · How to reach them */
    lxfs?: string;
    [more: string]: Value | undefined;
  }>;
  /** 239 出库确认 · Confirm an issue: /webapi/v3/store/kuout/surekuout/edit */
  'stockOut.confirm': SaveReceipt;
  /** 240 出库详情 · One issue from stock: /webapi/v3/store/kuout/detail */
  'stockOut.get': RecordResult;
  /** 241 出库列表 · Issues from stock: /webapi/v3/store/kuout/List */
  'stockOut.list': ListResult<{
    /** 出库主题 · Stock issue subject */
    title?: string;
    /** 出库编号 · Stock issue number */
    ckbh?: string;
    /** 数量 · Quantity */
    num?: string;
    /** 出库类别 · Kind of stock issue */
    chukutype?: string;
    /** 审批状态 · Approval state */
    status?: string;
    /** 出库状态 · State of issue from stock */
    chustate?: string;
    /** 日期 · Date */
    date3?: string;
    /** 库管 · Warehouse keeper */
    kgs?: string;
    /** 人员 · Person */
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
    /** 产品名称 · Product name */
    Title?: string;
    /** 编号 · Number */
    Order1?: string;
    /** 型号 · Model */
    Type1?: string;
    /** 产品分类 · Product category */
    ProductSort?: string;
    /** 单位 · Unit */
    Unit?: string;
    /** 库存数量 · Quantity in stock */
    Num2?: string;
    /** 基本数量合计 · Total in the basic unit */
    BaseNumSum?: string;
    /** 冻结数量 · Quantity frozen */
    DJNum?: string;
    /** 批号 · Batch number */
    Ph?: string;
    /** 序列号 · Serial number */
    Xlh?: string;
    /** 生产日期 · Production date */
    Datesc?: string;
    /** 有效日期 · Valid until */
    Dateyx?: string;
    /** 包装 · Packaging · e.g. 331 纸箱包装, 332 塑料瓶装, 361 真空包装 */
    Bz?: string;
    /** 件数 · Number of packages */
    Js?: string;
    /** 自定义1 · Custom field 1 */
    sysIcusIInheritIdIidI1?: string;
    /** 自定义2 · Custom field 2 */
    sysIcusIInheritIdIidI2?: string;
    /** 自定义3 · Custom field 3 */
    sysIcusIInheritIdIidI3?: string;
    /** 自定义4 · Custom field 4 */
    sysIcusIInheritIdIidI4?: string;
    /** 自定义5 · Custom field 5 */
    sysIcusIInheritIdIidI5?: string;
    /** 自定义6 · Custom field 6 */
    sysIcusIInheritIdIidI6?: string;
    /** 仓库 · Warehouse */
    Ku?: string;
    /** 库位 · Storage location */
    WareHousePositionName?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 关联供应商 · Supplier */
    gysname?: string;
    /** 关联入库单 · Stock receipt */
    kuintitle?: string;
    [more: string]: Value | undefined;
  }>;
  /** 247 产品库存汇总列表 · Stock by product, summed up: /webapi/v3/store/inventory/InventorySummary */
  'stock.summary': ListResult<{
    /** 产品名称 · Product name */
    Title?: string;
    /** 产品编号 · Product number */
    Order1?: string;
    /** 产品型号 · Product model */
    Type1?: string;
    /** 产品分类 · Product category */
    ProductSort?: string;
    /** 单位 · Unit */
    UnitName?: string;
    /** 库存数量 · Quantity in stock */
    Num2?: string;
    /** 车间剩余数量 · Quantity left in the workshop */
    WorkNum?: string;
    /** 预定数量 · Quantity reserved */
    YDNum?: string;
    /** 在途数量 · Quantity in transit */
    ZTNum?: string;
    /** 基本数量合计 · Total in the basic unit */
    BaseNumSum?: string;
    /** 冻结数量 · Quantity frozen */
    DJNum?: string;
    /** 可用数量 · Quantity available */
    KYNum?: string;
    /** 仓库 · Warehouse */
    Ku?: string;
    /** 自定义2 · Custom field 2 */
    sysIcusIInheritIdIidI2?: string;
    /** 自定义3 · Custom field 3 */
    sysIcusIInheritIdIidI3?: string;
    /** 自定义4 · Custom field 4 */
    sysIcusIInheritIdIidI4?: string;
    /** 详情 · Details */
    details?: string;
    [more: string]: Value | undefined;
  }>;
  /** 248 库存操作修改 · Edit a stock operation: /webapi/v3/store/inventory/edit */
  'stock.edit': SaveReceipt;
  /** 249 库存操作详情 · One stock operation: /webapi/v3/store/inventory/detail */
  'stock.operation': RecordResult;
  /** 252 合同详情 · One contract: /webapi/v3/sales/contract/detail */
  'contract.get': RecordResult<{
    /** 合同主题 · Contract subject */
    Title?: string;
    /** 合同编号 · Contract number */
    Htid?: string;
    /** 添加人 · Added by */
    AddcateName?: string;
    /** 销售人员 · Salesperson */
    CateName?: string;
    /** 我方代表 · Our representative */
    Person1?: string;
    /** 对方代表 · Their representative */
    Person2?: string;
    /** 添加时间 · Time added */
    Date7?: string;
    /** 签订日期 · Date signed */
    Date3?: string;
    /** 合同分类 · Contract category */
    SortName?: string;
    /** 合同状态 · Contract state */
    Complete1Name?: string;
    /** 出库状态 · State of issue from stock */
    mZt1?: string;
    /** 发货状态 · Delivery state */
    mZt2?: string;
    /** 预计划状态 · Pre-planning state · 0 待预计划, 1 预计划完毕, -1 无需预计划 */
    PlanPreStatus?: string;
    /** 审批状态 · Approval state */
    SpStatus?: string;
    /** 当前审批人 · Current approver */
    CurSp?: string;
    /** 最后审批人 · Last approver */
    LastSp?: string;
    /** 币种 · Currency */
    BzName?: string;
    /** 所属地区 · Area */
    areatext?: string;
    /** 所属行业 · Industry */
    Trade?: string;
    /** 终止人 · Ended by */
    StopName?: string;
    /** 终止时间 · Time ended */
    Stopdate?: string;
    /** 共享人 · Shared by */
    AddshareName?: string;
    /** 合同编号一维条码 · Bar code of the contract number */
    HtidBarCode?: string;
    /** 合同总额 · Contract total */
    Premoney?: string;
    /** 优惠总额 · Reduction in all */
    YhMoneyM?: string;
    /** 优惠后总额 · Total after reduction */
    Money1?: string;
    /** 到账总额 · Received in all */
    HkMoney1?: string;
    /** 收款类型 · Kind of receipt · 1 汇总, 2 明细 */
    PaybackMode?: string;
    /** 收款计划 · Receipt plan · e.g. 0 自动生成, 1 手动生成, 2 分期回款, 3 出库自动收款, 4 发货自动收款, 5 开票自动收款, 6 对账手动生成, 99 发起方生成付款计划后自动收款 */
    Fqhk?: string;
    /** 对账方式 · Way of reconciling · e.g. 1 按合同对账, 2 按出库对账, 3 按发货对账, 4 按开票对账 */
    CKAccModel?: string;
    /** 开票类型 · Kind of invoicing · 0 不开票, 1 汇总, 2 明细 */
    InvoiceMode?: string;
    /** 开票计划 · Invoicing plan · 0 不开票, 1 自动开票, 2 手动开票, 3 出库自动开票, 4 发货自动开票, 5 对账手动生成 */
    InvoicePlan?: string;
    /** 收款抹零 · Rounding of the receipt */
    SKMLMoney?: string;
    /** 产品成本 · Product cost */
    ProductCostMoney?: string;
    /** 费用总额 · Expenses in all */
    FYMoney?: string;
    /** 退货金额 · Amount returned */
    THMoney?: string;
    /** 退货成本 · Cost of returns */
    thCost?: string;
    /** 销售毛利 · Gross profit */
    MLMoney?: string;
    /** 毛利率 · Gross margin */
    MLL?: string;
    /** 退货后总额 · Total after returns */
    thTotal?: string;
    /** 运杂费 · Freight and sundries */
    Extras?: string;
    /** 建议进价成本 · Cost at suggested purchase price */
    jinjiaCostMoney?: string;
    /** 销售毛利（进价） · Gross profit (purchase price) */
    jinjiaMlMoney?: string;
    /** 毛利率（进价） · Gross margin (purchase price) */
    jinjiaMlRate?: string;
    /** 税额 · Tax */
    TaxValue1?: string;
    /** 业务提成 · Commission */
    Money_tc1?: string;
    /** 账期 · Days of credit */
    FkDays?: string;
    /** 编号 · Number */
    Order1?: string;
    /** 型号 · Model */
    Type1?: string;
    /** 单位 · Unit */
    Unit?: string;
    /** 产品图纸 · Product drawing */
    Drawing?: string;
    /** 数量 · Quantity */
    Num1?: string;
    /** 申请 · Requested */
    Num2?: string;
    /** 出库 · Issued from stock */
    Num3?: string;
    /** 发货 · Delivered */
    Num4?: string;
    /** 退货 · Returned */
    NumTH?: string;
    /** 票据类型 · Kind of invoice */
    InvoiceType?: string;
    /** 税率 · Tax rate */
    TaxRate?: string;
    /** 换入数量 · Quantity exchanged in */
    EcgInNum?: string;
    /** 换出数量 · Quantity exchanged out */
    EcgOutNum?: string;
    /** 交货日期 · Delivery date */
    Date2?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 积分 · Points */
    Jf?: string;
    /** 自定义1 · Custom field 1 */
    sysIcusIInheritIdIidI1?: string;
    /** 自定义2 · Custom field 2 */
    sysIcusIInheritIdIidI2?: string;
    /** 自定义3 · Custom field 3 */
    sysIcusIInheritIdIidI3?: string;
    /** 自定义4 · Custom field 4 */
    sysIcusIInheritIdIidI4?: string;
    /** 自定义5 · Custom field 5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
    sysIcusIInheritIdIidI5?: string;
    /** 自定义6 · Custom field 6 · e.g. 小码, 中码, 大码 */
    sysIcusIInheritIdIidI6?: string;
    /** 收款方式 · Payment method */
    Intro3?: string;
    /** 交货地址 · Delivery address */
    Intro4?: string;
    /** 交货方式 · Way of delivery */
    Intro5?: string;
    /** 交货时间 · Time of delivery */
    Intro6?: string;
    /** 配件 · Accessories */
    Intro1?: string;
    /** BillType */
    BillType?: string;
    /** BillName */
    BillName?: string;
    /** Progress */
    Progress?: string;
    /** 审批阶段 · Approval stage */
    sp?: string;
    /** 审批人员 · Approver */
    name?: string;
    /** 审批时间 · Time of approval */
    '时间'?: string;
    /** 审批结果 · Decision */
    '结果'?: string;
    /** 审批意见 · Approver's comment */
    '意见'?: string;
    /** 审批方式 · Way of approval */
    sptype?: string;
    /** 发货日期 · Date delivered */
    SendDateFormatted?: string;
    /** 物流编号 · Shipment number */
    LogisticsNumber?: string;
    /** 物流公司 · Carrier */
    Sort1?: string;
    /** 第三方物流单号 · Carrier's tracking number */
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
    /** 工艺路线ID · Routing id */
    ID?: string;
    /** 工艺路线名称 · Routing name */
    WFname?: string;
    /** 工艺路线编号 · Routing number */
    WFbh?: string;
    /** 工艺路线状态 · Routing state */
    WFstatus?: string;
    /** 审批状态 · Approval state */
    ApprovalStatus?: string;
    /** 质检方案 · Inspection scheme */
    SName?: string;
    /** 添加人员 · Added by */
    creator?: string;
    /** 添加日期 · Date added */
    indate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 260 工序列表 · Operations: /webapi/v3/produceV2/workflow/workingprocedure/list */
  'operation.list': ListResult<{
    /** 工序ID · Operation id */
    GXid?: string;
    /** 工序名称 · Operation name */
    GXname?: string;
    /** 工序编号 · Operation number */
    GXbh?: string;
    /** 工序状态 · Operation state */
    GXstate?: string;
    /** 工序分类 · Operation class */
    GXType?: string;
    /** 负责人员 · Person in charge */
    wheelman?: string;
    /** 质检方案名称 · Inspection scheme name */
    SchemeName?: string;
    /** 质检方案 · Inspection scheme */
    SchemeBH?: string;
    /** 添加人员 · Added by */
    Creator?: string;
    /** 添加日期 · Date added */
    AddTime?: string;
    [more: string]: Value | undefined;
  }>;
  /** 263 工序汇报添加 · Add an operation report: /webapi/v3/produceV2/processreport/add */
  'report.add': SaveReceipt;
  /** 264 工序汇报删除 · Delete an operation report: /webapi/v3/produceV2/processreport/delete */
  'report.delete': SaveReceipt;
  /** 265 工序汇报计划 · Plans to report on: /webapi/v3/produceV2/procedure/planlist */
  'report.plans': ListResult<{
    /** 工序计划ID · Operation plan id */
    ID?: string;
    /** 派工单ID · Work order id */
    WorkAssignID?: string;
    /** 工序ID · Operation id */
    WorkingProcedureID?: string;
    /** 工序名称 · Operation name */
    WorkingProcedureTitle?: string;
    /** 产品名称 · Product name */
    ProductName?: string;
    /** 产品编号 · Product number */
    ProductCode?: string;
    /** 产品型号 · Product model */
    ProductModel?: string;
    /** 汇报单位 · Unit of reporting */
    UnitName?: string;
    /** 执行顺序 · Order of execution */
    RowIndex?: string;
    /** 汇报例外策略 · Policy for exceptions in reports · 0 未启用, 1 启用 */
    ReportingExceptionStrategy?: string;
    /** 工作中心ID · Work centre id */
    WorkCenterID?: string;
    /** 工作中心名称 · Work centre name */
    WorkCenterName?: string;
    /** 加工数量 · Quantity to process */
    NumMake?: string;
    /** 合格数量 · Quantity accepted */
    HGSL?: string;
    /** 返工数量 · Quantity for rework */
    FGSL?: string;
    /** 报废数量 · Quantity scrapped */
    BFSL?: string;
    /** 剩余数量 · Quantity left */
    SYSL?: string;
    /** 工序计划负责人 · Person in charge of the operation plan */
    ExecStatusName?: string;
    /** 计划开工期 · Planned start */
    DateStart?: string;
    /** 计划完工期 · Planned end */
    DateEnd?: string;
    [more: string]: Value | undefined;
  }>;
  /** 266 工序汇报详情 · One operation report: /webapi/v3/produceV2/processreport/detail */
  'report.get': RecordResult;
  /** 267 工序汇报列表查询(明细) · Operation reports in detail: /webapi/v3/produceV2/processreportlist/detail */
  'report.details': ListResult<{
    /** 工序汇报ID · Operation report id */
    Id?: string;
    /** 单据主题 · Document subject */
    WaTitle?: string;
    /** 产品名称 · Product name */
    ProdName?: string;
    /** 加工工序 · Operation */
    WpName?: string;
    /** 批号 · Batch number */
    CodeBatch?: string;
    /** 序列号 · Serial number */
    CodeProduct?: string;
    /** 汇报数量 · Quantity reported */
    Num1?: string;
    /** 加工工时 · Processing time */
    Wtime?: string;
    /** 生产人员 · Workers */
    Cateid?: string;
    /** 生产设备 · Machine */
    MachineName?: string;
    /** 汇报结果 · Result reported */
    Result?: string;
    /** 报废原因 · Reason for scrapping */
    Reason?: string;
    /** 添加人员 · Added by */
    Creator?: string;
    /** 添加时间 · Time added */
    InDate?: string;
    /** 审核状态 · Check state */
    CheckResult?: string;
    [more: string]: Value | undefined;
  }>;
  /** 268 工序汇报列表查询(汇总) · Operation reports summed up: /webapi/v3/produceV2/processreportlist/summary */
  'report.summary': ListResult<{
    /** 工序汇报ID · Operation report id */
    BatchId?: string;
    /** 单据主题 · Document subject */
    WaTitle?: string;
    /** 产品名称 · Product name */
    ProdName?: string;
    /** 加工工序 · Operation */
    WpName?: string;
    /** 合格 · Accepted */
    hgNum?: string;
    /** 返工 · Rework */
    fgNum?: string;
    /** 报废 · Scrapped */
    bfNum?: string;
    /** 加工工时 · Processing time */
    Wtime?: string;
    /** 生产人员ID明细 · Workers' ids */
    CateNames?: string;
    /** 生产设备ID明细 · Machine ids */
    MachineName?: string;
    /** 添加人员 · Added by */
    Creator?: string;
    /** 添加时间 · Time added */
    InDate?: string;
    /** 审核状态 · Check state */
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
    /** 物料清单ID · BOM id */
    ID?: string;
    /** 清单主题 · BOM subject */
    title?: string;
    /** 清单编号 · BOM number */
    BOMBH?: string;
    /** 生效状态 · In effect or not */
    EffectiveTxt?: string;
    /** 启用状态 · In use or stopped */
    StopTxt?: string;
    /** 主辅清单 · Main or auxiliary BOM */
    MainType?: string;
    /** 适用客户 · For the customer */
    telName?: string;
    /** 父件产品 · Parent product */
    protitle?: string;
    /** 审批状态 · Approval state */
    statusapproval?: string;
    /** 添加人员 · Added by */
    CreatorName?: string;
    /** 添加日期 · Date added */
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
    /** 姓名 · Name */
    Name?: string;
    /** 将该员工同步至员工档案 · Copy to the employee files · e.g. 1 将该员工同步至员工档案 */
    Autohrm?: string;
    /** 将该账号标记为所属部门负责人 · Make it head of the department · e.g. 1 将该账号标记为所属部门负责人 */
    Partadmin?: string;
    /** 所属部门 · Department */
    Orgsid?: string;
    /** 岗位 · Post · e.g. 473 总经理, 474 董事长, 475 总裁, 476 经理, 477 主管, 478 总经理助理, 891 代表, 939 客服 */
    WorkPosition?: string;
    /** 职位 · Position */
    Title?: string;
    /** 用户名 · User name */
    Username?: string;
    /** 密码 · Password */
    Pw?: string;
    /** 确认密码 · Password again */
    ConfirmPassword?: string;
    /** 账号性质 · Kind of account · 0 普通账号, 1 普通管理员, 2 超级管理员 */
    Top1?: string;
    /** 权限模板 · Template of rights · e.g. -1 普通员工, -2 部门主管, -3 主管理员, -4 超级管理员, -5 销售经理, -6 销售代表, -7 采购经理, -8 采购代表, -9 库管, -10 设计人员, -11 PMC（分析员）, -12 车间主任, -13 工人, -14 质检员, -15 会计, -16 出纳, -17 人资, -18 行政 */
    QxTemplate?: string;
    /** 允许移动登录 · May log in from mobile devices · e.g. 1 允许移动登录 */
    IsMobileLoginOn?: string;
    /** 移动端账号角色配置 · Role on mobile devices · e.g. 1 默认, 2 舰长, 3 销售经理, 4 销售代表, 5 采购, 6 库管, 8 质检, 9 财务 */
    mobileRole?: string;
    /** zxbflag · e.g. 1 启用在线客服 */
    zxbflag?: string;
    /** 员工编码 · Employee code */
    Ygid?: string;
    /** 身份证号 · Identity card number */
    Cardid?: string;
    /** 性别 · Sex · 男, 女 */
    Sex?: string;
    /** 籍贯 · Native place */
    Jg?: string;
    /** 民族 · Ethnic group */
    Mz?: string;
    /** 出生日期 · Date of birth */
    Date1?: string;
    /** 合同开始 · Contract from */
    Date2?: string;
    /** 合同截止 · Contract until */
    date3?: string;
    /** 学历 · Education · e.g. 小学, 初中, 高中, 技校, 中专, 大专, 本科, 硕士, 博士 */
    Xl?: string;
    /** 专业 · Field of study */
    Zy?: string;
    /** 毕业院校 · School */
    Xx?: string;
    /** 办公电话 · Office phone */
    Phone1?: string;
    /** 家庭电话 · Home phone */
    Phone2?: string;
    /** 手机 · Mobile */
    Mobile?: string;
    /** 传真 · Fax */
    Fax?: string;
    /** 电子邮件 · E-mail */
    Email?: string;
    /** 家庭住址 · Home address */
    Address?: string;
    /** 合同提醒 · Remind of the contract · 0 关闭, 1 开启 */
    Alt?: string;
    /** 特长/爱好/备注 · Skills, hobbies, remarks */
    Intro?: string;
    [more: string]: Value | undefined;
  }>;
  /** 285 合同审批修改 · Edit a contract's approval: /webapi/v3/sales/contract/approve/edit */
  'contract.editApproval': SaveReceipt;
  /** 286 合同审批记录详情 · Approval record of a contract: /webapi/v3/sales/contract/approve/approveStageList/detail */
  'contract.approvalStages': RecordResult<{
    /** 唯一标识-阶段ord · Stage id */
    StageID?: string;
    /** 审批阶段 · Approval stage */
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
    /** 库位ID · Storage location id */
    ID?: string;
    /** 库位名称 · Storage location name */
    Title?: string;
    /** 所属仓库ID · Warehouse id */
    Sortck?: string;
    /** 产品混放 · Products may be mixed */
    ProductMixing?: string;
    /** 批次混放 · Batches may be mixed */
    BatchMixing?: string;
    /** 库位状态 · Storage location state */
    Status?: string;
    /** 库位顺序 · Order of the storage location */
    Order?: string;
    /** 区域 · Area */
    Area?: string;
    /** 排 · Row */
    Row?: string;
    /** 列 · Column */
    Column?: string;
    /** 层 · Level */
    Layer?: string;
    /** 格 · Cell */
    Cell?: string;
    /** 备注 · Remarks */
    Intro?: string;
    /** 树形全路径 · Full path in the tree */
    FullPath?: string;
    /** 创建人ID · Creator's id */
    Creator?: string;
    /** 添加时间 · Time added */
    InDate?: string;
    /** 修改人ID · Id of the person who changed it */
    UpUser?: string;
    /** 修改时间 · Time changed */
    UpTime?: string;
    [more: string]: Value | undefined;
  }>;
  /** 300 获取仓库列表（32.15及以后） · Warehouses (32.15 and later): /webapi/v3/store/WareHouseStructList */
  'warehouse.tree': ListResult<{
    /** 仓库ID · Warehouse id */
    Ord?: string;
    /** 仓库名称 · Warehouse name */
    Sort1?: string;
    /** 重要指数 · Weight in the order */
    Gate1?: string;
    /** 状态 · State */
    Del?: string;
    /** 条码 · Bar code */
    StoreCode?: string;
    /** 备注 · Remarks */
    StoreComment?: string;
    /** 仓库对应全路径 · Full path of the warehouse */
    FullPath?: string;
    /** 仓库对应根分类 · Root class of the warehouse */
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
    /** 出库id · Stock issue id */
    Kuout?: string;
    /** 主题 · Subject */
    Title?: string;
    /** 仓库 · Warehouse */
    Ck?: string;
    /** 申请日期 · Date requested */
    Date3?: string;
    /** 确认日期 · Date confirmed */
    Date5?: string;
    /** 出库备注 · Remarks on the issue */
    Intro?: string;
    /** 出库完成状态 · Stock issue done or not */
    Complete1?: string;
    /** 发货状态 · Delivery state */
    Fh1?: string;
    /** 审批意见 · Approver's comment */
    Intro2?: string;
    /** 添加人员 · Added by */
    Cateid?: string;
    /** 状态 · State */
    Del?: string;
    /** 审批人 · Approver */
    Cateout?: string;
    /** 实际操作时间 · Time it was really done */
    Date7?: string;
    /** 库管 · Warehouse keeper */
    Kg?: string;
    /** 出库编号 · Stock issue number */
    Ckbh?: string;
    /** 出库类型 · Kind of stock issue */
    Sort1?: string;
    /** 收货人 · Consignee */
    Receiver?: string;
    /** 固话 · Landline */
    Phone?: string;
    /** 手机 · Mobile */
    Mobile?: string;
    /** 地址 · Address */
    Address?: string;
    /** 邮编 · Postal code */
    Zip?: string;
    /** 是否对冲后转出库单 · Became an issue after offsetting */
    Fromid?: string;
    /** 审批状态 · Approval state */
    Status?: string;
    /** 产品明细 · Product lines */
    KuoutList?: string;
    [more: string]: Value | undefined;
  }>;
  /** 309 入库确认（32.15及以后） · Confirm a receipt (32.15 and later): /webapi/v3/store/KuInApplyEdit/edit */
  'stockIn.confirmRequest': SaveReceipt;
  /** 310 入库列表（32.15及以后） · Receipts into stock (32.15 and later): /webapi/v3/store/KuInApplyList */
  'stockIn.requests': ListResult<{
    /** 入库主题 · Stock receipt subject */
    Title?: string;
    /** 入库id · Stock receipt id */
    Kuin?: string;
    /** 入库状态 · State of receipt into stock */
    Complete1?: string;
    /** 申请人 · Requested by */
    Cateid?: string;
    /** 申请日期 · Date requested */
    Date3?: string;
    /** 确认日期 · Date confirmed */
    Date5?: string;
    /** 审批人 · Approver */
    Catein?: string;
    /** 审批意见 · Approver's comment */
    Intro2?: string;
    /** 入库备注 · Remarks on the receipt */
    Intro?: string;
    /** 关联其他单据id · Id of the related document */
    Caigou?: string;
    /** 添加时间 · Time added */
    Date7?: string;
    /** 库管id · Warehouse keeper's id */
    Kg?: string;
    /** 入库类别 · Kind of stock receipt */
    Sort1?: string;
    /** 入库编号 · Stock receipt number */
    Rkbh?: string;
    /** 审批状态 · Approval state */
    Status?: string;
    /** 产品明细 · Product lines */
    KuinList?: string;
    [more: string]: Value | undefined;
  }>;
  /** 314 考勤导入添加 · Import attendance: /webapi/v3/attendance/attendancemanage/record/add */
  'attendance.import': SaveReceipt;
  /** 315 岗位列表 · Work posts: /webapi/v3/produceV2/workflow/workingprocedure/jobs/list */
  'job.list': ListResult<{
    /** 岗位ID · Post id */
    Ord?: string;
    /** 岗位名称 · Name of the post */
    Sort1?: string;
    [more: string]: Value | undefined;
  }>;
  /** 316 工序分类列表 · Operation classes: /webapi/v3/produceV2/workflow/workingprocedure/class/list */
  'operationClass.list': ListResult<{
    /** 工序分类ID · Operation class id */
    Ord?: string;
    /** 工序分类名称 · Operation class name */
    Sort1?: string;
    [more: string]: Value | undefined;
  }>;
  /** 317 获取工序任务列表 · Operation tasks: /webapi/v3/produceV2/ProcessReportTaskList/List */
  'report.tasks': ListResult<{
    /** 单据ID · Document id */
    WAID?: string;
    /** 单据主题 · Document subject */
    WATitle?: string;
    /** 单据编号 · Document number */
    WABH?: string;
    /** 任务ID · Task id */
    TaskId?: string;
    /** 任务编号 · Task number */
    TaskSn?: string;
    /** 派工产品ID · Id of the product to make */
    ProductId?: string;
    /** 派工产品名称 · Name of the product to make */
    Proname?: string;
    /** 派工产品编号 · Number of the product to make */
    ProdOrder?: string;
    /** 派工产品型号 · Model of the product to make */
    ProdType?: string;
    /** 是否开启汇报例外策略 · Policy for exceptions in use */
    ReportExt?: string;
    /** 生产人员ID · Workers' ids */
    cateid?: string;
    /** 生产人员 · Workers */
    catesName?: string;
    /** 加工工序 · Operation */
    WProce?: string;
    /** 加工工序ID · Operation id */
    WPId?: string;
    /** 工作中心 · Work centre */
    WorkCenterName?: string;
    /** 车间 · Workshop */
    DeptName?: string;
    /** 产线 · Production line */
    LineName?: string;
    /** 工序审核 · Operation is checked */
    ExecCheck?: string;
    /** 设备ID · Machine id */
    Machineid?: string;
    /** 设备 · Machine */
    MachineName?: string;
    /** 任务数量 · Quantity of the task */
    TaskNum?: string;
    /** 汇报单位 · Unit of reporting */
    UnitID?: string;
    /** 合格数量 · Quantity accepted */
    hgNum?: string;
    /** 返工数量 · Quantity for rework */
    fgNum?: string;
    /** 报废数量 · Quantity scrapped */
    bfNum?: string;
    /** 剩余数量 · Quantity left */
    sysl?: string;
    /** 是否可执行 · Can be executed */
    CanExec?: string;
    /** 状态 · State */
    WPstatus?: string;
    /** 异常状态 · Exception state */
    ExceptionStatus?: string;
    /** 异常原因 · Reason of the exception */
    WFPAExceptionReason?: string;
    /** 任务开始状态 · Task started or not */
    BeginStatus?: string;
    /** 是否汇报结束 · Reporting ended */
    Finished?: string;
    /** 计划开始时间 · Planned start */
    DateStart?: string;
    /** 计划完成时间 · Planned end */
    DateEnd?: string;
    /** 所需工时 · Time needed */
    NeedTime?: string;
    /** 工时单位 · Unit of time */
    TimeUnit?: string;
    [more: string]: Value | undefined;
  }>;
  /** 320 物料替代添加 · Add a material substitution: /webapi/v3/produce/material/substitution/add */
  'substitution.add': SaveReceipt;
  /** 321 物料替代修改 · Edit a material substitution: /webapi/v3/produce/material/substitution/edit */
  'substitution.edit': SaveReceipt;
  /** 322 物料替代详情 · One material substitution: /webapi/v3/produce/material/substitution/detail */
  'substitution.get': RecordResult<{
    /** 产品ID · Product id */
    ProductID?: string;
    /** 单位 · Unit */
    unit?: string;
    /** 概要 · Summary */
    intro?: string;
    /** 物料替代明细 · Substitution lines */
    childtd?: readonly {
      /** 物料替代明细ID · Substitution line id */
      ID?: string;
      /** 替代优先级 · Substitution priority */
      Priority?: string;
      /** 产品ID · Product id */
      ReProductID?: string;
      /** 适用物料清单ID · Id of the BOM it applies to */
      ApplyBomID?: string;
      /** 单位 · Unit */
      unit?: string;
      /** 原产品用量 · Quantity of the original product */
      Dosage?: string;
      /** 替代比例 · Substitution ratio */
      ReplacementRatio?: string;
      /** 自定义1 · Custom field 1 */
      sysIcusIInheritIdIidI1?: string;
      /** 自定义2 · Custom field 2 */
      sysIcusIInheritIdIidI2?: string;
      /** 自定义3 · Custom field 3 */
      sysIcusIInheritIdIidI3?: string;
      /** 自定义4 · Custom field 4 */
      sysIcusIInheritIdIidI4?: string;
      /** 自定义5 · Custom field 5 · e.g. 灰色, 绿色, 黄色, 红色, 白色 */
      sysIcusIInheritIdIidI5?: string;
      /** 自定义6 · Custom field 6 · e.g. 小码, 中码, 大码 */
      sysIcusIInheritIdIidI6?: string;
    }[];
    [more: string]: Value | undefined;
  }>;
  /** 323 物料替代列表 · Material substitutions: /webapi/v3/produce/material/substitution/list */
  'substitution.list': ListResult<{
    /** 物料替代ID · Substitution id */
    ID?: string;
    /** 启用状态 · In use or stopped */
    StopTxt?: string;
    /** 产品 · Product */
    protitle?: string;
    /** 添加人员 · Added by */
    CreatorName?: string;
    /** 添加日期 · Date added */
    indate?: string;
    [more: string]: Value | undefined;
  }>;
  /** 324 设备添加 · Add a machine: /webapi/v3/produce/Machine/add */
  'machine.add': SaveReceipt;
}
