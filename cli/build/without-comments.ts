/** A script without the comments that explain its sources: whoever wants to read them reads the sources. */
import { parse, type Comment } from 'acorn';

/** What licences ask to be kept. */
const KEPT = /^!|@license|@preserve/;

/**
 * Takes out block comments, and the lines that hold nothing else; line comments, which name the source files of
 * a bundle, stay. The code is a script that parses.
 */
export function withoutBlockComments(code: string): string {
  const comments: Comment[] = [];
  parse(code, { ecmaVersion: 'latest', sourceType: 'script', onComment: comments });
  let kept = '';
  let from = 0;
  for (const { type, value, start, end } of comments) {
    if (type !== 'Block' || KEPT.test(value)) continue;
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
