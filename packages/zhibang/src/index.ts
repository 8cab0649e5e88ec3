export {
  type CatalogueEntry,
  type CatalogueField,
  type CatalogueModule,
  catalogue,
  catalogueModules,
  type Documented,
  type EntryStyle,
  findEntry,
  type Operation,
  searchCatalogue,
} from './catalogue.ts';
export type {
  CallName,
  CallParams,
  CallResult,
  CatalogueCalls,
  ListName,
  TypedPage,
  TypedSweep,
} from './catalogue-calls.ts';
export { cell, isMasked, isShortened } from './cell.ts';
export { checkRequest, type Params } from './check-request.ts';
export { type Draft, draftCall, entryOf } from './checked-call.ts';
export { type ClientStats, createClient, type Ping, type ZhibangClient } from './client.ts';
export type { Contacts } from './contacts.ts';
export type {
  Allocated,
  CustomerKind,
  Customers,
  Existence,
  ExistsOptions,
  FindOptions,
  FollowUp,
} from './customers.ts';
export { writes } from './encode-request.ts';
export { type Action, type Blame, ERROR_TABLE, type ErrorCode } from './error-table.ts';
export { type Bilingual, type Effect, type ErrorDetails, ZhibangError } from './errors.ts';
export { exampleRequest } from './example-request.ts';
export { answerFieldsOf, type FieldNode, fieldTree, paramsOf } from './field-tree.ts';
export type { Found, FoundRow } from './find.ts';
export {
  type CatalogueDifference,
  compareCatalogues,
  type EntryChange,
  type EntryRef,
  type FactChange,
  type FieldChange,
} from './help/compare.ts';
export { type CookieFile, cookiesFor, readCookieFile } from './help/cookie-file.ts';
export type { SavedCookie } from './help/cookies/saved.ts';
export { type DrawnEntry, reachesItsEnd, readDrawnText } from './help/drawn-text.ts';
export { type HelpPage, type IndexLeaf, readHelpPage } from './help/help-page.ts';
export { isPage, pageText } from './help/page-text.ts';
export { indexEntry, isProse, knownEntry, sameRoute, tenantEntry } from './help/tenant-entry.ts';
export { GUIDES } from './markdown/guides.ts';
export { markdownPages } from './markdown/pages.ts';
export { fieldAnchor } from './markdown/text.ts';
export { type OpenApiDocument, type OwnCatalogue, openApiDocument } from './openapi/document.ts';
export type { Options } from './options.ts';
export type { Fields } from './ov1.ts';
export type { RawCalls, RawOptions, RawOv1Options } from './raw.ts';
export { maskPhones, withoutSecretValues } from './redact.ts';
export { answerFields, flat, requestFields } from './reference/shape.ts';
export { memoryRefusalStore } from './refusals.ts';
export type { RequestFault } from './request-fault.ts';
export type {
  AnyRow,
  Choice,
  ChoicesResult,
  ListResult,
  Numeric,
  OwnFields,
  RecordResult,
  Text,
  Value,
} from './results.ts';
export { CONTACT_SAVE_FIELDS, CUSTOMER_SAVE_FIELDS, type FieldSpec, NOT_IN_V3_EDIT } from './save-fields.ts';
export { fileSessionStore, memorySessionStore } from './session-store.ts';
export type {
  Bill,
  CallBudget,
  CallRecord,
  ClientOptions,
  CustomerReading,
  ListOptions,
  ListPage,
  ListRow,
  Option,
  OptionList,
  RefusalStore,
  RefusedLogin,
  SaveReceipt,
  SessionStore,
  StoredSession,
  Sweep,
  SweepCursor,
  SweepOutcome,
  TreeNode,
} from './types.ts';
export { typescriptOf } from './typescript.ts';
