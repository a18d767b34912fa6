import { SendAlarm } from '#features/correspondence/send-alarm';
import { SendAlert } from '#features/correspondence/send-alert';
import { SendDigest } from '#features/correspondence/send-digest';
import { SendLetter } from '#features/correspondence/send-letter';
import { SendReminder } from '#features/correspondence/send-reminder';
import { RunTask } from '#features/fulfilment/run-task';
import { BuildAnswer } from '#features/response/build-answer';
import { LocatePerson } from '#features/verification/locate-person';

/** Who does each kind of effect. The worker does not start when a kind has no handler, or two. */
export const HANDLERS = [LocatePerson, RunTask, BuildAnswer, SendLetter, SendReminder, SendAlert];

/** Who does what belongs to no request. */
export const DESK_HANDLERS = [SendDigest, SendAlarm];
