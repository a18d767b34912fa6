import { SERVER_FAULTS } from '#test/chaos/server-faults';
import { STRANGER_FAULTS } from '#test/chaos/strangers';
import { TIME_FAULTS } from '#test/chaos/time-faults';
import { WORKER_FAULTS } from '#test/chaos/worker-faults';
import type { Fault } from '#test/chaos/strike';

/** All that strikes at random. */
export const FAULTS: readonly Fault[] = [...WORKER_FAULTS, ...SERVER_FAULTS, ...TIME_FAULTS, ...STRANGER_FAULTS];

/** Faults that a hundred deliveries meet while the storm lasts, unless a plan says otherwise. */
export const USUAL_TROUBLE = 20;
