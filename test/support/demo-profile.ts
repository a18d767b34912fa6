import { readFileSync } from 'node:fs';
import type { ControllerProfile } from '#domain/controller-profile';

/** The invented organisation, for letters that need all of its details. */
export const DEMO_PROFILE = JSON.parse(
  readFileSync(new URL('../../data/demo/controller.json', import.meta.url), 'utf8'),
) as ControllerProfile;
