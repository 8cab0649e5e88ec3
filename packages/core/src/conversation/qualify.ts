import type { TalkMessage } from '../reading/index.ts';

export interface QualifyRules {
  /** Characters in all, white space aside (`followup_sync.min_message_length`). */
  minMessageLength: number;
  /** Words that say nothing by themselves (`followup_sync.excluded_keywords`), beside the greetings. */
  excludedKeywords: readonly string[];
}

export type NotQualifying = 'nothing_said' | 'too_short' | 'only_greetings';

/** Why a conversation becomes no follow-up; null when it does. Recalled messages do not count. */
export function notQualifying(messages: readonly TalkMessage[], rules: QualifyRules): NotQualifying | null {
  const said = messages.filter((one) => !one.recalled).map(({ text }) => text.replace(/\s/gu, ''));
  const characters = said.reduce((sum, text) => sum + [...text].length, 0);
  if (characters === 0) return 'nothing_said';
  if (said.every((text) => isGreeting(text, rules.excludedKeywords))) return 'only_greetings';
  return characters < rules.minMessageLength ? 'too_short' : null;
}

/** Made of greetings, thanks, farewells, signs and the excluded words only. */
export function isGreeting(text: string, excluded: readonly string[] = []): boolean {
  let rest = text.toLowerCase().replace(/\[[^[\]]{1,8}\]/gu, '');
  for (const word of [...excluded].sort((a, b) => b.length - a.length)) {
    if (word !== '') rest = rest.split(word.toLowerCase()).join('');
  }
  return rest.replace(GREETINGS, '').replace(/[^\p{L}\p{N}]/gu, '') === '';
}

const GREETINGS =
  /在吗|在么|在不在|在的|在嘛|在呢|有人吗|您好|你好|大家好|hello|hi|嗨|哈喽|早上好|上午好|中午好|下午好|晚上好|早安|晚安|早|再见|拜拜|拜|谢谢您?你?|多谢|感谢|辛苦了?|不客气|不用谢|好的|好呢|好哒|好滴|好|嗯+|哦+|恩+|ok|okay|收到|知道了|明白了?|新年快乐|节日快乐|中秋快乐|国庆快乐|周末愉快|回头聊|先这样|打扰了|没事|没关系|哈+|呵+|亲爱的|亲|老板|请问|[吗呢啊呀哈吧了的]/gu;
