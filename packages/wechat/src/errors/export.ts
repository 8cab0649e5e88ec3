import type { ErrorCells } from './row.ts';

/** Files of exported chats. */
export const EXPORT_ERRORS = {
  export_unknown_format: [
    'business',
    'fail',
    '认不出这个聊天记录文件的格式',
    'The format of this chat export is not known',
    '用 --format 指明格式，或换一种导出方式',
    'Name the format, or export in another way',
  ],
  export_training_data: [
    'business',
    'fail',
    '这是训练数据，没有时间和联系人，不能导入',
    'This is training data without times and people',
    '请改用 CSV 导出',
    'Export as CSV instead',
  ],
  export_changed: [
    'business',
    'fail',
    '文件比上次短，不能从上次的位置继续',
    'The file is shorter than before: it cannot go on where it stopped',
    '确认文件没有换过，或从头导入',
    'See whether it is the same file, or import from the start',
  ],
} as const satisfies Record<string, ErrorCells>;
