/** What a short reply says to a question; null when it says something else. `plain` is a text of `plainOf`. */
export function answerOf(plain: string): 'yes' | 'no' | null {
  const text = plain.replace(/^[\s*~,.。!]+/, '').slice(0, 24);
  if (NO.test(text)) return 'no';
  return YES.test(text) ? 'yes' : null;
}

const NO =
  /^(?:不是|不对|不用|不要|不需|不必|不了|不行|不方便|不好意思|暂不|暂时不|先不|还没|没有|没呢|没签|没付|没下|没(?![错问事关变换])|未|错了|写错|no\b|nope|别|否|不\s*(?:[,。!]|$)|算了|再说|改天|以后再|下次|等等再|回头再|再考虑|我再想想|考虑一下|没必要|用不着|无)/;
const YES =
  /^(?:(?:嗯|恩|哦|噢|啊|额|呃)+\s*[,。!]?\s*)?(?:是的?|对的?|没错|正确|确认|就是|没问题|好的?|好呀|好啊|可以|行|要的?|需要|ok|okay|yes|yep|y\b|发吧|发来|发\s*(?:$|[。!])|[做弄来出整]吧|在(?:用|的|$)|传了|下\s*(?:$|[。!])|发我|发给我|报吧|报一?个|麻烦|当然|必须|来一份|发一份|是我|嗯|恩|中|成|得|妥|没变|没换|都(?:对|没错|正确|没变)|不变|还是(?:这|那|老)|1\b|👌|收到|已经|刚|付了|签了|下了|打了|转了|盖了|订了|定了)|^(?:嗯|恩)+/;
