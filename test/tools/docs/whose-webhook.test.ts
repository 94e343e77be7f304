/** That every place which asks for a webhook asks for the same person's. */
import { readFileSync } from 'node:fs';
import { helpTexts } from '../../../src/texts/help-texts';
import { setupTexts } from '../../../src/texts/setup-texts';

const RULE = 'от имени сотрудника, которому видны нужные счета (всё видит администратор)';
const IN_ENGLISH = 'as an employee who sees the invoices that the report needs (an administrator sees all)';

const read = (file: string): string => readFileSync(file, 'utf8').replace(/\s+/g, ' ');

describe('Whose webhook the report needs', () => {
  const places: Readonly<Record<string, string>> = {
    'the settings page': setupTexts.guide.join(' '),
    'the help page': helpTexts.answers.flat().join(' '),
    'the guide': read('docs/guide.ru.md'),
    'the Russian README': read('README.ru.md'),
    'the Russian page on security': read('SECURITY.ru.md'),
  };

  it.each(Object.entries(places))('is said by one rule in %s', (_, text) => {
    expect(text).toContain(RULE);
    expect(text).not.toMatch(/войдите администратором|от имени администратора/i);
  });

  it.each(['README.md', 'SECURITY.md'])('is said by the same rule in English in %s', (file) => {
    expect(read(file)).toContain(IN_ENGLISH);
    expect(read(file)).not.toMatch(/as an administrator/i);
  });
});
