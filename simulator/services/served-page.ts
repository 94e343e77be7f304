/**
 * What reaches the browser of a page: without comments and indentation, which something takes out that is no parser
 * (Google issue 156139610; published measurements of 2026). A model of what was seen: quotes are known, template
 * literals are not; a regular expression opens after a sign or a word and closes at the next bare slash.
 */

const INLINE = /(<(script|style)\b[^>]*>)([\s\S]*?)(<\/\2>)/gi;
const HTML_COMMENT = /<!--[\s\S]*?-->/g;
const STYLE_COMMENT = /\/\*[\s\S]*?\*\//g;
const INDENTATION = /^[ \t]+/gm;

/** Behind these a slash begins a regular expression. */
const BEFORE_EXPRESSION =
  /(?:^|[(,=:[!&|?{;+\-*%~^<>]|\b(?:return|typeof|instanceof|in|of|new|delete|void|throw|case|do|else))\s*$/;
/** Long enough for the longest of these words and some space. */
const LOOK_BACK = 40;

/** From where it stands: a string, a comment, a regular expression. */
const STRING = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const EXPRESSION = /\/(?:\\.|[^/\\\n])+\//y;

export function servedPage(html: string): string {
  const withoutComments = html.replace(
    INLINE,
    (_, open: string, tag: string, code: string, close: string) => {
      const isScript = tag.toLowerCase() === 'script';
      return open + (isScript ? servedScript(code) : code.replace(STYLE_COMMENT, '')) + close;
    },
  );
  return withoutComments.replace(HTML_COMMENT, '').replace(INDENTATION, '');
}

function servedScript(code: string): string {
  const kept: string[] = [];
  for (let place = 0; place < code.length;) {
    const comment = matchAt(COMMENT, code, place);
    const opens =
      code[place] === '/' && BEFORE_EXPRESSION.test(code.slice(Math.max(0, place - LOOK_BACK), place));
    const found =
      comment ?? matchAt(STRING, code, place) ?? (opens ? matchAt(EXPRESSION, code, place) : null);
    if (comment === null) kept.push(found ?? code.charAt(place));
    place += (found ?? ' ').length;
  }
  return kept.join('');
}

function matchAt(pattern: RegExp, text: string, place: number): string | null {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0] ?? null;
}
