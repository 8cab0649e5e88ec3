import fc from 'fast-check';
import { isUnifiedIdentifier } from 'util-helpers';
import { describe, expect, it } from 'vitest';
import {
  cleanLines,
  cleanText,
  companyConfidence,
  companyKey,
  identityKey,
  identityKeys,
  initials,
  isMasked,
  isPersonsName,
  isShortened,
  looksLikeCompany,
  maskPhone,
  maskPhonesIn,
  normaliseCreditCode,
  normaliseEmail,
  normalisePhone,
  normaliseWechatId,
  phoneProblem,
  toHalfWidth,
} from '../src/index.ts';
import { person } from './support/customers.ts';

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

describe('text', () => {
  it('reads full-width characters as half-width', () => {
    expect(toHalfWidth('１３８ＡＢｃ（，）　ｘ')).toBe('138ABc(,) x');
  });

  it('keeps one line of visible text, and null for none', () => {
    expect(cleanText('  张 \t\n 三\u200B ')).toBe('张 三');
    expect(cleanText(' \u3000\u200B')).toBeNull();
    expect(cleanText(1842)).toBe('1842');
    expect([null, undefined, {}, true].map(cleanText)).toEqual([null, null, null, null]);
  });

  it('leaves the neighbours of the full-width characters alone', () => {
    expect(toHalfWidth('！～')).toBe('!~');
    expect(toHalfWidth('\uFF00\uFF5F、。')).toBe('\uFF00\uFF5F、。');
  });

  it('keeps the line breaks of notes, and blank lines inside', () => {
    expect(cleanLines('\r\n 一  行 \r\n二行\u0000\n\n')).toBe('一 行\n二行');
    expect(cleanLines('一\r\n二\n三\r四\u2028五\u2029六')).toBe('一\n二\n三\n四\n五\n六');
    expect(cleanLines('一\n\n二')).toBe('一\n\n二');
    expect(cleanLines(5n)).toBe('5');
    expect([' \n ', '', null, {}].map(cleanLines)).toEqual([null, null, null, null]);
  });

  it.each([...'\u0000\u0008\u000E\u001F\u007F\u200B\u200F\u202A\u202E\u2060\uFEFF'])(
    'drops the invisible %j',
    (char) => {
      expect(cleanText(`张${char}三`)).toBe('张三');
      expect(cleanLines(`张${char}三`)).toBe('张三');
      expect(cleanText(char)).toBeNull();
    },
  );

  it('drops half an emoji and keeps a whole one', () => {
    expect(cleanText('x\ud83d')).toBe('x');
    expect(cleanLines('\ude00一\n😀')).toBe('一\n😀');
    expect(cleanText('\ud83d')).toBeNull();
  });

  it('is clean after one cleaning: no white space at the ends, none doubled, nothing invisible', () => {
    const messy = fc.string({ unit: fc.constantFrom('a', '三', ' ', '\t', '\u3000', '\n', '\r', '\u200B') });
    fc.assert(
      fc.property(messy, (text) => {
        expect(cleanText(text) ?? '').toMatch(/^(?:[a三]+(?: [a三]+)*)?$/u);
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLines(text) ?? '').toMatch(/^(?:[a三][a三 \n]*)?$/u);
        expect(cleanLines(cleanLines(text))).toBe(cleanLines(text));
        expect(cleanLines(text)?.replaceAll(/\s+/gu, ' ') ?? null).toBe(cleanText(text));
      }),
    );
  });

  it('knows a masked value from a value', () => {
    expect(['138****8888', '张*', '王*明', 'ab***@example.com'].map(isMasked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    for (const masked of ['张＊', ' 欧阳*', '王＊明', '欧阳*明', 'a••b', '●●', '＊＊']) {
      expect(isMasked(masked), masked).toBe(true);
    }
    for (const value of [
      '13800000001',
      '张三',
      '3*4 毫米电缆',
      '*',
      'A*',
      '张三丰*',
      '*张',
      '王*小明',
      'a*b*c',
      '',
    ]) {
      expect(isMasked(value), value).toBe(false);
    }
  });

  it('knows a cell that was cut by its ending', () => {
    expect(['深圳市某某科…', '深圳市某某... '].map(isShortened)).toEqual([true, true]);
    for (const whole of ['深圳市某某公司', '某某..', '某某...公司', '…某某']) {
      expect(isShortened(whole), whole).toBe(false);
    }
  });

  it('masks phones, alone and inside text, however they are written', () => {
    expect(maskPhone('13800000001')).toBe('138****0001');
    expect(['12345', '1234567', '12345678', '😀😀😀😀😀😀😀'].map(maskPhone)).toEqual([
      '*****',
      '*******',
      '123****5678',
      '*******',
    ]);
    expect(maskPhonesIn('打13800000001或+86 139-0000-0002，或１３７００００００３３')).toBe(
      '打138****0001或+86 139****0002，或１３７****００３３',
    );
    for (const number of [
      '2025138000000012345',
      '12800000001',
      '1380000000',
      '138000000012',
      '113800000001',
    ]) {
      expect(maskPhonesIn(`订单 ${number}`)).toBe(`订单 ${number}`);
    }
  });

  it.each([
    ['0086 13800000001', '0086 138****0001'],
    ['008613800000001', '0086138****0001'],
    ['＋８６13800000001', '＋８６138****0001'],
    ['+13800000001', '+138****0001'],
    ['138 0000 0001', '138****0001'],
    ['138—0000―0001', '138****0001'],
    ['138－0000-0001', '138****0001'],
    ['13800000001 13900000002', '138****0001 139****0002'],
    ['13000000001、19900000002', '130****0001、199****0002'],
  ])('masks %s as %s', (text, masked) => {
    expect(maskPhonesIn(text)).toBe(masked);
  });

  it('leaves no mobile readable in any text', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', '电话', 'a ', '86', '+86-', '：'),
        fc.constantFrom('', '。', ' b'),
        (phone, before, after) => {
          expect(maskPhonesIn(before + phone + after)).not.toContain(phone);
        },
      ),
    );
  });
});

