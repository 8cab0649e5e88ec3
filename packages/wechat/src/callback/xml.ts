import { parseXml, type XmlElement, XmlNode } from '@rgrove/parse-xml';
import { WechatError } from '../errors/error.ts';

/** What stands in a callback: texts, by element name; nested elements as objects, repeated ones as lists. */
export type XmlValue = string | XmlValue[] | { [name: string]: XmlValue };
export type XmlFields = { [name: string]: XmlValue };

const LARGEST = 1024 * 1024;
const DEEPEST = 16;

/**
 * The children of the root of a callback's XML, trimmed. No document type and so no entity of one's own is accepted
 * (the usual five and character references are), at most 1 MB and 16 levels.
 */
export function readXml(text: string): XmlFields {
  if (Buffer.byteLength(text) > LARGEST)
    throw new WechatError('callback_too_large', { operation: 'callback.xml' });
  try {
    const { root, children } = parseXml(text.trim(), { preserveDocumentType: true });
    const plain = !children.some((node) => node.type === XmlNode.TYPE_DOCUMENT_TYPE);
    const value = plain && root ? valueIn(root, 0) : '';
    if (typeof value === 'object' && !Array.isArray(value)) return value;
  } catch (error) {
    throw faulty(error);
  }
  throw faulty();
}

function valueIn(element: XmlElement, depth: number): XmlValue {
  if (depth > DEEPEST) throw new Error('too deep');
  const inner = element.children.filter((node) => node.type === XmlNode.TYPE_ELEMENT) as XmlElement[];
  if (inner.length === 0) return depth === 0 ? {} : element.text.trim();
  const fields: XmlFields = Object.create(null);
  for (const child of inner) {
    const value = valueIn(child, depth + 1);
    const before = fields[child.name];
    if (before === undefined) fields[child.name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[child.name] = [before, value];
  }
  return fields;
}

/** A plain text field, '' where it is absent or has structure. */
export function textOf(fields: XmlFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function faulty(cause?: unknown): WechatError {
  return new WechatError('callback_bad_xml', { operation: 'callback.xml', cause });
}
