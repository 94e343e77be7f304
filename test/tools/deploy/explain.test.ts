import { explain } from '../../../cli/deploy/explain';
import { deployTexts } from '../../../cli/deploy/texts';

describe('What clasp prints where it fails', () => {
  it.each([
    ['Requested entity was not found.', deployTexts.noSuchScript()],
    ['The caller does not have permission', deployTexts.noSuchScript()],
    ['Syntax error: Unexpected token line: 7 file: Code', deployTexts.refusedCode('Code', '7')],
    ['invalid_rapt', deployTexts.loginExpired()],
    ['getaddrinfo ENOTFOUND script.googleapis.com', deployTexts.noNetwork()],
    ['Teapot', deployTexts.unknownFailure('Teapot')],
  ])('is understood: %s', (output, sentence) => {
    expect(explain(output)).toBe(sentence);
  });
});
