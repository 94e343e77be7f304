/** Google takes a write and refuses it later: what it lost must not be taken for written by the next refresh. */
import { PlatformException } from '../../simulator';
import { connect } from '../../world/make-world';
import { worldOfThree } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, picture } from '../../world/sheets';

test.each([
  [2, 'Sheet.addDeveloperMetadata'],
  [1, 'Range.setNumberFormats'],
  [1, 'Sheet.setFrozenRows'],
])(
  'a first report whose call %i of %s was refused late gets its names, widths and frozen rows from the next one',
  (nth, member) => {
    const world = worldOfThree();
    connect(world);
    world.spreadsheet.quirks.defersErrors = true;
    let calls = 0;
    world.simulator.hooks = {
      before: (call) => {
        if (call.member === member) calls += 1;
        if (calls < nth) return;
        world.simulator.hooks = {};
        call.refuseWrite('The service failed.');
      },
    };
    startOnce(world);
    expect(progressOf(world).state).toBe('failed');
    refreshed(world);

    const undisturbed = worldOfThree();
    connect(undisturbed);
    refreshed(undisturbed);
    expect(picture(world)).toEqual(picture(undisturbed));
  },
);

it('A service that fails once the report is done takes nothing of it back', () => {
  const world = worldOfThree();
  connect(world);
  let isDone = false;
  world.simulator.hooks = {
    before: ({ member }) => {
      if (isDone) {
        world.simulator.hooks = {};
        throw new PlatformException('Service failed');
      }
      isDone = member === 'console.info';
    },
  };
  const { error } = startOnce(world);
  expect([error, progressOf(world).state]).toEqual([null, 'done']);
});

it('A growing table whose place was refused late is not written, and the next refresh makes it right', () => {
  const world = worldOfThree();
  connect(world);
  refreshed(world);
  world.data.addInvoice({ ID: 4, rows: [{}] });
  world.spreadsheet.quirks.defersErrors = true;
  world.simulator.hooks = {
    before: (call) => {
      if (call.member !== 'Spreadsheet.setNamedRange') return;
      world.simulator.hooks = {};
      call.refuseWrite('The service failed.');
    },
  };
  startOnce(world);
  expect(progressOf(world).state).toBe('failed');
  refreshed(world);
  expect(column(world, BRIEF, 'B')).toEqual(['1', '2', '3', '4']);
});
