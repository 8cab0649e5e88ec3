/** A robot of a group: its whole address as the vendor shows it, and the signing secret where one was set. */
export interface Robot {
  vendor: 'wecom' | 'dingtalk' | 'feishu';
  /** Holds the robot's key, so it is a secret. */
  url: string;
  /** DingTalk and Feishu only. */
  secret?: string;
}

export interface RobotMessage {
  /** Shown as the heading, where the vendor has one; DingTalk needs it. */
  title: string;
  /** Plain text. What is longer than the vendor takes is cut at a whole character, with an ellipsis. */
  text: string;
  /** Everybody is called by name. */
  everybody?: boolean;
}

/** WeCom counts the text's bytes; DingTalk and Feishu the whole body's, of which JSON may take up to half. */
const MOST_BYTES = { wecom: 2048, dingtalk: 8000, feishu: 8000 };
const ELLIPSIS = '…';

export function bodyFor(vendor: Robot['vendor'], message: RobotMessage): Record<string, unknown> {
  const text = cut(`${message.title}\n${message.text}`, MOST_BYTES[vendor]);
  if (vendor === 'wecom')
    return { msgtype: 'text', text: { content: text, mentioned_list: message.everybody ? ['@all'] : [] } };
  if (vendor === 'dingtalk')
    return { msgtype: 'text', text: { content: text }, at: { isAtAll: message.everybody ?? false } };
  return {
    msg_type: 'text',
    content: { text: message.everybody ? `<at user_id="all"></at> ${text}` : text },
  };
}

function cut(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let kept = '';
  let bytes = Buffer.byteLength(ELLIPSIS);
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    kept += segment;
  }
  return kept + ELLIPSIS;
}
