import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { usePageTexts } from '../app/texts.js';
import { bestOf } from './match.js';
import { PaletteOption } from './palette-option.js';
import { paletteStore } from './palette-store.js';
import { useFoundRequests } from './use-found-requests.js';
import { usePaletteItems, type PaletteItem } from './use-palette-items.js';
import styles from './palette.module.css';

const GROUPS = ['open', 'found', 'request', 'go', 'desk'] as const satisfies readonly PaletteItem['group'][];

const close = (): void => paletteStore.set(null);

/** One field in which everything is found and done: an editable combobox with a list (ARIA authoring practices). */
export const Palette = () => {
  const { t } = usePageTexts('palette');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const all = [...useFoundRequests(typed), ...bestOf(typed, usePaletteItems())];
  const items = GROUPS.flatMap((group) => all.filter((item) => item.group === group));
  const at = Math.min(chosen, items.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, typed]);
  const choose = (item: PaletteItem | undefined): void => {
    if (item === undefined || (item.closed ?? null) !== null) return;
    close();
    // After the focus has gone back to the page, so that a dialog which opens now takes it from there.
    setTimeout(item.run);
  };
  const onKey = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Enter') choose(items[at]);
    else if (to === undefined) return;
    else setChosen((to + items.length) % Math.max(items.length, 1));
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={close}
      withCloseButton={false}
      padding={0}
      size={640}
      yOffset="12vh"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
    >
      <div className={styles.field}>
        <IconSearch aria-hidden size={20} />
        <input
          data-autofocus
          type="text"
          role="combobox"
          className={styles.input}
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={items.length === 0 ? undefined : `${id}${at}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={typed}
          onKeyDown={onKey}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
        />
      </div>
      <div role="listbox" id={`${id}list`} aria-label={t('palette.results')} className={styles.list} ref={list}>
        {GROUPS.map((group) => {
          const of = items.filter((item) => item.group === group);
          if (of.length === 0) return null;
          return (
            <div key={group} role="group" aria-labelledby={`${id}${group}`}>
              <div id={`${id}${group}`} role="presentation" className={styles.group}>
                {t(`palette.group.${group}`)}
              </div>
              {of.map((item) => {
                const place = items.indexOf(item);
                return (
                  <PaletteOption
                    key={item.id}
                    id={`${id}${place}`}
                    item={item}
                    selected={place === at}
                    onPoint={() => setChosen(place)}
                    onChoose={() => choose(item)}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
      <p role="status" className={items.length === 0 ? styles.nothing : 'visually-hidden'}>
        {items.length === 0 ? t('palette.nothing') : t('palette.count', { count: items.length })}
      </p>
      <p className={styles.hints} aria-hidden>
        <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.hint.move')} <kbd>Enter</kbd> {t('palette.hint.choose')} <kbd>Esc</kbd>{' '}
        {t('palette.hint.close')}
      </p>
    </Modal>
  );
};
