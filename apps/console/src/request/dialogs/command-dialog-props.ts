import type { OpenCommand } from '../request-context.js';

export interface CommandDialogProps {
  readonly command: OpenCommand;
  readonly onClose: () => void;
}
