/** A report by somebody who may not see everything says so. */
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { Installation, OWNER } from './an-installation';

const refreshedBy = (admin: boolean): string => {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1, rows: [{}] }), {
    portal: { user: { admin } },
  });
  installation.connect();
  return installation.openedBy(OWNER).refreshes.start('menu', false).message;
};

test('Only the report of a webhook that is no administrator’s says that it may not be whole', () => {
  const [whole, partial] = [refreshedBy(true), refreshedBy(false)];
  expect(whole).toMatch(/^Готово: 1 счёт на сумму .* Строк с товарами: 1\. [^.]*\.$/m);
  expect(whole).not.toContain(refreshTexts.partialView());
  expect(partial.split('\n')).toEqual([whole.split('\n')[0], refreshTexts.partialView()]);
});
