import { Loader } from '@mantine/core';
import styles from './splash.module.css';

/** Before the first text is there: nothing to read yet, so nothing to say but that something comes. */
export const Splash = () => (
  <div className={styles.splash} aria-busy>
    <Loader type="dots" />
  </div>
);
