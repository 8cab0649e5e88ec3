import { type ExportItem, type ExportOptions, readChatExport, type WechatEvent } from '../../src/index.ts';

/** Invented chats as each tool writes them down (facts 7.2). */
export const MEMOTRACE = `localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender
1,7,1,0,1,1700000000,2,您好，我是小李,2023-11-15 06:13:20,,,
2,7,1,0,0,1700000060,3,"在吗？
想问""价格""",2023-11-15 06:14:20,周经理,小周,wxid_zhou
3,7,3,0,0,1700000061,3,<msg><img/></msg>,2023-11-15 06:14:21,周经理,小周,wxid_zhou
4,9,1,0,0,1700000062,3,群里好,2023-11-15 06:14:22,,阿三,wxid_san
5,9,1,0,0,1700000063,3,大家好,2023-11-15 06:14:23,,阿四,wxid_si
6,9,1,0,1,1700000064,2,都好,2023-11-15 06:14:24,,小李,wxid_me
7,7,10000,0,0,1700000065,4,"""小周"" 撤回了一条消息",2023-11-15 06:14:25,,,
8,7,49,57,0,1700000066,3,<msg><appmsg><title>可以&amp;行</title><refermsg><content>13800000009</content></refermsg></appmsg></msg>,2023-11-15 06:14:26,周经理,小周,wxid_zhou
9,7,1,0,0,不是时间,3,坏了,也不是,周经理,小周,wxid_zhou
`;

export const MEMOTRACE_CHAT = `消息ID,类型,发送人,时间,内容,备注,昵称,更多信息
7284710293847561001,文本,小周,2023-11-15 06:14:20,在吗,周经理,小周,
7284710293847561002,文本,小李,2023-11-15 06:14:30,在的,,小李,
7284710293847561003,图片,小周,2023-11-15 06:14:31,,周经理,小周,
7284710293847561004,系统消息,,2023-11-15 06:14:32,你已添加了小周,,,
`;

export const MEMOTRACE_TXT = `2023-11-15 06:14:20 小周
在吗

2023-11-15 06:14:30 小李
引自记录：
2023-11-15 06:14:20 小周
在的

2023-11-15 06:14:31 小周
[图片]
`;

export const PYWXDUMP = `id,MsgSvrID,type_name,is_sender,talker,room_name,msg,src,CreateTime
1,7284710293847561001,文本,0,wxid_zhou,wxid_zhou,在吗,,2023-11-15 06:14:20
2,7284710293847561002,文本,1,我,wxid_zhou,在的,,2023-11-15 06:14:30
3,7284710293847561003,图片,0,wxid_zhou,wxid_zhou,图片,a.jpg,2023-11-15 06:14:31
4,7284710293847561004,文本,0,wxid_san,123@chatroom,群里好,,2023-11-15 06:14:32
5,7284710293847561005,系统通知,0,wxid_zhou,wxid_zhou,已添加,,2023-11-15 06:14:33
6,7284710293847561006,文本,0,wxid_zhou,wxid_zhou,好的,,2023-11-15 06:14:34
7,7284710293847561007,文本,0,wxid_zhou,wxid_zhou,好的,,2023-11-15 06:14:34
`;

const chatlogRow = (more: object) => ({
  seq: 1700000060000,
  time: '2023-11-15T06:14:20+08:00',
  talker: 'wxid_zhou',
  talkerName: '小周',
  isChatRoom: false,
  sender: 'wxid_zhou',
  senderName: '小周',
  isSelf: false,
  type: 1,
  subType: 0,
  content: '在吗',
  ...more,
});

export const CHATLOG = JSON.stringify(
  [
    chatlogRow({}),
    chatlogRow({
      time: '2023-11-15T06:14:30+08:00',
      sender: 'wxid_me',
      senderName: '小李',
      isSelf: true,
      content: '在的',
    }),
    chatlogRow({ time: '2023-11-15T06:14:31+08:00', type: 3, content: '' }),
    chatlogRow({
      time: '2023-11-15T06:14:32+08:00',
      talker: '123@chatroom',
      isChatRoom: true,
      sender: 'wxid_san',
      senderName: '阿三',
      content: '群里好',
    }),
    chatlogRow({
      time: '2023-11-15T06:14:33+08:00',
      type: 49,
      subType: 6,
      content: '',
      contents: { title: '报价.xlsx' },
    }),
  ],
  null,
  1,
);

export const CHATLOG_CSV = `Time,SenderName,Sender,TalkerName,Talker,Content
2023-11-15 06:14:20,小周,wxid_zhou,小周,wxid_zhou,在吗
2023-11-15 06:14:30,小李,wxid_me,小周,wxid_zhou,在的
2023-11-15 06:14:32,阿三,wxid_san,采购群,123@chatroom,群里好
`;

export const CONTACTS = `UserName,Alias,Type,Remark,NickName,PYInitial,RemarkPYInitial,smallHeadImgUrl,bigHeadImgUrl,label,gender,telephone,signature,country/region,province,city
wxid_zhou,zhou-demo,3,周经理,小周🌸,XZ,ZJL,,https://example.com/a,"重点,杭州",女,13800000001,,中国,浙江,杭州
gh_0123,,3,,某公众号,,,,,,未知,,,,,
123@chatroom,,2,,采购群,,,,,,未知,,,,,
wxid_bare,,3,,,,,,,,未知,,,,,
`;

export const PLAIN = `时间,微信号,发送人,方向,内容
2023/11/15 6:14,wxid_zhou,小周,收,在吗
2023/11/15 6:15,wxid_zhou,小李,发,在的
2023/11/15 6:16,wxid_zhou,小周,,报价呢
2023/11/15 6:17,,,收,谁
`;

export const LINES = `{"type":"message","id":"b1","at":"2023-11-15T06:14:20+08:00","channel":"mybot","account":"me","wechat_id":"wxid_zhou","direction":"in","kind":"text","text":"在吗"}
{"type":"message","at":"2023-11-15 06:14:30","channel":"mybot","account":"me","wechat_id":"wxid_zhou","direction":"out","kind":"text","text":"在的"}
{"type":"message","at":"2023-11-15 06:14:31","channel":"mybot"
{"type":"mark","at":"2023-11-15 06:14:32","channel":"mybot","account":"me","wechat_id":"wxid_zhou","field":"has_order","value":true}
{"type":"dance","at":"2023-11-15 06:14:32","channel":"mybot"}
`;

export async function read(content: string | Buffer, options: ExportOptions = {}): Promise<ExportItem[]> {
  const items: ExportItem[] = [];
  for await (const item of readChatExport(inPieces(Buffer.from(content), 7), options)) items.push(item);
  return items;
}

export async function eventsIn(
  content: string | Buffer,
  options: ExportOptions = {},
): Promise<WechatEvent[]> {
  return (await read(content, options)).flatMap((item) => ('event' in item ? [item.event] : []));
}

/** As a slow network would bring it: characters torn apart. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
