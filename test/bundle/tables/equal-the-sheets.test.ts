/** The tables of every portal that we know, one after the other. */
import { describeTables } from './support/describe-tables';

describeTables('demo', 'mid');
describeTables('odd', 'mid');
describeTables('faulty', 'mid');
describeTables('mixed, linked', 'mid');
describeTables('mixed, not linked', 'mid');
describeTables('mixed, not linked', 'old');
describeTables('mixed, not linked', 'new');
describeTables('older', 'mid');
