import { expect, test } from 'vitest';
import { readXml, WechatError } from '../src/index.ts';

const refusal = (text: string): string => {
  try {
    return JSON.stringify(readXml(text));
  } catch (error) {
    return error instanceof WechatError ? error.code : String(error);
  }
};

test('CDATA, plain text and the usual references read the same; blanks around a value do not count', () => {
  const xml = `<xml>
    <Event><![CDATA[change_external_contact]]></Event>
    <CreateTime> 1700000000 </CreateTime><State>a&amp;b&#x4F60;</State><Empty/></xml>`;
  expect(readXml(xml)).toEqual({
    Event: 'change_external_contact',
    CreateTime: '1700000000',
    State: 'a&b你',
    Empty: '',
  });
});

test('a name that holds the end of CDATA, an emoji or a document type in words arrives whole', () => {
  expect(readXml('<xml><Name><![CDATA[小]]]]><![CDATA[>周🌸 <!DOCTYPE]]></Name></xml>')).toEqual({
    Name: '小]]>周🌸 <!DOCTYPE',
  });
});

test('nested and repeated elements keep their structure', () => {
  const xml = '<xml><MemChangeList><Item>wm1</Item><Item>wm2</Item></MemChangeList></xml>';
  expect(readXml(xml)).toEqual({ MemChangeList: { Item: ['wm1', 'wm2'] } });
});

test('a document type, an entity of its own, unbalanced tags and depth are refused', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><A>&b;</A></xml>';
  expect(refusal(bomb)).toBe('callback_bad_xml');
  expect(refusal('<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml><A>1</A></xml>')).toBe('callback_bad_xml');
  expect(refusal('<xml><A>&undefined;</A></xml>')).toBe('callback_bad_xml');
  expect(refusal('<xml><A></xml>')).toBe('callback_bad_xml');
  expect(refusal('')).toBe('callback_bad_xml');
  expect(refusal(`<xml>${'<a>'.repeat(40)}${'</a>'.repeat(40)}</xml>`)).toBe('callback_bad_xml');
  expect(refusal(`<xml>${'<a>'.repeat(100_000)}`)).toBe('callback_bad_xml');
});

test('more than a megabyte is refused unread', () => {
  expect(refusal(`<xml><A>${'汉'.repeat(400_000)}</A></xml>`)).toBe('callback_too_large');
});

test('an element called like a property of every object is only a name', () => {
  expect(Object.keys(readXml('<xml><__proto__>1</__proto__><constructor>2</constructor></xml>'))).toEqual([
    '__proto__',
    'constructor',
  ]);
});
