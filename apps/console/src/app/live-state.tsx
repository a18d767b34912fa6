import { linkState } from '../live/link-state.js';
import { unreachableSince } from '../live/reachability.js';
import { useStore } from '../live/store.js';
import { useTexts } from './texts.js';
import styles from './top-bar.module.css';

/** Whether changes of others arrive on screen by themselves. */
export const LiveState = () => {
  const { t } = useTexts();
  const link = useStore(linkState);
  const state = useStore(unreachableSince) === null ? link : 'unreachable';
  return (
    <p className={styles.live} role="status">
      <span
        className={styles.liveDot}
        data-state={state === 'live' || state === 'opening' ? 'live' : 'late'}
        aria-hidden
      />
      <span>{t(`live.state.${state}`)}</span>
    </p>
  );
};
