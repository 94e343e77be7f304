/** The tables of every portal that we know, one after the other. */
import { SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { connect } from '../../../world/make-world';
import { refreshed } from '../../../world/scenario';
import { SETTINGS, worldOf } from './support/data-sets';
import { describeTables } from './support/describe-tables';
import { vatBySql, vatOnSheet } from './support/sums';
import { Tables } from './support/tables-of';

describeTables('demo', 'mid');
describeTables('odd', 'mid');
describeTables('faulty', 'mid');
describeTables('mixed, linked', 'mid');
describeTables('mixed, not linked', 'mid');
describeTables('mixed, not linked', 'old');
describeTables('mixed, not linked', 'new');
describeTables('older', 'mid');

it('The tables sum up to «НДС» by the day of shipment where the period goes by that', async () => {
  const world = worldOf('demo', 'mid');
  const settings = { ...SETTINGS, periodField: SHIPMENT_DATE };
  connect(world, settings);
  refreshed(world);
  const tables = await Tables.of(world, settings, []);
  const found = await vatBySql(tables, 'shipment_date');
  expect(found).toEqual(vatOnSheet(world));
  expect(found).not.toEqual(await vatBySql(tables, 'invoice_date'));
  tables.close();
});
