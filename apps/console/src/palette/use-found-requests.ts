import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.js';
import { QUEUE_KEY } from '../api/keys.js';
import { usePageTexts, useTexts } from '../app/texts.js';
import { personWords } from '../queue/person-words.js';
import { referenceIn } from './match.js';
import type { PaletteItem } from './use-palette-items.js';

/** Fewer letters than these find too much. */
const WORTH_ASKING = 3;
const SHOWN = 5;

/** Requests that fit what was typed: a reference, or a person by the server's search. The words stay out of addresses. */
export const useFoundRequests = (typed: string): readonly PaletteItem[] => {
  const { t } = useTexts();
  const { t: say } = usePageTexts('palette');
  const navigate = useNavigate();
  const [text] = useDebouncedValue(typed.trim(), 250);
  const { data } = useQuery({
    queryKey: [...QUEUE_KEY, 'palette', text],
    queryFn: ({ signal }) => call('searchQueue', { body: { view: 'all_open', text }, signal }),
    enabled: text.length >= WORTH_ASKING,
    gcTime: 0,
  });
  const open = (reference: string) => () => void navigate({ to: '/requests/$reference', params: { reference } });
  const reference = referenceIn(typed);
  const found = typed.trim().length < WORTH_ASKING ? [] : (data?.rows.slice(0, SHOWN) ?? []);
  return [
    ...(reference === null
      ? []
      : [
          {
            id: `open ${reference}`,
            group: 'open' as const,
            label: say('palette.openRequest', { reference }),
            run: open(reference),
          },
        ]),
    ...found.map((row) => ({
      id: `found ${row.reference}`,
      group: 'found' as const,
      label: `${personWords(row, t)} · ${row.rights.map(({ right }) => t(`common.right.${right}`)).join(', ')}`,
      hint: row.reference,
      run: open(row.reference),
    })),
  ];
};
