/** A report that somebody turned into a table of Google's, whose typed columns refuse what a script writes. */
import type { World } from '../../world/make-world';
import { inRussian, PlatformException } from '../../simulator';
import { inOneGo } from '../bundle/support/long-worlds';
import { MINUTE } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, picture } from '../../world/sheets';
import { anOffice, attempt, everything, HOWS, userOf } from '../bundle/support/workbook';

const SENTENCE =
  'Отчёт преобразован в таблицу Google с типами столбцов, и запись в неё запрещена. ' +
  'Нажмите на название таблицы, выберите «Преобразовать в диапазон» и обновите отчёт.';

const REFUSED = [[['looks', 'values']], [['looks']], [['values']]] as const;

/** A written report in which everything changes at the next refresh. */
function written(defersErrors: boolean): World {
  const world = anOffice();
  world.spreadsheet.quirks.defersErrors = defersErrors;
  refreshed(world);
  for (const id of [1, 2, 3]) {
    world.data.changeInvoice(id, { ACCOUNT_NUMBER: `НОВ-${id}`, STAGE_ID: 'DT31_7:P', OPPORTUNITY: 7 });
  }
  return world;
}

const shown = (world: World): unknown => [picture(world), world.spreadsheet.sheets.map(({ name }) => name)];

describe.each(HOWS)('A report turned into a table, refreshed by %s', (how) => {
  describe.each([false, true])('where Google brings refusals out late: %s', (defersErrors) => {
    test.each(REFUSED)(
      'tells so where the columns refuse %j, and is right once it is a range again',
      (refuses) => {
        for (const name of [BRIEF, DETAIL]) {
          const world = written(defersErrors);
          userOf(world).convertToTable(name, name === BRIEF ? 'B2:I5' : 'B2:I8', refuses);
          expect(attempt(world, how)).toMatchObject({ state: 'failed' });
          expect(progressOf(world).message).toContain(SENTENCE);
          userOf(world).convertToRange(name);
          refreshed(world);
          expect(picture(world)).toEqual(inOneGo(world));
        }
      },
    );
  });

  test.each([BRIEF, DETAIL])('stays as it was on both sheets where «%s» refuses looks at once', (name) => {
    const world = written(false);
    const before = shown(world);
    userOf(world).convertToTable(name, name === BRIEF ? 'B2:I5' : 'B2:I8');
    expect(attempt(world, how).state).toBe('failed');
    expect(shown(world)).toEqual(before);
  });
});

test('new colours never come to stand on the values of old rows', () => {
  for (const name of [BRIEF, DETAIL]) {
    const world = written(false);
    const before = picture(world);
    userOf(world).convertToTable(name, name === BRIEF ? 'B2:I5' : 'B2:I8', ['values']);
    startOnce(world);
    expect(progressOf(world).message).toBe(SENTENCE);
    // The sheet written before the one that refuses is right already.
    const right = { ...before, ...(name === DETAIL ? { [BRIEF]: inOneGo(world)[BRIEF] } : {}) };
    expect(picture(world)).toEqual(right);
  }
});

test('a table that refuses nothing is no hindrance', () => {
  const world = written(false);
  userOf(world).convertToTable(BRIEF, 'B2:I5', []);
  refreshed(world);
  expect(picture(world)).toEqual(inOneGo(world));
});

test('a refusal in words that nobody foresaw is told with its usual causes once it has come again and again', () => {
  const world = written(false);
  userOf(world).convertToTable(BRIEF, 'B2:I5');
  world.simulator.hooks = {
    before: ({ member }) => {
      if (member === 'Range.setNumberFormats') throw new PlatformException(inRussian('Something else'));
    },
  };
  startOnce(world);
  expect(progressOf(world).message).toBe(
    'Запись листов прервалась. Обновите отчёт ещё раз: листы будут записаны заново.',
  );
  world.simulator.passTime(20 * MINUTE);
  expect(progressOf(world).message).toBe(
    'Не удалось несколько раз подряд: повтор только по расписанию или вручную. ' +
      'Запись листов прерывается. Если лист защищён, снимите защиту; если отчёт преобразован в таблицу Google, ' +
      'выберите в ней «Преобразовать в диапазон». Затем обновите отчёт.',
  );
  expect(everything(world)).not.toBe('');
});
