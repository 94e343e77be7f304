import { parseQueryString } from '../../../portal/request/query-string';

describe('query strings as PHP reads them', () => {
  it('nests brackets and numbers empty ones', () => {
    expect(parseQueryString('a[b][c]=1&a[b][d]=2&list[]=x&list[]=y')).toEqual({
      a: { b: { c: '1', d: '2' } },
      list: ['x', 'y'],
    });
  });

  it('ends the key at the first equals sign, so an operator has to be encoded', () => {
    expect(parseQueryString('filter[=ownerId]=12')).toEqual({ filter_: 'ownerId]=12' });
    expect(parseQueryString('filter[%3DownerId]=12')).toEqual({ filter: { '=ownerId': '12' } });
  });

  it('turns plus signs and escapes into characters and survives broken escapes', () => {
    expect(parseQueryString('a=1+2%263&b=%zz&&c')).toEqual({ a: '1 2&3', b: '%zz', c: '' });
  });

  it('keeps a key that looks like a prototype as data', () => {
    expect(Object.keys(parseQueryString('__proto__[x]=1'))).toEqual(['__proto__']);
  });
});
