/** A bug that is planted to see whether the net catches it: a piece of the product's text, and what stands there instead. */
export interface Plant {
  name: string;
  en: string;
  zh: string;
  /** Below `packages/`. */
  file: string;
  swaps: readonly (readonly [from: string, to: string])[];
}

/** The twelve of issue B. A text that is no longer in its file fails loudly: then the plant is to be put anew. */
export const PLANTS: readonly Plant[] = [
  {
    name: 'save-before-journal',
    en: 'A customer is saved before the journal says so',
    zh: '还没写进日志就先保存客户',
    file: 'hub/src/push/create.ts',
    swaps: [
      [
        '  await markSent(context, holding, { erp: fields, hub, version: customer.version }, Object.keys(fields));\n  const ord = holding.write.ord as number;\n  const refusal = await trySave(() => context.erp.client.customers.save({ ord, kind: type, fields }));\n',
        '  const ord = holding.write.ord as number;\n  const refusal = await trySave(() => context.erp.client.customers.save({ ord, kind: type, fields }));\n  await markSent(context, holding, { erp: fields, hub, version: customer.version }, Object.keys(fields));\n',
      ],
    ],
  },
  {
    name: 'cursor-before-commit',
    en: "A sweep's cursor moves before its page is committed",
    zh: '一页还没提交，进度就先前移',
    file: 'hub/src/pull/write-pages.ts',
    swaps: [
      [
        '    return await store.transaction(async (trx) => {\n      const done = await applyPages(trx, mergeContext(course.context), taken);\n      done.updated.push(...(await takeSampled(trx, course, taken)));\n      course.facts.contradicted(done.contradicted);\n',
        '    await store.transaction(async (trx) => {\n',
      ],
      [
        '      await keepPlace(trx, course, taken);\n      return done;\n    });\n',
        '      await keepPlace(trx, course, taken, false);\n    });\n    return await store.transaction(async (trx) => {\n      const done = await applyPages(trx, mergeContext(course.context), taken);\n      done.updated.push(...(await takeSampled(trx, course, taken)));\n      course.facts.contradicted(done.contradicted);\n      return done;\n    });\n',
      ],
    ],
  },
  {
    name: 'blank-on-empty',
    en: 'A field that is empty in the ERP blanks the filled one here',
    zh: 'ERP 中为空的字段把本地已有的值清空',
    file: 'core/src/merge.ts',
    swaps: [
      ["  if (erp === null && erpChanged) return { kind: 'erased_in_erp', why: 'erased_in_erp' };\n", ''],
    ],
  },
  {
    name: 'second-ord',
    en: 'A save in doubt is tried again under a second ord',
    zh: '结果不明的保存换一个内部编号重来',
    file: 'hub/src/push/create.ts',
    swaps: [
      [
        "  if (holding.write.ord !== null && (state === 'allocated' || state === 'in_doubt')) return;\n  if (holding.write.ord !== null) {\n",
        "  if (holding.write.ord !== null && state === 'allocated') return;\n  if (holding.write.ord !== null && holding.write.saves === 0) {\n",
      ],
    ],
  },
  {
    name: 'stale-base',
    en: 'The base is not moved on after an update',
    zh: '更新写完后没有更新对照值',
    file: 'hub/src/push/confirm.ts',
    swaps: [
      [
        'rebase(base, settled, hub, erp), now(context)',
        'isCreate ? rebase(base, settled, hub, erp) : base, now(context)',
      ],
    ],
  },
  {
    name: 'guard-left-out',
    en: 'A write changes its state whatever state it is in by now',
    zh: '写入改状态时不检查它现在的状态',
    file: 'hub/src/journal/journal.ts',
    swaps: [
      [
        "    .where('id', '=', write.id)\n    .where('state', '=', from);\n  guarded =\n    write.holder === null ? guarded.where('holder', 'is', null) : guarded.where('holder', '=', write.holder);\n",
        "    .where('id', '=', write.id);\n",
      ],
    ],
  },
  {
    name: 'lock-left-out',
    en: 'Two creates of one company are under way at once',
    zh: '同一家公司同时新建两次，没有加锁',
    file: 'hub/src/push/locks.ts',
    swaps: [
      [
        '  return context.store.transaction(async (trx) => {\n    for (const { kind, value } of keys) {\n',
        '  if (keys.length > 0) return true;\n  return context.store.transaction(async (trx) => {\n    for (const { kind, value } of keys) {\n',
      ],
    ],
  },
  {
    name: 'gone-after-one-sweep',
    en: 'A customer that one sweep missed is called deleted',
    zh: '一次核对没看到就当成已删除',
    file: 'hub/src/pull/absent.ts',
    swaps: [['await context.erp.client.customers.exists(ord).catch(', "await Promise.resolve('no').catch("]],
  },
  {
    name: 'echo-by-actor',
    en: 'What the ERP shows first after our own write is taken for our echo',
    zh: '自己写完后 ERP 第一次显示的内容一律当成回声',
    file: 'hub/src/pull/page.ts',
    swaps: [
      [
        'const moved = differs(context, before, listed);',
        'const moved = mirror.fingerprint !== null && differs(context, before, listed);',
      ],
      ['    showsRecord(row, rules.layout, rules.trusted, before, context.options);\n', '    true;\n'],
    ],
  },
  {
    name: 'retry-of-refusal',
    en: 'A save that the ERP refused is tried again unchanged',
    zh: 'ERP 拒绝的保存原样重试',
    file: 'hub/src/push/settle.ts',
    swaps: [["if (error.blame === 'transient' || isConfig", "if (error.blame !== 'config' || isConfig"]],
  },
  {
    name: 'token-in-a-log',
    en: 'The session token stands in the log of calls',
    zh: '会话令牌写进了调用日志',
    file: 'zhibang/src/exchange.ts',
    swaps: [
      ['      request: redact(shown, 4000, secrets),\n', "      request: String(request.body ?? ''),\n"],
    ],
  },
  {
    name: 'wrong-customer-behind-ord',
    en: 'Whoever stands under our ord is taken for our customer',
    zh: '内部编号下是谁就当成是我们的客户',
    file: 'hub/src/push/read-back.ts',
    swaps: [
      ["  if (!carries(record, write.fields?.erp ?? {})) throw another(ord, record.name ?? '');\n", ''],
    ],
  },
];
