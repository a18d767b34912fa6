import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Correspondence } from '#contracts/correspondence';
import { call } from '../api/call.js';
import { documentsKey, relatedKey, threadKey } from '../api/keys.js';

/** How often a message past its time is looked at: no entry tells that a worker has begun to send it. */
const LEAVING_SECONDS = 2;

/** Milliseconds until a message that can be taken back leaves. */
const untilLeaving = ({ messages }: Correspondence): number | false => {
  const seconds = messages.flatMap(({ leaves }) => leaves?.inSeconds ?? []);
  return seconds.length > 0 && Math.max(LEAVING_SECONDS, Math.min(...seconds)) * 1000;
};

/** What was written back and forth, asked for again whenever the request has changed. */
export const threadQuery = (reference: string, version: number) =>
  queryOptions({
    queryKey: threadKey(reference, version),
    queryFn: ({ signal }) => call('correspondence', { params: { reference }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => data !== undefined && untilLeaving(data),
  });

/** The files of a request, asked for again whenever it has changed. */
export const documentsQuery = (reference: string, version: number) =>
  queryOptions({
    queryKey: documentsKey(reference, version),
    queryFn: ({ signal }) => call('documents', { params: { reference }, signal }),
    placeholderData: keepPreviousData,
  });

/** Other requests of the same person. */
export const relatedQuery = (reference: string) =>
  queryOptions({
    queryKey: relatedKey(reference),
    queryFn: ({ signal }) => call('related', { params: { reference }, signal }),
    staleTime: 60_000,
  });
