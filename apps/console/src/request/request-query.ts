import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { documentsKey, relatedKey, requestKey, threadKey } from '../api/keys.js';
import { refreshEvery } from '../live/link-state.js';

/** One request, refreshed while it is on screen. */
export const requestQuery = (reference: string) =>
  queryOptions({
    queryKey: requestKey(reference),
    queryFn: ({ signal }) => call('request', { params: { reference }, signal }),
    refetchInterval: refreshEvery,
  });

/** What was written back and forth, asked for again whenever the request has changed. */
export const threadQuery = (reference: string, version: number) =>
  queryOptions({
    queryKey: threadKey(reference, version),
    queryFn: ({ signal }) => call('correspondence', { params: { reference }, signal }),
    placeholderData: keepPreviousData,
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
