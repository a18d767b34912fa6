import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { useRequest } from '../request-context.js';
import { entriesSince } from './entries-since.js';
import { useEntryWords } from './use-entry-words.js';
import styles from './meanwhile.module.css';

/** More than these would hide the dialog that they stand in. */
const SHOWN = 3;

interface MeanwhileProps {
  /** The last entry of the request when the dialog was opened. */
  readonly since: number;
  /** What was sent has been refused for it. */
  readonly refused: boolean;
}

/** What others did to the request while a dialog is open: told as it happens, and why a command was refused. */
export const Meanwhile = ({ since, refused }: MeanwhileProps) => {
  const { t } = useTexts();
  const { user } = useSession();
  const { page } = useRequest();
  const words = useEntryWords();
  const entries = entriesSince(page.timeline, since, user.id);
  return (
    <div role={refused ? 'alert' : 'status'}>
      {entries.length > 0 && (
        <div className={styles.meanwhile}>
          <strong>{t('live.conflict.title')}</strong>
          <ul>
            {entries.slice(0, SHOWN).map((entry) => {
              const { what, who, when } = words(entry, page);
              return <li key={entry.seq}>{`${what} – ${who}, ${when}`}</li>;
            })}
          </ul>
          <p>{t('live.conflict.words')}</p>
        </div>
      )}
    </div>
  );
};
