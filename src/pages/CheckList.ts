/** The choice of checks for «Проверка данных», folded: all are made but those without a tick. */
import type { CheckName } from '../domain/check-names';
import type { Settings } from '../settings/Settings';
import { CHECK_TITLES } from '../texts/check-titles';
import { formTexts } from '../texts/form-texts';
import { element } from './dom';
import { checkbox, Field } from './Field';
import { inOrderOf } from './settings-form';

export class CheckList {
  readonly root: HTMLElement;
  private given: Settings['skippedChecks'] = [];
  private readonly boxes = new Map(
    Object.keys(CHECK_TITLES).map((name) => [name as CheckName, checkbox()] as const),
  );

  constructor() {
    const fields = [...this.boxes].map(([name, box]) => new Field(name, CHECK_TITLES[name], box).root);
    const name = formTexts.skippedChecks;
    const group = element('div', { role: 'group', 'aria-label': name }, ...fields);
    this.root = element('details', { class: 'checks' }, element('summary', {}, name), group);
  }

  /** Checks that are not made. */
  get value(): Settings['skippedChecks'] {
    const skipped = [...this.boxes].filter(([, box]) => !box.checked).map(([name]) => name);
    return inOrderOf(this.given, skipped);
  }

  set value(skipped: Settings['skippedChecks']) {
    this.given = skipped;
    for (const [name, box] of this.boxes) box.checked = !skipped.includes(name);
  }
}
