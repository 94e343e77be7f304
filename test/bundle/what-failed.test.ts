/** Where Google fails under a page's hands, the page says which of its wishes was not granted. */
import { connect } from '../../world/make-world';
import { PlatformException } from '../../simulator';
import { worldOfThree } from '../../world/people';

const GOOGLES = "We're sorry, a server error occurred. Please wait a bit and try again.";
const NOT_LOADED = 'Данные не загрузились из-за сбоя на стороне Google: закройте панель и откройте её снова.';

it.each([
  ['loadSettings', NOT_LOADED],
  ['getProgress', NOT_LOADED],
  ['getStatus', NOT_LOADED],
  ['saveSettings', 'Настройки не сохранены из-за сбоя на стороне Google: сохраните их ещё раз.'],
  ['testConnection', 'Подключение не проверено из-за сбоя на стороне Google: проверьте его ещё раз.'],
  ['cancelRefresh', 'Обновление не отменено из-за сбоя на стороне Google: отмените его ещё раз.'],
  ['startRefresh', 'Что-то пошло не так, листы не изменились. Обновите отчёт ещё раз.'],
])('%s', (name, sentence) => {
  const world = worldOfThree();
  connect(world);
  world.simulator.hooks = {
    before: ({ member }) => {
      if (member === 'Properties.getProperty') throw new PlatformException(GOOGLES);
    },
  };
  expect(world.simulator.run({ function: name, args: [{}], via: 'page' }).error?.message).toBe(sentence);
});

it('clearing the cache', () => {
  const world = worldOfThree();
  connect(world);
  world.simulator.hooks = {
    before: ({ member }) => {
      if (member === 'Properties.getProperty') throw new PlatformException(GOOGLES);
    },
  };
  expect(world.simulator.run({ function: 'clearCache', via: 'page' }).value).toEqual({
    ok: false,
    message: 'Кэш не очищен из-за сбоя на стороне Google: очистите его ещё раз.',
  });
});
