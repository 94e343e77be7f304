/** A script without the comments that explain its sources: whoever wants to read them reads the sources. */
import { parse, type Comment } from 'acorn';

/** What licences ask to be kept. */
const KEPT = /^!|@license|@preserve/;

/** What the bundler says of where each part comes from. */
const SOURCE_FILE = /^ (?:src|node_modules)\/\S+$/;

/**
 * Takes out block comments, the names of source files, and the lines that hold nothing else; other line comments
 * stay. The code is a script that parses.
 */
export function withoutComments(code: string): string {
  const comments: Comment[] = [];
  parse(code, { ecmaVersion: 'latest', sourceType: 'script', onComment: comments });
  let kept = '';
  let from = 0;
  for (const { type, value, start, end } of comments) {
    if (type === 'Block' ? KEPT.test(value) : !SOURCE_FILE.test(value)) continue;
    const lineStart = code.lastIndexOf('\n', start) + 1;
    const isAlone = code.slice(lineStart, start).trim() === '' && code[end] === '\n';
    // Within a line the comment parts two words, or ends a statement where it goes on to another line.
    kept += isAlone
      ? code.slice(from, lineStart)
      : code.slice(from, start) + (value.includes('\n') ? '\n' : ' ');
    from = isAlone ? end + 1 : end;
  }
  return kept + code.slice(from);
}
