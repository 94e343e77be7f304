/** What a redirect says of where methods are asked. */
import { isRedirect, readAddress } from '../../../src/bitrix24/redirect';

const AT = 'https://demo.bitrix24.ru/rest/1/s3cret/';

describe('a status', () => {
  it.each([301, 302, 303, 307, 308])('of %d is a redirect', (status) => {
    expect(isRedirect(status)).toBe(true);
  });

  it.each([200, 300, 304, 305, 306, 309, 400, 503])('of %d is none', (status) => {
    expect(isRedirect(status)).toBe(false);
  });
});

describe('the address of all methods', () => {
  it.each([
    ['profile', '', ''],
    ['crm.item.list', '', ''],
    ['profile', '.json', '.json'],
    ['profile', '/', '/'],
    ['profile', '.json/', '.json/'],
    ['profile', '?lang=ru', '?lang=ru'],
    ['profile', '.json/?a=/profile', '.json/?a=/profile'],
  ])('is read from that of %s with %j behind it', (method, suffix, behind) => {
    expect(readAddress(`${AT}${method}${suffix}`, method)).toEqual({ before: AT, behind });
  });

  it('is before the last part of that name', () => {
    expect(readAddress('https://demo.bitrix24.ru/profile/profile', 'profile')).toEqual({
      before: 'https://demo.bitrix24.ru/profile/',
      behind: '',
    });
  });

  it.each([
    `${AT}scope`,
    AT,
    'https://demo.bitrix24.ru/auth/',
    'https://demo.bitrix24.ru/auth/?back=/rest/1/profile',
    'https://demo.bitrix24.ru/auth/#/profile',
    `${AT}myprofile`,
    `${AT}profiles`,
    `${AT}profile.xml`,
    `${AT}profile.json.json`,
    `${AT}profile//`,
    `${AT}profile/.json`,
    `${AT}profile/more`,
    `${AT}profile#here`,
    '',
  ])('is not in %s', (url) => {
    expect(readAddress(url, 'profile')).toBeNull();
  });
});
