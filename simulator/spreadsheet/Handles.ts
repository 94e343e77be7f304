/** Which data stands behind a service object that a script hands back as an argument. */
import { type Kind, mismatch } from './signature';

export class Handles<T> {
  private readonly data = new WeakMap<object, T & object>();

  constructor(private readonly make: (data: T & object) => object) {}

  wrap(data: T & object): object {
    const service = this.make(data);
    this.data.set(service, data);
    return service;
  }

  readonly kind: Kind<T & object> = (value) =>
    (typeof value === 'object' && value !== null ? this.data.get(value) : undefined) ?? mismatch;
}
