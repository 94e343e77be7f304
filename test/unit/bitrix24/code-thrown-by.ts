import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';

/** The code of the error that ends what is done; fails where there is none. */
export function codeThrownBy(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Bitrix24Error) return error.code;
    throw error;
  }
  throw new Error('Expected an error but there was none');
}
