import { Fragment } from 'react';
import { usePageTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Dialog } from '../ui/dialog.js';
import { paletteStore } from './palette-store.js';
import styles from './palette.module.css';

/** Every shortcut; keys of one sequence after each other. */
const SHORTCUTS = {
  everywhere: {
    palette: ['Ctrl K'],
    help: ['?'],
    search: ['/'],
    register: ['N'],
    queue: ['G', 'Q'],
    mine: ['G', 'M'],
    reports: ['G', 'R'],
    settings: ['G', 'S'],
    close: ['Esc'],
  },
  queue: { next: ['J'], previous: ['K'], openRow: ['O'], peek: ['Space'], select: ['X'] },
  request: { before: ['['], after: [']'] },
} as const;

/** The list of shortcuts. */
export const ShortcutList = () => {
  const { t } = usePageTexts('palette');
  const { user } = useSession();
  return (
    <Dialog title={t('palette.keys.title')} onClose={() => paletteStore.set(null)}>
      {!user.singleKeys && <p>{t('palette.keys.off')}</p>}
      <div className={styles.keys}>
        {(['everywhere', 'queue', 'request'] as const).map((group) => (
          <section key={group}>
            <h3>{t(`palette.keys.group.${group}`)}</h3>
            <dl>
              {(Object.entries(SHORTCUTS[group]) as [ShortcutName, readonly string[]][]).map(([name, keys]) => (
                <div key={name}>
                  <dt>{t(`palette.keys.${name}`)}</dt>
                  <dd>
                    {keys.map((key, index) => (
                      <Fragment key={key}>
                        {index > 0 && ` ${t('palette.keys.then')} `}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
};

type ShortcutName = { [Group in keyof typeof SHORTCUTS]: keyof (typeof SHORTCUTS)[Group] }[keyof typeof SHORTCUTS];
