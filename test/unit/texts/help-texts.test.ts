import { helpTexts } from '../../../src/texts/help-texts';

/** What a new user is asked to do at most between an empty spreadsheet and the first report. */
const MOST_ACTIONS = 8;

describe('the way to the first report', () => {
  it('takes at most eight actions, from opening the menu to saving', () => {
    expect(helpTexts.firstSteps.length).toBeLessThanOrEqual(MOST_ACTIONS);
    expect(helpTexts.firstSteps[0]).toContain('меню');
    expect(helpTexts.firstSteps.at(-1)).toContain('«Сохранить и обновить»');
  });
});
