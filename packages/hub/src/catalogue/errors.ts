import { HubError } from '../errors.ts';

/** Everything that can stop a fetch or an import of the tenant's catalogue. Nothing was overwritten in any of them. */
export const unreadableCookies = (file: string): HubError =>
  new HubError({
    code: 'cookies_unreadable',
    exitCode: 2,
    zh: `${file} 里没有 Cookie。`,
    en: `There are no cookies in ${file}.`,
    nextZh:
      '可以用：扩展导出的 JSON、cookies.txt、Playwright storageState、复制为 cURL / fetch (Node.js) / PowerShell、含敏感数据的 HAR、开发者工具的 Cookie 表格、{"名": "值"}、请求头 Cookie:、Set-Cookie: 或 名=值; 名=值',
    nextEn:
      'What is understood: JSON of an extension, cookies.txt, a Playwright storageState, copied as cURL, fetch (Node.js) or PowerShell, a HAR with sensitive data, the cookie table of the developer tools, {"name": "value"}, a header Cookie: or Set-Cookie:, or name=value; name=value',
  });

export const noCookiesFor = (host: string): HubError =>
  new HubError({
    code: 'cookies_of_another_site',
    exitCode: 2,
    zh: `文件里没有 ${host} 的 Cookie。`,
    en: `The file has no cookies of ${host}.`,
    nextZh: '在登录了该地址的浏览器里重新导出，或用 --base-url 指明导出时的地址',
    nextEn: 'Export them in a browser logged in there, or name the address they came from with --base-url',
  });

export const expiredCookies = (names: readonly string[]): HubError =>
  new HubError({
    code: 'cookies_expired',
    exitCode: 1,
    zh: names.length > 0 ? `Cookie 已过期（${names.join('、')}）。` : '登录已过期：ERP 返回了登录页。',
    en:
      names.length > 0
        ? `The cookies have expired (${names.join(', ')}).`
        : 'The login has expired: the ERP shows its login page.',
    nextZh: '在浏览器里重新登录 ERP，重新导出 Cookie，再运行同一条命令；已读的条目会保留',
    nextEn:
      'Log in to the ERP in the browser, export the cookies again and run the same command; entries read so far are kept',
  });

export const halfPage = (): HubError =>
  new HubError({
    code: 'help_page_half',
    exitCode: 1,
    zh: '帮助页不完整：目录没有传完。',
    en: 'Only half of the help page arrived: its index is cut.',
    nextZh: '稍后再运行同一条命令；若总是如此，在浏览器里保存该页，用 catalogue import 导入',
    nextEn:
      'Run the same command again later; if it stays so, save the page in the browser and use catalogue import',
  });

/** An entry of a pasted text that stops before its answer. */
export const halfEntry = (file: string, name: string): HubError =>
  new HubError({
    code: 'help_page_half',
    exitCode: 1,
    zh: `${file} 里的“${name}”不完整：请求参数之后没有输出参数、返回结果或注意事项。`,
    en: `“${name}” in ${file} is cut: neither 输出参数, 返回结果 nor 注意事项 stands after its request.`,
    nextZh: '从“首页”一行起复制到“注意事项”末尾，再导入；没有导入任何内容',
    nextEn: 'Copy it from the line 首页 to the end of 注意事项 and import again; nothing was imported',
  });

export const notHelpPage = (url: string): HubError =>
  new HubError({
    code: 'not_help_page',
    exitCode: 1,
    zh: `${url} 不是智邦开放平台的帮助页。`,
    en: `${url} is not the help site of the ERP.`,
    nextZh: '检查 --base-url；在浏览器里打开这个地址看一看',
    nextEn: 'Check --base-url, and open the address in a browser',
  });

export const helpNotEncrypted = (url: string, next: string): HubError =>
  new HubError({
    code: 'help_not_encrypted',
    exitCode: 1,
    zh: `${url} 转到了不加密的 ${next}，登录用的 Cookie 没有发过去。`,
    en: `${url} leads on to ${next}, which is not encrypted; the cookies of the login were not sent there.`,
    nextZh: '网络可信时，用 --base-url 直接写这个 http 地址；否则请管理员改正转向',
    nextEn: 'In a network you trust, give that http address with --base-url; else have the redirect mended',
  });

