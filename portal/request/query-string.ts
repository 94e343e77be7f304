/** Query strings as PHP's parse_str reads them: the key ends at the first `=`, brackets nest. */
import { phpArray, type Params, type Value } from '../values';

type Branch = Map<string, Branch | string>;

export function parseQueryString(query: string): Params {
  const root: Branch = new Map();
  for (const part of query.split('&')) {
    if (part === '') continue;
    const cut = part.indexOf('=');
    const name = decode(cut < 0 ? part : part.slice(0, cut));
    if (name !== '') place(root, pathOf(name), cut < 0 ? '' : decode(part.slice(cut + 1)));
  }
  return Object.fromEntries([...root].map(([key, value]) => [key, toValue(value)]));
}

/** `filter[>id][]` is `filter`, `>id`, ``; dots and spaces of the first part turn into `_`. */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  const brackets =
    open > 0 ? [...name.slice(open).matchAll(/\[([^\]]*)\]/gy)].map((match) => match[1] ?? '') : [];
  const head = brackets.length > 0 ? name.slice(0, open) : name;
  return [head.trimStart().replace(/[ .[]/g, '_'), ...brackets];
}

function place(root: Branch, path: readonly string[], value: string): void {
  let branch = root;
  path.forEach((step, depth) => {
    const key = step === '' ? nextIndex(branch) : step;
    if (depth === path.length - 1) {
      branch.set(key, value);
      return;
    }
    const existing = branch.get(key);
    const child: Branch = existing instanceof Map ? existing : new Map<string, Branch | string>();
    branch.set(key, child);
    branch = child;
  });
}

function nextIndex(branch: Branch): string {
  const indexes = [...branch.keys()].filter((key) => /^\d+$/.test(key)).map(Number);
  return String(Math.max(-1, ...indexes) + 1);
}

function toValue(node: Branch | string): Value {
  return typeof node === 'string' ? node : phpArray([...node].map(([key, child]) => [key, toValue(child)]));
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
