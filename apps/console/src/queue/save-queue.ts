import type { QueueChoiceInput } from '#contracts/queue-bulk';
import { STAFF_PATHS } from '#contracts/staff-paths';
import { ApiProblem } from '../api/api-problem.js';
import type { Problem } from '#contracts/wire';

/** Has the desk write the file and saves it under a name with today's date. Throws `ApiProblem`. */
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
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  URL.revokeObjectURL(address);
};
