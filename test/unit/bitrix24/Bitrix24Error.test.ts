/** An error of the portal as a sentence. */
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import { METHODS } from '../../../src/bitrix24/methods';
import { SentenceError, sentenceOf } from '../../../src/domain/SentenceError';
import { errorTexts } from '../../../src/texts/error-texts';

describe('an error of the portal', () => {
  it('may be shown: its message is a sentence of the catalogue', () => {
    const error = new Bitrix24Error('timeout');
    expect(error).toBeInstanceOf(SentenceError);
    expect(sentenceOf(error, 'otherwise')).toBe(errorTexts.timeout());
    expect([error.name, error.code]).toEqual(['Bitrix24Error', 'timeout']);
  });

  it.each([
    ['crm.item.list', errorTexts.accessDenied('invoices')],
    ['crm.item.productrow.list', errorTexts.accessDenied('rows')],
    ['crm.requisite.link.list', errorTexts.accessDenied('links')],
    ['crm.requisite.list', errorTexts.accessDenied('requisites')],
    ['crm.status.list', errorTexts.accessDenied('stages')],
    ['crm.item.fields', errorTexts.accessDenied('fields')],
    ['profile', errorTexts.accessDenied('profile')],
  ] as const)('of rights says what may not be read: %s', (method, sentence) => {
    expect(new Bitrix24Error('accessDenied', { method }).message).toBe(sentence);
  });

  it('says the details that help, and only those', () => {
    const method = 'crm.item.list';
    expect(new Bitrix24Error('argument', { method, portalCode: 'NOT_FOUND' }).message).toBe(
      errorTexts.argument('NOT_FOUND', method),
    );
    expect(new Bitrix24Error('methodNotFound', { method }).message).toBe(errorTexts.methodNotFound(method));
    expect(new Bitrix24Error('badAnswer', { method }).message).toBe(errorTexts.badAnswer(method));
    expect(new Bitrix24Error('serverError', { status: 502 }).message).toBe(errorTexts.serverError(502));
    expect(new Bitrix24Error('redirect', { host: 'new.bitrix24.ru' }).message).toBe(
      errorTexts.redirect('new.bitrix24.ru'),
    );
    expect(new Bitrix24Error('fieldGone', { field: 'UF_CRM_PAID' }).message).toBe(
      errorTexts.fieldGone('UF_CRM_PAID'),
    );
    expect(new Bitrix24Error('fieldNotDate', { field: 'Номер' }).message).toBe(
      errorTexts.fieldNotDate('Номер'),
    );
    for (const code of ['fieldNotSum', 'fieldNotShown'] as const) {
      expect(new Bitrix24Error(code, { field: 'Номер' }).message).toBe(errorTexts[code]('Номер'));
    }
  });
});

describe('the allow-list of methods', () => {
  it('holds reads only, and not the batch', () => {
    for (const method of METHODS)
      expect(method).toMatch(/^(profile|scope|server\.time|crm\.[a-z.]+\.(list|fields))$/);
    expect(METHODS).not.toContain('batch');
  });
});
