import { ApiProblem } from './api-problem.js';
import { call } from './call.js';
import { base64Of } from './file-content.js';

const LARGEST_BYTES = 10_000_000;

/** What a file chooser offers; the server looks at the content itself. */
export const TAKEN_FILES = '.pdf,.png,.jpg,.jpeg,.webp,.txt,.eml,.wav,.mp3,.ogg,.m4a';

/** Keeps a file with a request. Throws `ApiProblem`, for a file that is too large without sending it. */
export const attachFile = async (reference: string, file: File): Promise<void> => {
  if (file.size > LARGEST_BYTES) throw new ApiProblem(400, 'file-too-large');
  await call('attach', { params: { reference }, body: { name: file.name, content: await base64Of(file) } });
};
