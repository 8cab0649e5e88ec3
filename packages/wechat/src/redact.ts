const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1[3-9]\d)([- ]?)\d{4}\2(\d{4})(?!\d)/g;
const SECRET_IN_QUERY = /\b((?:access_token|corpsecret|key|sign|token|secret)=)[^&\s"']+/gi;
const SECRET_IN_JSON = /("(?:access_token|corpsecret|token|secret|sign|welcome_code|code)"\s*:\s*)"[^"]*"/gi;
const HOOK = /(\/bot\/v2\/hook\/)[\w-]+/g;

/** Text of another system, fit for a log: no token, secret, key or robot address; phones as 138****0001. */
export function maskSecrets(text: string): string {
  return text
    .replace(SECRET_IN_QUERY, '$1***')
    .replace(SECRET_IN_JSON, '$1"***"')
    .replace(HOOK, '$1***')
    .replace(MOBILE, '$1$2****$2$3');
}
