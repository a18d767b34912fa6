import { notifications } from '@mantine/notifications';

/** Says in a corner that something was done. */
export const toastDone = (message: string): void => {
  notifications.show({ message, color: 'teal.8', autoClose: 8000 });
};

/** Says that something failed; stays until it is closed. */
export const toastFailed = (message: string): void => {
  notifications.show({ message, color: 'red.8', autoClose: false, role: 'alert' });
};
