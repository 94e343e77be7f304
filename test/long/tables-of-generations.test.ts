/** The odd portal's tables on portals of other generations, which print and count in other ways. */
import { describeTables } from '../bundle/tables/support/describe-tables';

describeTables('odd', 'old');
describeTables('odd', 'new');
