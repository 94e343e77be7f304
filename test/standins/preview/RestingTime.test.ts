import { RestingTime } from '../../../preview/thread/RestingTime';

describe('The preview’s time while nothing runs', () => {
  it('goes on with the real time, at the speed of the moment, in whole milliseconds', () => {
    let real = 1_000;
    let speed = 1;
    const time = new RestingTime(
      () => real,
      () => speed,
    );
    expect(time.passed()).toBe(0);
    real += 12.4;
    expect(time.passed()).toBe(12);
    speed = 100;
    expect(time.passed()).toBe(1_240);
  });

  it('leaves out what passed before it was begun anew, while a script ran', () => {
    let real = 1_000;
    const time = new RestingTime(
      () => real,
      () => 100,
    );
    real += 60_000;
    time.beginAnew();
    real += 3;
    expect(time.passed()).toBe(300);
  });
});