describe('phone', () => {
  it('strips +86, spaces, dashes of all kinds and full-width digits', () => {
    for (const raw of [
      '13800000001',
      '+8613800000001',
      '+86 138-0000-0001',
      '0086 138 0000 0001',
      '8613800000001',
      '１３８０００００００１',
      '138–0000—0001',
      ' 138\u00a00000\u20110001\u200B',
    ]) {
      expect(normalisePhone(raw), raw).toBe('13800000001');
    }
  });

  it('refuses what is no mainland mobile', () => {
    for (const raw of [
      '12800000001',
      '1380000000',
      '138000000012',
      '0755-12345678',
      '138****0001',
      '+85291234567',
      '+8612800000001',
      '+86+8613800000001',
      'x13800000001',
      '13800000001x',
      '138.0000.0001',
      '',
      null,
      true,
    ]) {
      expect(normalisePhone(raw), String(raw)).toBeNull();
    }
  });

  it('is the same however often it is applied, and the same for every spelling', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('', '+86', '0086', '86', '+86 '),
        fc.constantFrom('', '-', ' ', '—'),
        (phone, prefix, dash) => {
          const spelt = `${prefix}${phone.slice(0, 3)}${dash}${phone.slice(3, 7)}${dash}${phone.slice(7)}`;
          expect(normalisePhone(spelt)).toBe(phone);
          expect(normalisePhone(normalisePhone(spelt))).toBe(phone);
        },
      ),
    );
  });

  it('takes a number for its digits', () => {
    expect(normalisePhone(13800000001)).toBe('13800000001');
    expect(normalisePhone(138)).toBeNull();
  });

  it('says why a phone is not usable', () => {
    expect(phoneProblem('138****8888')).toBe('masked');
    expect(phoneProblem('0755-12345678')).toBe('not_mobile');
    expect(phoneProblem('+86 13800000001')).toBeNull();
  });
});

