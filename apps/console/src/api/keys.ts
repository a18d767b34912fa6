import type { PreviewedCommand } from '#contracts/clock-preview';
import type { QueueQueryInput } from '#contracts/queue';
import type { ReportQuery } from '#contracts/reports';

/** Names of the kept answers. They hold references and filters, never personal data. */
export const SESSION_KEY = ['session'] as const;
export const CLOCK_SETTINGS_KEY = ['settings', 'clock'] as const;
export const OPERATIONS_KEY = ['operations'] as const;
export const CALENDAR_FEED_KEY = ['calendar-feed'] as const;
export const reportKey = (period: ReportQuery) => ['reports', period] as const;
export const DEPUTIES_KEY = ['deputies'] as const;
export const NOTICES_KEY = ['notices'] as const;
export const COUNTS_KEY = ['counts'] as const;
export const QUEUE_KEY = ['queue'] as const;
export const queueKey = (query: QueueQueryInput) => [...QUEUE_KEY, query] as const;
export const requestKey = (reference: string) => ['request', reference] as const;
export const presenceKey = (reference: string) => ['presence', reference] as const;
export const threadKey = (reference: string, version: number) => ['thread', reference, version] as const;
export const documentsKey = (reference: string, version: number) => ['documents', reference, version] as const;
export const relatedKey = (reference: string) => ['related', reference] as const;
export const previewKey = (reference: string, version: number, command: PreviewedCommand | null) =>
  ['preview', reference, version, command] as const;
