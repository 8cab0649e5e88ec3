import { maskPhonesIn } from './text.ts';

// Checked by their own check digits, so that an event's id or an order number is rarely taken for one of them.
const IDENTITY_NUMBER = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g;
const CARD_NUMBER = /(?<![\d.])\d(?:[ -]?\d){15,18}(?![\d.])/g;

/** A text with the numbers in it masked that belong to a person alone: phones, identity cards (身份证), bank cards. */
export function maskPrivateNumbersIn(text: string): string {
  const masked = maskPhonesIn(text);
  if (!/\d{4}/.test(masked)) return masked;
  return masked
    .replace(IDENTITY_NUMBER, (number) =>
      isIdentityNumber(number) ? `${number.slice(0, 3)}*************${number.slice(-2)}` : number,
    )
    .replace(CARD_NUMBER, (number) => (isCardNumber(number) ? `**** ${number.slice(-4)}` : number));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** GB 11643-1999: ISO 7064 MOD 11-2 over the first 17 digits. */
function isIdentityNumber(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17]?.toUpperCase();
}

/** 16–19 digits that pass Luhn's check. */
function isCardNumber(number: string): boolean {
  const digits = number.replace(/[ -]/g, '');
  if (digits.length < 16 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, char, at) => {
    const digit = Number(char) * (at % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}
