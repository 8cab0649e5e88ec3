/** As much of JSON Schema (2020-12, the dialect of OpenAPI 3.1) as is written here. */
export interface Schema {
  $ref?: string;
  type?: string;
  title?: string;
  description?: string;
  const?: string | number;
  enum?: (string | number)[];
  examples?: string[];
  maxLength?: number;
  maximum?: number;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: boolean;
  [extension: `x-${string}`]: unknown;
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** `customer.list` and `Request` → `CustomerListRequest`. */
export function schemaName(call: string, part: 'Request' | 'Answer'): string {
  const words = call.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}${part}`;
}
