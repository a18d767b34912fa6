import { Notifications } from '@mantine/notifications';
import { PrintHead } from './print-head.js';

/** What nobody needs before the first page stands: where toasts come up, and the head of a print-out. */
export const AfterFirstPage = () => (
  <>
    <PrintHead />
    <Notifications position="bottom-center" />
  </>
);
