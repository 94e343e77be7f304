import { readFileSync } from 'node:fs';
import path from 'node:path';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('the manifest', () => {
  it('asks for V8, Moscow time, logged exceptions and exactly the four scopes', () => {
    expect(json('appsscript.json')).toEqual({
      timeZone: 'Europe/Moscow',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.external_request',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/script.scriptapp',
      ],
    });
  });

  it.each(['dist', 'dist-addon'])('is pushed as it is in both forms: %s', (folder) => {
    expect(json(path.join(folder, 'appsscript.json'))).toEqual(json('appsscript.json'));
  });
});
