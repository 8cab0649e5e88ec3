import { stringIn } from '../../api/decode.ts';
import { filled } from '../../convert/contact.ts';
import { identityOf } from '../../identity.ts';
import type { Format } from '../row.ts';

/** Rooms, official accounts, WeCom people's shadows, and WeChat's own helpers. */
const NO_PERSON =
  /@chatroom$|^gh_|@openim$|^(filehelper|fmessage|floatbottle|medianote|newsapp|weixin|qmessage|tmessage|qqmail)$/;

/** 留痕's list of contacts. Identity: the content, so an unchanged contact is the same event in every export. */
export const contactsCsv: Format = {
  shape: 'csv',
  fits: (columns) => ['UserName', 'Alias', 'NickName', 'Remark'].every((name) => columns.has(name)),
  read: (fields, { account, readAt }) => {
    const id = stringIn(fields, 'UserName').trim();
    if (id === '') return { broken: 'no_sender' };
    if (NO_PERSON.test(id)) return { skip: 'not_a_person' };
    const place = ['province', 'city'].map((name) => stringIn(fields, name).trim()).filter(Boolean);
    const facts = filled({
      nickname: stringIn(fields, 'NickName').trim(),
      wechat_nickname: stringIn(fields, 'NickName').trim(),
      wechat_remark: stringIn(fields, 'Remark').trim(),
      wechat_alias: stringIn(fields, 'Alias').trim(),
      wechat_avatar: stringIn(fields, 'bigHeadImgUrl') || stringIn(fields, 'smallHeadImgUrl'),
      phone: stringIn(fields, 'telephone').trim(),
      address: place.join(' '),
    });
    const tags = stringIn(fields, 'label')
      .split(/[,，;；]/)
      .map((tag) => tag.trim())
      .filter(Boolean);
    const seen = { ...facts, ...(tags.length > 0 ? { tags } : {}) };
    return {
      event: {
        id: identityOf('export', ['contact', account, id, seen]),
        type: 'contact',
        at: new Date(readAt).toISOString(),
        channel: 'export',
        account,
        wechat_id: id,
        chat: id,
        change: 'seen',
        ...seen,
      },
    };
  },
};
