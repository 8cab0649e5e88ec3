import { HubError } from '../errors.ts';

/** `example`: a file that comes along and can be tried instead. */
export function noImportFile(file: string, example?: string): HubError {
  return new HubError({
    code: 'no_import_file',
    exitCode: 2,
    zh: `没有这个文件：${file}`,
    en: `There is no such file: ${file}`,
    nextZh: `检查路径${example ? `；可以先试 ${example}` : ''}`,
    nextEn: `Check the path${example ? `; ${example} is one to try` : ''}`,
  });
}
