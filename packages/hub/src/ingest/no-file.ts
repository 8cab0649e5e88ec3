import { HubError } from '../errors.ts';

export function noImportFile(file: string): HubError {
  return new HubError({
    code: 'no_import_file',
    exitCode: 2,
    zh: `没有这个文件：${file}`,
    en: `There is no such file: ${file}`,
    nextZh: '检查路径；可以先试 examples/people.csv',
    nextEn: 'Check the path; examples/people.csv is one to try',
  });
}
