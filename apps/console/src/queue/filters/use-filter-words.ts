import { useMemo } from 'react';
import { LANGUAGES } from '#domain/language';
import { RIGHTS } from '#domain/law/rights';
import { STAGES } from '#domain/request/stages';
import { CHANNELS } from '#domain/request/vocabulary';
import { handles } from '../../app/handlers.js';
import { useDates } from '../../app/dates.js';
import { useTexts, type Texts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { valuesOf, type DateFilter, type Filter, type ListFilter, type QueueSearch } from '../queue-search.js';
import type { Dates } from '../../app/dates.js';
import type { Session } from '#contracts/session';

export interface Option {
  readonly value: string;
  readonly label: string;
}

const handlerOptions = ({ user, staff }: Session, { t }: Texts): readonly Option[] => [
  ...(handles(user) ? [{ value: 'me', label: t('queue.filter.me') }] : []),
  { value: 'none', label: t('queue.filter.nobody') },
  ...staff.filter((one) => handles(one) && one.id !== user.id).map(({ id, name }) => ({ value: id, label: name })),
];

const optionsOf = (filter: ListFilter, session: Session, texts: Texts): readonly Option[] => {
  const { t } = texts;
  switch (filter) {
    case 'right':
      return RIGHTS.map((value) => ({ value, label: t(`common.right.${value}`) }));
    case 'stage':
      return STAGES.filter((value) => value !== 'closed').map((value) => ({
        value,
        label: t(`common.stage.${value}`),
      }));
    case 'handler':
      return handlerOptions(session, texts);
    case 'channel':
      return CHANNELS.map((value) => ({ value, label: t(`common.channel.${value}`) }));
    case 'language':
      return LANGUAGES.map((value) => ({ value, label: t(`common.language.${value}`) }));
  }
};

const rangeWords = (search: QueueSearch, filter: DateFilter, { t }: Texts, { short }: Dates): string => {
  const from = search[`${filter}From`];
  const to = search[`${filter}To`];
  if (from === undefined) return to === undefined ? '' : t('queue.filter.until', { date: short(to) });
  if (to === undefined) return t('queue.filter.since', { date: short(from) });
  return from === to ? short(from) : t('queue.filter.range', { from: short(from), to: short(to) });
};

export interface FilterWords {
  readonly options: (filter: ListFilter) => readonly Option[];
  /** What a filter is set to, in words; empty where it is not set. */
  readonly setting: (search: QueueSearch, filter: Filter) => string;
}

/** The words of the filters. A colleague who has left is shown by no name. */
export const useFilterWords = (): FilterWords => {
  const texts = useTexts();
  const dates = useDates();
  const session = useSession();
  return useMemo(() => {
    const options = (filter: ListFilter) => optionsOf(filter, session, texts);
    const setting = (search: QueueSearch, filter: Filter): string => {
      if (filter === 'paused')
        return search.paused === undefined ? '' : texts.t(`queue.filter.paused.${search.paused}`);
      if (filter === 'received' || filter === 'due') return rangeWords(search, filter, texts, dates);
      const known = options(filter);
      return valuesOf(search, filter)
        .map((value) => known.find((option) => option.value === value)?.label ?? '?')
        .join(', ');
    };
    return { options, setting };
  }, [texts, dates, session]);
};
