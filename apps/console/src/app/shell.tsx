import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { OfflineBanner } from '../live/offline-banner.js';
import { useLiveDesk } from '../live/use-live-desk.js';
import { PaletteHost } from '../palette/palette-host.js';
import { Splash } from '../ui/splash.js';
import { LaterParts } from './later-parts.js';
import { OverlaysName } from './overlays-name.js';
import { SideBar } from './side-bar.js';
import { TopBar } from './top-bar.js';
import { useDeskShortcuts } from './use-desk-shortcuts.js';
import { useTexts } from './texts.js';
import styles from './shell.module.css';

/** The frame of the desk: views at the side, state and account on top, the page in the middle. */
export const Shell = () => {
  const { t } = useTexts();
  useDeskShortcuts();
  useLiveDesk();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('console.shell.skip')}
      </a>
      <SideBar />
      <TopBar />
      <LaterParts />
      <main id="main" tabIndex={-1} className={styles.main} data-scroll-restoration-id="main">
        <OfflineBanner />
        <Suspense fallback={<Splash />}>
          <Outlet />
        </Suspense>
      </main>
      <div id="desk-foot" className={styles.foot} />
      <PaletteHost />
      <OverlaysName />
    </div>
  );
};
