import type { QueueChoiceInput } from '#contracts/queue-bulk';
import { STAFF_PATHS } from '#contracts/staff-paths';
import { ApiProblem } from '../api/api-problem.js';
import type { Problem } from '#contracts/wire';

/** The day at the desk that the file tells of: not that of this machine, which may be in another zone. */
const dayOf = ({ headers }: Response): string =>
  /\d{4}-\d{2}-\d{2}/u.exec(headers.get('content-disposition') ?? '')?.[0] ?? '';

/** Has the desk write the file and saves it under a name with its day. Throws `ApiProblem`. */
export const saveQueue = async (choice: QueueChoiceInput, name: string): Promise<void> => {
  const { method, path } = STAFF_PATHS.exportQueue;
  const body = JSON.stringify(choice);
  const response = await fetch(path, { method, body, headers: { 'content-type': 'application/json' } }).catch(() => {
    throw new ApiProblem(0, 'unreachable');
  });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    throw new ApiProblem(response.status, problem?.code ?? 'unknown');
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}-${dayOf(response)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
};
