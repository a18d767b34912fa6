import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { useRequest } from '../request-context.js';
import { nextCommand } from './next-command.js';

/** The one command that comes next, at hand without a search on the page. */
export const NextButton = () => {
  const { t } = useTexts();
  const { page, openDialog } = useRequest();
  const next = nextCommand(page);
  if (next === null) return null;
  const about = next.task?.registerName ?? (next.right && t(`common.right.${next.right}`));
  return (
    <Button kind="primary" onClick={() => openDialog(next)}>
      {[t(`console.command.${next.type}`), about].filter(Boolean).join(': ')}
    </Button>
  );
};
