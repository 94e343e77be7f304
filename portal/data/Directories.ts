/** What a portal's administrator sets up: pipelines, stages, user fields and the catalogue; and who gives out ids. */
import type { Clock } from '../clock';
import { Commits } from './Commits';
import { DEFAULT_STAGES, stage } from './defaults';
import type { Category, Stage, UserField, UserFieldName } from './records';

export class Directories {
  readonly categories: Category[] = [];
  readonly stages: Stage[] = [];
  readonly userFields: UserField[] = [];
  /** Names of the catalogue's products by their ids: rows without a name of their own show them. */
  readonly products = new Map<number, string>();
  readonly commits: Commits;
  private readonly lastIds = new Map<string, number>();

  constructor(readonly clock: Clock) {
    this.commits = new Commits(clock);
  }

  /** The first pipeline is the default one. */
  addCategory(id: number, name: string): void {
    this.categories.push({
      id,
      name,
      sort: 100 * (this.categories.length + 1),
      isDefault: this.categories.length === 0,
    });
    for (const { code, name: stageName, sort, semantics, system } of DEFAULT_STAGES) {
      this.addStage(id, code, {
        NAME: stageName,
        NAME_INIT: stageName,
        SORT: sort,
        SEMANTICS: semantics,
        SYSTEM: system,
      });
    }
  }

  addStage(categoryId: number, code: string, given: Partial<Stage>): void {
    this.stages.push(stage(this.newId('stage'), categoryId, code, given));
  }

  renameStage(statusId: string, name: string): void {
    this.changeStage(statusId, { NAME: name });
  }

  changeStage(statusId: string, changes: Partial<Stage>): void {
    const index = this.stages.findIndex((candidate) => candidate.STATUS_ID === statusId);
    this.stages[index] = { ...found(this.stages[index], 'stage', statusId), ...changes };
  }

  addUserField(field: UserField): void {
    this.userFields.push(field);
  }

  /** No list knows it from then on, neither selected nor in a filter or an order. */
  deleteUserField(name: UserFieldName): void {
    this.userFields.splice(0, Infinity, ...this.userFields.filter((field) => field.name !== name));
  }

  newId(kind: string, given?: number): number {
    const last = this.lastIds.get(kind) ?? 0;
    const id = given ?? last + 1;
    this.lastIds.set(kind, Math.max(last, id));
    return id;
  }

  /** The server's time. */
  now(): number {
    return this.commits.now();
  }
}

export function found<T>(record: T | undefined, kind: string, id: number | string): T {
  if (record === undefined) throw new Error(`There is no ${kind} ${id} in the portal's data`);
  return record;
}