export const helpUnreachable = (url: string, cause: unknown): HubError =>
  new HubError({
    code: 'help_unreachable',
    exitCode: 1,
    zh: `打不开 ${url}。`,
    en: `${url} cannot be reached.`,
    nextZh: '检查 --base-url、网络和防火墙',
    nextEn: 'Check --base-url, the network and the firewall',
    cause,
  });

export const helpSilent = (url: string, patienceMs: number): HubError =>
  new HubError({
    code: 'help_silent',
    exitCode: 1,
    zh: `${url} 在 ${patienceMs / 1000} 秒内没有回答完。`,
    en: `${url} did not answer within ${patienceMs / 1000} s.`,
    nextZh: '稍后再试，或加大 --patience',
    nextEn: 'Try again later, or with more --patience',
  });

export const helpBroken = (url: string, status: number): HubError =>
  new HubError({
    code: 'help_broken',
    exitCode: 1,
    zh: `ERP 自己出错了：${url} 回答 HTTP ${status}。`,
    en: `The ERP itself fails: ${url} answers HTTP ${status}.`,
    nextZh: '稍后再试；若总是如此，在浏览器里打开这个地址，并告诉 ERP 管理员',
    nextEn: 'Try again later; if it stays so, open the address in a browser and tell the ERP’s administrator',
  });

export const noBrowser = (path: string | undefined): HubError =>
  new HubError({
    code: 'no_browser',
    exitCode: 2,
    zh: path ? `没有这个浏览器：${path}` : '没有找到 Chromium、Chrome 或 Edge。',
    en: path ? `There is no such browser: ${path}` : 'No Chromium, Chrome or Edge was found.',
    nextZh:
      '安装其中之一（Debian：apt-get install chromium），或用 --browser 指明路径，或保存网页后用 catalogue import',
    nextEn:
      'Install one (Debian: apt-get install chromium), name it with --browser, or save the pages and use catalogue import',
  });

export const browserFailed = (cause: unknown): HubError =>
  new HubError({
    code: 'browser_failed',
    exitCode: 1,
    zh: `浏览器无法启动或中途退出：${firstLine(cause)}`,
    en: `The browser does not start, or ended early: ${firstLine(cause)}`,
    nextZh: '再运行一次；或用 --browser 换一个浏览器',
    nextEn: 'Run it again, or name another browser with --browser',
    cause,
  });

export const halfFetched = (read: number, names: readonly string[]): HubError =>
  new HubError({
    code: 'catalogue_half',
    exitCode: 1,
    zh: `读到 ${read} 个条目，还有 ${names.length} 个没有显示出来：${some(names)}。原有目录没有改动。`,
    en: `${read} entries were read, ${names.length} did not show: ${some(names)}. The catalogue kept so far was not touched.`,
    nextZh: '再运行同一条命令，会从中断处继续；打不开的条目可复制文字，用 catalogue import 导入',
    nextEn:
      'Run the same command to go on from there; text of an entry that never shows can be pasted for catalogue import',
  });

export const nothingToImport = (file: string): HubError =>
  new HubError({
    code: 'nothing_to_import',
    exitCode: 2,
    zh: `${file} 里没有帮助站的条目。`,
    en: `There are no entries of the help site in ${file}.`,
    nextZh: '保存整个网页，或从“首页”一行起复制条目的全部文字',
    nextEn: 'Save the whole page, or copy all text of an entry from the line 首页 on',
  });

export const noHelpFile = (file: string): HubError =>
  new HubError({
    code: 'no_help_file',
    exitCode: 2,
    zh: `没有这个文件：${file}`,
    en: `There is no such file: ${file}`,
    nextZh: '检查路径',
    nextEn: 'Check the path',
  });

export const brokenCatalogue = (file: string): HubError =>
  new HubError({
    code: 'tenant_catalogue_broken',
    exitCode: 2,
    zh: `${file} 读不出接口目录。`,
    en: `${file} holds no catalogue.`,
    nextZh: '删除它，再运行 bangqiao catalogue fetch 或 import；没有它时使用内置目录',
    nextEn: 'Delete it, then bangqiao catalogue fetch or import; without it the built-in catalogue is used',
  });

function some(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join('、')} …` : names.join('、');
}

function firstLine(cause: unknown): string {
  return String(cause instanceof Error ? cause.message : cause).split('\n')[0]!;
}
