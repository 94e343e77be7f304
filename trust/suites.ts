/** The promises that are tried many times over. */
import { crash } from './crash/crash';
import { schedules } from './schedules/schedules';
import type { TrustSuite } from './suite';

export const SUITES: readonly TrustSuite[] = [crash, schedules];
