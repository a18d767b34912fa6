import { NoticeBell } from '../notices/notice-bell.js';
import { PaletteButton } from '../palette/palette-button.js';
import { useSession } from '../session/session-context.js';
import { AccountPanel } from './account-panel.js';
import { DemoTime } from './demo-time.js';
import { LiveState } from './live-state.js';
import { ThemeButton } from './theme-button.js';
import styles from './top-bar.module.css';

/** The desk's state and the reader's account; in the demo also the desk's date, which can be moved. */
export const TopBar = () => {
  const { demo } = useSession();
  return (
    <header className={styles.bar}>
      <PaletteButton />
      {demo && <DemoTime />}
      <div className={styles.right}>
        <LiveState />
        <NoticeBell />
        <ThemeButton />
        <AccountPanel />
      </div>
    </header>
  );
};
