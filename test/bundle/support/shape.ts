/** Compares a JSON value with a description of it: exactly these keys, of these types. */

/** `'string'`, `'number'`, `'boolean'`, `'null'`, with `?` also null; an object that may be null; a list of one kind. */
export type Shape = string | readonly [Shape] | { readonly [key: string]: Shape };

/** What differs, by path; nothing where the value is as described. */
export function shapeOf(value: unknown, shape: Shape, path = '$'): readonly string[] {
  if (typeof shape === 'string') {
    const type = value === null ? 'null' : typeof value;
    const fits = type === shape.replace('?', '') || (type === 'null' && shape.endsWith('?'));
    return fits ? [] : [`${path} is ${type}, not ${shape}`];
  }
  if (isList(shape)) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return value.flatMap((item, index) => shapeOf(item, shape[0], `${path}[${index}]`));
  }
  if (value === null) return [];
  if (typeof value !== 'object' || Array.isArray(value)) return [`${path} is no object`];
  const keys = [...new Set([...Object.keys(value), ...Object.keys(shape)])];
  return keys.flatMap((key) => {
    const part = shape[key];
    if (part === undefined) return [`${path}.${key} is not agreed on`];
    if (!Object.hasOwn(value, key)) return [`${path}.${key} is missing`];
    return shapeOf((value as Record<string, unknown>)[key], part, `${path}.${key}`);
  });
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
