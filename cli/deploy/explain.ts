/** What clasp prints where it fails, understood: one Russian sentence that says what to do. */
import { deployTexts } from './texts';

interface Explanation {
  /** As clasp 3 or Google's API says it. */
  readonly pattern: RegExp;
  readonly sentence: (found: RegExpExecArray) => string;
}

const explanations: readonly Explanation[] = [
  { pattern: /No credentials found|Not logged in/, sentence: deployTexts.notLoggedIn },
  {
    pattern: /invalid_grant|invalid_rapt|expired or revoked|invalid authentication credentials/i,
    sentence: deployTexts.loginExpired,
  },
  { pattern: /has not enabled the Apps Script API/, sentence: deployTexts.apiDisabled },
  {
    pattern: /Syntax error: .*?line: (\d+) file: (\S+)/,
    sentence: ([, line = '', file = '']) => deployTexts.refusedCode(file, line),
  },
  { pattern: /Requested entity was not found|does not have permission/, sentence: deployTexts.noSuchScript },
  { pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/, sentence: deployTexts.noNetwork },
];

export function explain(output: string): string {
  for (const { pattern, sentence } of explanations) {
    const found = pattern.exec(output);
    if (found !== null) return sentence(found);
  }
  return deployTexts.unknownFailure(output);
}