describe('company', () => {
  it('compares names in one form: width, brackets, white space, letter case, punctuation', () => {
    const key = companyKey('ABC科技(深圳)有限公司');
    for (const name of [
      'ａｂｃ科技（深圳）有限公司',
      ' Abc 科技〔深圳〕有限公司。',
      'abc科技【深圳】有限公司',
    ]) {
      expect(companyKey(name), name).toBe(key);
    }
    expect(companyKey('ABC科技(广州)有限公司')).not.toBe(key);
    expect(companyKey('  ')).toBeNull();
  });

  it.each([
    ['(', ')'],
    ['（', '）'],
    ['[', ']'],
    ['［', '］'],
    ['{', '}'],
    ['〔', '〕'],
    ['【', '】'],
    ['〈', '〉'],
    ['《', '》'],
    ['「', '」'],
    ['『', '』'],
    ['﹝', '﹞'],
  ])('takes the brackets %s%s for the usual ones', (open, close) => {
    expect(companyKey(`某某${open}深圳${close}公司`)).toBe('某某(深圳)公司');
  });

  it.each([
    ['dashes', '-–—―−－', '某-某公司'],
    ['dots', '·•・‧∙⋅・', '某·某公司'],
    ['quotes', `'"“”‘’„＂＇\``, "某'某公司"],
    ['commas', ',，、', '某,某公司'],
    ['white space', ' \u3000\t', '某某公司'],
  ])('takes all %s for one', (_kind, chars, key) => {
    for (const char of chars) expect(companyKey(`某${char}某公司`), char).toBe(key);
  });

  it('drops the punctuation that ends a name, and keeps what is inside', () => {
    for (const end of ['.', '。', '，', ';', '；', '。。']) {
      expect(companyKey(`某某公司${end}`), end).toBe('某某公司');
    }
    expect(companyKey('a.b公司')).toBe('a.b公司');
    expect(companyKey('。')).toBeNull();
  });

  it('is the same key for a key, whatever the name', () => {
    const char = fc.constantFrom(
      '某',
      'A',
      'ａ',
      '1',
      '（',
      ')',
      '【',
      ' ',
      '·',
      '•',
      '—',
      '“',
      '，',
      '。',
      '.',
    );
    fc.assert(
      fc.property(fc.string({ unit: char }), (name) => {
        expect(companyKey(companyKey(name))).toBe(companyKey(name));
      }),
    );
  });

  it.each('公司 企业 集团 中心 厂 工厂'.split(' '))('is sure of the ending %s', (ending) => {
    expect(looksLikeCompany(`某${ending}`)).toBe(true);
    expect(looksLikeCompany(ending)).toBe(ending.length > 1 && ending.endsWith('厂'));
    expect(companyConfidence(`深圳某某${ending}`)).toBe(0.9);
    expect(companyConfidence(`深圳某某${ending}(南山)`)).toBe(0.9);
  });

  it.each(
    '合作社 事务所 研究所 研究院 设计院 医院 学校 大学 学院 银行 协会 商会 商行 商店 商贸 经营部 门市部 服务部 工作室 酒店 超市 个体户'.split(
      ' ',
    ),
  )('takes %s for an organisation, without being surer for it', (ending) => {
    expect(looksLikeCompany(`老板${ending}`)).toBe(true);
    expect(isPersonsName(`老板${ending}`)).toBe(false);
    expect(companyConfidence(`深圳某某${ending}`)).toBe(0.6);
  });

  it.each([
    'Example Co., Ltd.',
    'Example Co Ltd',
    'Example co.,ltd',
    'Example Coltd',
    'Example Ltd.',
    'Example Inc.',
    'Example LLC',
    'Example GmbH',
    'Example Corp.',
    'Example Corporation',
    'Example Limited',
  ])('knows %s for a foreign company', (name) => {
    expect(looksLikeCompany(name)).toBe(true);
    expect(companyConfidence(name)).toBe(0.9);
  });

  it('does not take a word that only ends like one for a foreign company', () => {
    for (const name of ['Zinc', 'Unlimited', 'Example Ltd Shenzhen', 'Incognito']) {
      expect(looksLikeCompany(name), name).toBe(false);
    }
  });

  it('knows companies by their endings and persons by how they are called', () => {
    expect(
      ['深圳某某公司', '某某集团', '某某厂', '某某中心（深圳）', 'Example Co., Ltd.'].map(looksLikeCompany),
    ).toEqual([true, true, true, true, true]);
    expect(['张三', '公司', ''].map(looksLikeCompany)).toEqual([false, false, false]);
    expect(['王先生', '李女士', '陈老板（深圳）', '赵小姐'].map(isPersonsName)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['某某老板电器有限公司', null, ' '].map(isPersonsName)).toEqual([false, false, false]);
  });

  it('is surer of a known ending than of a bare name, and not at all of a person', () => {
    expect(companyConfidence('深圳某某科技有限公司')).toBeGreaterThan(companyConfidence('某某科技'));
    expect(companyConfidence('某某科技')).toBeGreaterThan(0);
    expect(['王先生你好', '某某厂', null].map(companyConfidence)).toEqual([0, 0, 0]);
  });
});

