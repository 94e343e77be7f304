/** The choice of one of the portal's fields. */
import type { ShownField } from '../connection/describe-portal';
import { Field, select, setChoices } from './Field';
import { fieldChoices, fieldHint, type FieldKey, type OfferedFields } from './field-choices';

export class FieldSelect {
  readonly field: Field<HTMLSelectElement>;
  private proposed = '';

  constructor(
    private readonly key: FieldKey,
    label: string,
    private offered: OfferedFields,
  ) {
    this.field = new Field(key, label, select([]));
    this.field.control.addEventListener('input', () => {
      this.proposed = '';
      this.tell();
    });
  }

  get value(): string {
    return this.field.control.value;
  }

  set value(name: string) {
    setChoices(this.field.control, fieldChoices(this.key, this.offered, name));
    this.field.control.value = name;
    this.tell();
  }

  /** Takes the portal's fields; `proposed` is chosen, visibly, where nothing is. */
  offer(fields: readonly ShownField[], proposed: string): void {
    this.offered = { fields, areCurrent: true };
    if (this.value === '') this.proposed = proposed;
    this.value = this.value === '' ? proposed : this.value;
  }

  private tell(): void {
    const isProposed = this.proposed !== '' && this.value === this.proposed;
    const { kind, text } = fieldHint(this.key, this.offered, this.value, isProposed);
    this.field.setHint(text, kind !== 'plain');
  }
}
