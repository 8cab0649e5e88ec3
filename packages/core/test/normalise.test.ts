import fc from 'fast-check';
import { isUnifiedIdentifier } from 'util-helpers';
import { describe, expect, it } from 'vitest';
import {
  cleanLines,
  cleanText,
  companyConfidence,
  companyKey,
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

  it('keeps the line breaks of notes', () => {
    expect(cleanLines('\r\n 一  行 \r\n二行\u0000\n\n')).toBe('一 行\n二行');
  });

  it('knows a masked value from a value', () => {
    expect(['138****8888', '张*', '王*明', 'ab***@example.com'].map(isMasked)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['13800000001', '张三', '3*4 毫米电缆'].map(isMasked)).toEqual([false, false, false]);
  });

  it('knows a cell that was cut by its ending', () => {
    expect(['深圳市某某科…', '深圳市某某... '].map(isShortened)).toEqual([true, true]);
    expect(isShortened('深圳市某某公司')).toBe(false);
  });

  it('masks phones, alone and inside text, however they are written', () => {
    expect(maskPhone('13800000001')).toBe('138****0001');
    expect(maskPhone('12345')).toBe('*****');
    expect(maskPhonesIn('打13800000001或+86 139-0000-0002，或１３７００００００３３')).toBe(
      '打138****0001或+86 139****0002，或１３７****００３３',
    );
    expect(maskPhonesIn('订单 2025138000000012345')).toBe('订单 2025138000000012345');
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
      '',
      null,
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
    expect(isPersonsName('某某老板电器有限公司')).toBe(false);
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
    expect(normaliseCreditCode('91350100M000100Y4')).toBeNull();
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

  it('keeps the letter case of a WeChat id, drops white space, refuses a masked one', () => {
    expect(normaliseWechatId(' wxid_Ab 12\u200B')).toBe('wxid_Ab12');
    expect(normaliseWechatId('wx***12')).toBeNull();
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
