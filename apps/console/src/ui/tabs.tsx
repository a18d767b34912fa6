import { Suspense, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Splash } from './splash.js';
import styles from './tabs.module.css';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly content: ReactNode }[];
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Panels of which one is in sight; on paper all of them are. Arrow keys go from tab to tab. */
export const Tabs = ({ label, tabs }: TabsProps) => {
  const id = useId();
  const [shown, setShown] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const move = ({ key }: KeyboardEvent): void => {
    const step = STEPS[key];
    if (step === undefined) return;
    const next = (shown + step + tabs.length) % tabs.length;
    setShown(next);
    buttons.current[next]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div role="tablist" aria-label={label} className={styles.list}>
        {tabs.map((tab, place) => (
          <button
            key={tab.id}
            ref={(button) => {
              buttons.current[place] = button;
            }}
            type="button"
            role="tab"
            id={`${id}${tab.id}`}
            aria-controls={`${id}${tab.id}panel`}
            aria-selected={place === shown}
            tabIndex={place === shown ? 0 : -1}
            className={styles.tab}
            onClick={() => setShown(place)}
            onKeyDown={move}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab, place) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${id}${tab.id}panel`}
          aria-labelledby={`${id}${tab.id}`}
          hidden={place !== shown}
          className={styles.panel}
        >
          {/* What one panel still waits for must not take the tabs away, nor the focus that is on them. */}
          <Suspense fallback={<Splash />}>{tab.content}</Suspense>
        </div>
      ))}
    </div>
  );
};
