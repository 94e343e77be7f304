/** What all simulated objects of Google's share: the platform's exceptions, the gate of an execution, their classes. */

/** An error that Google's own services throw: `name` is `Exception`, as on the platform. */
export class PlatformException extends Error {
  override readonly name = 'Exception';
}

/** The platform's words for an argument of the right type that it does not take. */
export const invalidArgument = (name: string) => new PlatformException(`Invalid argument: ${name}`);

/** The platform's words where the user's day has no call of the service left. */
export const tooManyCalls = (service: string) =>
  new PlatformException(`Service invoked too many times for one day: ${service}.`);

/** Something that the simulator lacks, no error of the platform: an execution that calls it fails as a whole. */
export class NotSimulatedError extends Error {
  override readonly name = 'NotSimulatedError';
  constructor(member: string) {
    super(`${member} is not simulated`);
  }
}

/** What every platform call passes on its way in and out. One gate per execution. */
export interface Gate {
  /** Called before the member runs: counts the call, spends its time, checks rights; may throw or end the run. */
  enter(member: string, args: readonly unknown[]): void;
  /** Called by a member that reads or writes cells: spends the time they take; may end the run. */
  work?(cells: number): void;
  /** Called by a member that writes cells, by the sheet's name and A1: `Лист1!B2:C3`. */
  wrote?(place: string): void;
  /** Called after the member ran. */
  leave(member: string): void;
  /** Rebuilds arrays, dates and plain objects in the guest's realm; passes service objects through. */
  toGuest(value: unknown): unknown;
  /** Turns an error of this realm into what the guest catches. */
  toGuestError(error: unknown): unknown;
}

/** A gate that lets everything through, for tests of one service outside an execution. */
export const openGate: Gate = {
  enter: () => undefined,
  leave: () => undefined,
  toGuest: (value) => value,
  toGuestError: (error) => error,
};

/** By the object, or by the prototype that all objects of a class share. */
const classNames = new WeakMap<object, string>();

/** Makes it a service object of that class, named as in the platform's sentences: `SpreadsheetApp.Range`. */
export function adoptService<T extends object>(service: T, className: string): T {
  classNames.set(service, className);
  return service;
}

/** The class of a service object; undefined for everything else. */
export function classNameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return classNames.get(value) ?? classNames.get(Object.getPrototypeOf(value) as object);
}

export const isServiceObject = (value: unknown): boolean => classNameOf(value) !== undefined;
