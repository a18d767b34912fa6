import { useNotifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';

/** A page that asks for nothing for so long stands, in milliseconds. */
const QUIET_MS = 2_000;

const bring = () => import('./after-first-page.js');

const AfterFirstPage = lazy(async () => ({ default: (await bring()).AfterFirstPage }));

/**
 * What the first page can stand without: fetched once that page is quiet, or when there is a toast to show. Where it does
 * not come it is fetched again later.
 */
export const LaterParts = () => {
  const client = useQueryClient();
  const hasToast = useNotifications().notifications.length > 0;
  const [came, setCame] = useState(false);
  useEffect(() => {
    if (came) return undefined;
    let timer: number | undefined;
    const fetchThem = (): void =>
      void bring().then(
        () => setCame(true),
        () => undefined,
      );
    const look = (): void => {
      window.clearTimeout(timer);
      if (client.isFetching() === 0) timer = window.setTimeout(fetchThem, QUIET_MS);
    };
    if (hasToast) fetchThem();
    look();
    const leave = client.getQueryCache().subscribe(look);
    return () => {
      window.clearTimeout(timer);
      leave();
    };
  }, [client, hasToast, came]);
  return <Suspense>{came && <AfterFirstPage />}</Suspense>;
};
