import type { TimelineEntry } from '#contracts/request-page';
import type { Texts } from '../../app/texts.js';

/** Names that the ledger itself does not keep. */
interface Names {
  readonly ofActor: (actor: string) => string;
  readonly ofTask: (task: string) => string;
}

/** Words for the values of an entry: codes become the texts that the rest of the desk uses for them. */
const valuesOf = ({ data }: TimelineEntry, { find }: Texts, names: Names): Record<string, string | number> => {
  const code = (name: string, prefix: string): string => {
    const value = data[name];
    if (typeof value !== 'string') return '';
    return find(`${prefix}.${value}`) ?? value;
  };
  const count = (name: string): number => (typeof data[name] === 'number' ? data[name] : 0);
  const assignee = data['assignee'];
  return {
    right: code('right', 'common.right'),
    stage: code('to', 'common.stage'),
    outcome: code('outcome', 'common.outcome'),
    result: code('result', 'common.task_result'),
    method: code('method', 'common.identity.method'),
    location: code('location', 'console.identity.location'),
    reason: code('reason', 'common.delay'),
    letter: code('letter', 'console.letter'),
    channel: code('channel', 'common.channel') || code('by', 'common.channel'),
    by: code('by', 'console.sentBy'),
    choice: typeof data['choice'] === 'string' ? data['choice'] : '',
    sufficient: data['sufficient'] === false ? 'no' : 'yes',
    register: typeof data['task'] === 'string' ? names.ofTask(data['task']) : '',
    assignee: typeof assignee === 'string' ? names.ofActor(assignee) : '',
    assigned: typeof assignee === 'string' ? 'yes' : 'no',
    rows: count('rows'),
    documents: count('documents'),
    tasks: Array.isArray(data['tasks']) ? data['tasks'].length : 0,
  };
};

/** What happened, in words. A fact that this console does not know yet is shown by its name. */
export const entryTitle = (entry: TimelineEntry, texts: Texts, names: Names): string =>
  texts.find(`console.event.${entry.type}`, valuesOf(entry, texts, names)) ?? entry.type;
