/** The bounded memory of one execution. */
import { AnswerMemory } from '../../../src/cache/AnswerMemory';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `link:${index}:`);

describe('AnswerMemory', () => {
  it('gives back what it remembers and nothing else', () => {
    const memory = new AnswerMemory(10);
    memory.remember('link:1:', { answer: null });
    expect(memory.find('link:1:')).toEqual({ answer: null });
    expect(memory.find('link:2:')).toBeUndefined();
  });

  it('drops nothing up to its bound', () => {
    const memory = new AnswerMemory(100);
    const dropped = names(100).map((name) => memory.remember(name, { answer: 1 }));
    expect(dropped.every((count) => count === 0)).toBe(true);
    expect(names(100).every((name) => memory.find(name) !== undefined)).toBe(true);
  });

  it('drops the oldest beyond its bound and says how many', () => {
    const memory = new AnswerMemory(100);
    const dropped = names(101).reduce((sum, name) => sum + memory.remember(name, { answer: 1 }), 0);
    const gone = names(101).filter((name) => memory.find(name) === undefined);
    expect(gone).toEqual(names(dropped));
    expect(dropped).toBe(11);
  });

  it('counts a list by its items', () => {
    const memory = new AnswerMemory(100);
    memory.remember('rows:1:', { answer: Array.from({ length: 98 }, () => 1) });
    expect(memory.remember('link:1:', { answer: 1 })).toBe(0);
    expect(memory.remember('link:2:', { answer: 1 })).toBe(1);
    expect(memory.find('rows:1:')).toBeUndefined();
  });

  it('replaces an answer without counting it twice, and makes it the newest', () => {
    const memory = new AnswerMemory(10);
    for (let round = 0; round < 100; round += 1) memory.remember('a', { answer: [1, 2, round] });
    memory.remember('b', { answer: [1, 2, 3] });
    expect(memory.remember('a', { answer: [4, 5, 6] })).toBe(0);
    expect(memory.remember('c', { answer: [7, 8, 9] })).toBe(1);
    expect(memory.find('b')).toBeUndefined();
    expect(memory.find('a')).toEqual({ answer: [4, 5, 6] });
  });

  it('keeps the answer just given even when it is larger than the bound', () => {
    const memory = new AnswerMemory(10);
    memory.remember('a', { answer: 1 });
    expect(memory.remember('b', { answer: Array.from({ length: 50 }, () => 1) })).toBe(1);
    expect(memory.find('b')).toBeDefined();
  });
});

describe('a question', () => {
  it('is counted once by the execution that asks first, and not again by one that starts over', () => {
    const first = new AnswerMemory(10);
    expect(first.countQuestion('a')).toBe(true);
    first.remember('a', { answer: 1 }, { asked: 1, age: 7 });
    expect([first.countQuestion('a'), first.countQuestion('a')]).toEqual([true, true]);
    expect(first.entries()).toEqual([['a', 1, 3, 7]]);

    const second = new AnswerMemory(10);
    second.restore(first.entries());
    expect(second.entries()).toEqual([['a', 1, 3, 7]]);
    const counted = [1, 2, 3, 4, 5].map(() => second.countQuestion('a'));
    expect(counted).toEqual([false, false, false, true, true]);
    expect(second.entries()).toEqual([['a', 1, 5, 7]]);
  });

  it('for an answer that was replaced is a new one', () => {
    const memory = new AnswerMemory(10);
    memory.restore([['a', 1, 3, 7]]);
    memory.remember('a', { answer: 2 });
    expect([memory.countQuestion('a'), memory.entries()]).toEqual([true, [['a', 2, 1, 0]]]);
  });

  it('for an answer that does not fit the memory of the next execution is counted there', () => {
    const memory = new AnswerMemory(2);
    memory.restore([
      ['a', 1, 1, 0],
      ['b', 2, 1, 0],
      ['c', 3, 1, 0],
    ]);
    expect(memory.find('a')).toBeUndefined();
    expect([memory.countQuestion('a'), memory.countQuestion('c')]).toEqual([true, false]);
  });
});