describe('credit code', () => {
  const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const body = fc
    .tuple(
      fc.array(fc.constantFrom(...alphabet), { minLength: 2, maxLength: 2 }),
      fc.integer({ min: 0, max: 999_999 }),
      fc.array(fc.constantFrom(...alphabet), { minLength: 10, maxLength: 10 }),
    )
    .map(([head, region, tail]) => head.join('') + String(region).padStart(6, '0') + tail.join(''));

  it('agrees with an independent implementation on any text of that shape', () => {
    fc.assert(
      fc.property(body, (code) => {
        expect(normaliseCreditCode(code) !== null).toBe(isUnifiedIdentifier(code));
      }),
      { numRuns: 2000 },
    );
  });

  it('has exactly one right check character for every body, 0 included', () => {
    const rightOnes = (code: string) =>
      alphabet.filter((char) => normaliseCreditCode(code.slice(0, 17) + char) !== null);
    const seen = new Set<string>();
    fc.assert(
      fc.property(body, (code) => {
        const [only, ...others] = rightOnes(code);
        expect(others).toEqual([]);
        expect(isUnifiedIdentifier(code.slice(0, 17) + only)).toBe(true);
        seen.add(only!);
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(seen).toContain('0');
  });

  it('takes lower case, spaces and full width, and refuses a wrong check character', () => {
    expect(normaliseCreditCode(' 91350100m000100y43 ')).toBe('91350100M000100Y43');
    expect(normaliseCreditCode('９１３５０１００Ｍ０００１００Ｙ４３')).toBe('91350100M000100Y43');
    expect(normaliseCreditCode('91350100M000100Y44')).toBeNull();
    expect(normaliseCreditCode('91350100-M000100Y-4\u200B3')).toBe('91350100M000100Y43');
    for (const raw of ['91350100M000100Y4', 'x91350100M000100Y43', '91350100M000100Y43x', 91350100, null]) {
      expect(normaliseCreditCode(raw)).toBeNull();
    }
  });
});

describe('e-mail and WeChat id', () => {
  it('brings an e-mail address to lower case and half width', () => {
    expect(normaliseEmail(' Zhang.San＠Example．COM ')).toBe('zhang.san@example.com');
  });

  it('refuses what is no e-mail address', () => {
    expect(
      ['', 'zhang', 'a@b', 'a b@example.com', 'a@@example.com', 'a@example.'].map(normaliseEmail),
    ).toEqual(Array(6).fill(null));
  });

  it.each([
    ['a.b+c@sub.example.com', 'a.b+c@sub.example.com'],
    ['张三@例子.中国', '张三@例子.中国'],
    ['a@exa-mple.com', 'a@exa-mple.com'],
    ['a@x.com', 'a@x.com'],
    ['a@1.example.com', 'a@1.example.com'],
    ['a\u200B@example\uFEFF.com', 'a@example.com'],
    [`a@${'x'.repeat(248)}.com`, `a@${'x'.repeat(248)}.com`],
    [`aa@${'x'.repeat(248)}.com`, null],
    ['a@-x.com', null],
    ['a@x-.com', null],
    ['a@x..com', null],
    ['a@example.c', null],
    ['a@example.1com', null],
    ['@example.com', null],
    ['x a@example.com', null],
    ['a@example.com x', null],
    ['a;b@example.com', null],
    ['"a"@example.com', null],
    ['a<b@example.com', null],
    ['a@b@example.com', null],
    [5, null],
  ])('reads %j as %j', (raw, email) => {
    expect(normaliseEmail(raw)).toBe(email);
  });

  it('keeps the letter case of a WeChat id, drops white space, refuses a masked one', () => {
    expect(normaliseWechatId(' wxid_Ab 12\u200B')).toBe('wxid_Ab12');
    expect(normaliseWechatId('wx***12')).toBeNull();
    expect(normaliseWechatId('ｗｘ＿１２')).toBe('wx_12');
    expect(normaliseWechatId('')).toBeNull();
  });
});

describe('identity keys', () => {
  it('gives every strong key in the form in which it is compared', () => {
    const keys = identityKeys(
      person({
        phone: '+86 138-0000-0001',
        wechat_id: 'WXID_Ab',
        company_name: '某某科技（深圳）有限公司',
        credit_code: '91350100m000100y43',
        erp_customer_code: ' kh2025001 ',
      }),
    );
    expect(keys).toEqual([
      { kind: 'phone', value: '13800000001' },
      { kind: 'wechat', value: 'wxid_ab' },
      { kind: 'company', value: '某某科技(深圳)有限公司' },
      { kind: 'credit_code', value: '91350100M000100Y43' },
      { kind: 'khid', value: 'kh2025001' },
    ]);
  });

  it('gives no key for what says nobody: masked, malformed, a person in the place of a company', () => {
    expect(
      identityKeys(person({ phone: '138****0001', company_name: '王先生你好', credit_code: '123' })),
    ).toEqual([]);
    expect(identityKeys(person({ company_name: '老王' }))).toEqual([]);
    expect(identityKeys(person({ company_name: '某某**有限公司', wechat_id: 'wx**1' }))).toEqual([]);
    expect(identityKeys({})).toEqual([]);
  });

  it('compares a customer number without width, white space and letter case', () => {
    expect(identityKey('khid', 'ＫＨ 2025 001')).toBe('kh2025001');
    expect(identityKey('khid', ' ')).toBeNull();
  });
});

describe('pinyin', () => {
  it('takes the capital initials, with the readings of places and surnames', () => {
    expect(initials('重庆长安汽车', false)).toBe('CQCAQC');
    expect(initials('厦门ABC（中国）', false)).toBe('XMABCZG');
    expect(initials('单雄信', true)).toBe('SXX');
    expect(initials('曾国藩', true)).toBe('ZGF');
    expect(initials('解放军医院', false)).toBe('JFJYY');
  });
});
