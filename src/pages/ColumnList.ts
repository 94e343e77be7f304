/** The further columns of one sheet: added at the end, put in order, taken away; and the header that comes of it. */
import { formTexts } from '../texts/form-texts';
import { SHEET_TITLES } from '../texts/sheet-texts';
import { columnChoices, columnsHint, headerTitles, moved, type ColumnsOf } from './column-choices';
import { button, element } from './dom';
import { Field, select, setChoices } from './Field';
import type { Choice, OfferedFields } from './field-choices';

export class ColumnList {
  readonly field: Field;
  private names: readonly string[] = [];
  private notes = 0;
  private readonly further = select([]);
  private readonly addButton = button(formTexts.addColumn, 'secondary', () => this.add());
  private readonly chosen = element('ol', { class: 'columns' });
  private readonly header: HTMLElement;

  /** @param most how many columns there may be */
  constructor(
    private readonly sheet: ColumnsOf,
    private readonly most: number,
    private offered: OfferedFields,
  ) {
    const name = formTexts.header(SHEET_TITLES[sheet]);
    this.header = element('ul', { class: `header ${sheet}`, 'aria-label': name });
    const below = [this.addButton, this.chosen, this.header];
    this.field = new Field(`${sheet}Columns`, formTexts.columns[sheet], this.further, [], below);
    this.field.root.classList.add('picked');
  }

  get value(): readonly string[] {
    return this.names;
  }

  set value(names: readonly string[]) {
    this.names = names;
    this.draw();
  }

  offer(fields: OfferedFields['fields']): void {
    this.offered = { fields, areCurrent: true };
    const focused = this.controls.findIndex((control) => control === document.activeElement);
    this.draw();
    this.controls[focused]?.focus();
  }

  /** @param notes columns of the people's own that follow */
  setNotes(notes: number): void {
    this.notes = notes;
    const titles = headerTitles(this.sheet, this.names, notes, this.offered);
    this.header.replaceChildren(...titles.map((title) => element('li', {}, title)));
  }

  /** Place and removal of each column in turn. */
  private get controls(): HTMLElement[] {
    return [...this.chosen.querySelectorAll<HTMLElement>('select, button')];
  }

  private add(): void {
    const { value } = this.further;
    if (value === '') this.further.focus();
    else this.change([...this.names, value], this.names.length * 2);
  }

  private remove(place: number): void {
    this.change(
      this.names.filter((_, other) => other !== place),
      Math.min(place, this.names.length - 2) * 2 + 1,
    );
  }

  /** @param focus the control that gets it */
  private change(names: readonly string[], focus: number): void {
    this.value = names;
    (this.controls[focus] ?? this.further).focus();
    this.chosen.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private draw(): void {
    const { names, most, offered } = this;
    const { known, own } = columnChoices(this.sheet, offered);
    const isFree = ({ value }: Choice): boolean => !names.includes(value);
    const { value } = this.further;
    setChoices(this.further, [{ value: '', label: formTexts.chooseColumn }, ...known.filter(isFree)]);
    const free = own.filter(isFree).map(({ value, label }) => element('option', { value }, label));
    if (free.length > 0) this.further.append(element('optgroup', { label: formTexts.ownFields }, ...free));
    this.further.value = [...known, ...own].some((choice) => choice.value === value && isFree(choice))
      ? value
      : '';
    this.further.disabled = this.addButton.disabled = names.length >= most;
    const labels = new Map([...known, ...own].map((choice) => [choice.value, choice.label]));
    this.chosen.replaceChildren(...names.map((name, place) => this.row(labels.get(name) ?? name, place)));
    this.chosen.hidden = names.length === 0;
    const { text, isGone } = columnsHint(names, offered);
    this.field.setHint(text, isGone);
    this.setNotes(this.notes);
  }

  private row(title: string, place: number): HTMLElement {
    const places = select(this.names.map((_, index) => ({ value: String(index), label: String(index + 1) })));
    places.value = String(place);
    places.setAttribute('aria-label', formTexts.place(title));
    places.addEventListener('input', (event) => {
      event.stopPropagation();
      const to = Number(places.value);
      this.change(moved(this.names, place, to), to * 2);
    });
    const removal = button('×', 'plain', () => this.remove(place));
    removal.setAttribute('aria-label', formTexts.removeColumn(title));
    return element('li', {}, places, element('span', {}, title), removal);
  }
}
