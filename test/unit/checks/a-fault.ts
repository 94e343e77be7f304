/** What each line of the tables of faults says: invoices with a fault, what is told of it, and some a hair away from it. */
import type { CheckName } from '../../../src/domain/check-names';
import { INN, type Case, type checksIn } from './some-checks';

export interface Fault {
  readonly check: CheckName;
  readonly wrong: readonly Case[];
  /** Importance, invoice and details of each line. */
  readonly told: readonly (readonly [string, number, string])[];
  readonly right: readonly Case[];
  readonly settings?: Parameters<typeof checksIn>[1];
}

/** A person's requisite, and a text too long to be quoted. */
export const PERSON = { companyName: '', personName: 'Иванов Пётр', kpp: '', inn: INN.person };
export const LONG = 'д'.repeat(101);

/** How a line about the first row of an invoice goes. */
export const ofRow = (details: string): string => `Строка 1 «Болт»: ${details}`;

export const two = (facts: Case): readonly Case[] => [
  { id: 1, ...facts },
  { id: 2, ...facts },
];
