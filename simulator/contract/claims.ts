/** Everything that the simulator claims of Google and that a script can check there. */
import { anchorClaims } from './anchor-claims';
import { cellClaims } from './cell-claims';
import { chartClaims } from './chart-claims';
import type { Claims } from './Claim';
import { sheetClaims } from './sheet-claims';
import { storeClaims } from './store-claims';
import { utilityClaims } from './utility-claims';

export const CLAIMS: Claims = {
  ...cellClaims,
  ...sheetClaims,
  ...storeClaims,
  ...utilityClaims,
  ...anchorClaims,
  ...chartClaims,
};
