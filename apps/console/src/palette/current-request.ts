import { useEffect } from 'react';
import type { RequestPage } from '#contracts/request-page';
import { createStore } from '../live/store.js';
import type { OpenCommand } from '../request/request-context.js';

interface CurrentRequest {
  readonly page: RequestPage;
  readonly openDialog: (command: OpenCommand) => void;
}

/** The request on screen, for what stands outside its page. */
export const currentRequest = createStore<CurrentRequest | null>(null);

/** Offers the commands of the request on screen where commands are found. */
export const useOfferedCommands = (request: CurrentRequest | null): void => {
  useEffect(() => {
    currentRequest.set(request);
    return () => currentRequest.set(null);
  }, [request]);
};
