import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueName } from '#domain/request/effects';
import type { AnyClaimedEffect } from './effect-rows.js';
import type { Ignored } from './ignored-jobs.js';
import type { OfferedEffect } from './offers.js';

/** How an attempt ended. `waits`: put off by a freeze or a full lane; `lost`: another worker had taken the effect over. */
export type AttemptOutcome = 'done' | 'cancelled' | 'failed' | 'dead' | 'waits' | 'lost';

/** Seconds: what is at once, what comes within a retry or two, what took an outage. */
const DURATIONS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14_400, 86_400];

/** What this process counts while it works, for Prometheus: numbers by queue and kind, nobody's data. */
@Injectable()
export class EngineMetrics {
  readonly registry = new Registry();

  readonly #lag = new Histogram({
    name: 'artikla_dispatch_lag_seconds',
    help: 'From the moment an effect is due to its first offer to a queue',
    labelNames: ['queue'],
    buckets: DURATIONS,
    registers: [this.registry],
  });

  readonly #swept = new Gauge({
    name: 'artikla_dispatcher_last_sweep_timestamp_seconds',
    help: 'When the dispatcher last looked for what is due',
    registers: [this.registry],
  });

  readonly #done = new Histogram({
    name: 'artikla_effect_due_to_done_seconds',
    help: 'From the moment an effect is due to the commit of its result',
    labelNames: ['queue', 'kind'],
    buckets: DURATIONS,
    registers: [this.registry],
  });

  readonly #attempts = new Counter({
    name: 'artikla_effect_attempts_total',
    help: 'Attempts at effects, by how they ended',
    labelNames: ['queue', 'kind', 'outcome'],
    registers: [this.registry],
  });

  readonly #reminders = new Counter({
    name: 'artikla_reminders_sent_total',
    help: 'Reminders sent to staff',
    registers: [this.registry],
  });

  readonly #ignored = new Counter({
    name: 'artikla_jobs_ignored_total',
    help: 'Jobs that did nothing, by why: malformed, unknown and foreign ones were not put there by us',
    labelNames: ['queue', 'reason'],
    registers: [this.registry],
  });

  swept(offers: readonly OfferedEffect[]): void {
    this.#swept.setToCurrentTime();
    for (const { queue, lag } of offers) if (lag !== null) this.#lag.observe({ queue }, Math.max(0, lag));
  }

  /** `seconds` since the claim. */
  attempted(queue: QueueName, { kind, late }: AnyClaimedEffect, outcome: AttemptOutcome, seconds: number): void {
    this.#attempts.inc({ queue, kind, outcome });
    if (outcome !== 'done') return;
    this.#done.observe({ queue, kind }, Math.max(0, late) + seconds);
    if (kind === 'remind') this.#reminders.inc();
  }

  ignored(queue: QueueName, reason: Ignored): void {
    this.#ignored.inc({ queue, reason });
  }
}
