import type { RightView } from '#contracts/request-page';
import { RIGHT_RULES } from '#domain/law/rights';
import { useTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { RightName } from '../../ui/right-name.js';
import { StageDot } from '../../ui/stage-dot.js';
import { CommandList } from '../command-list.js';
import { DecisionLine } from './decision-line.js';
import { DocumentTable } from './document-table.js';
import { ErasureTable } from './erasure-table.js';
import { TaskTable } from './task-table.js';
import styles from './rights.module.css';

const RIGHT_COMMANDS = ['decideRight', 'approveRight', 'returnRight', 'recordAnswer'] as const;

/** What comes next of these; undefined while the work is not there yet. */
const nextCommand = ({ stage, decision, approvedBy }: RightView) => {
  if (stage !== 'response') return undefined;
  if (decision === null) return 'decideRight';
  return approvedBy === null ? 'approveRight' : 'recordAnswer';
};

/** One right of the request: its work, what would be erased, its decision, what was sent, and what can be done. */
export const RightCard = ({ view }: { view: RightView }) => {
  const { t } = useTexts();
  const automatic = RIGHT_RULES[view.right].decision === 'automatic';
  return (
    <Card
      id={`right-${view.right}`}
      title={<RightName right={view.right} article={view.article} />}
      aside={
        <span className={styles.state}>
          {view.ending !== null && <strong>{t(`common.outcome.${view.ending}`)}</strong>}
          <StageDot stage={view.stage} />
        </span>
      }
    >
      <div className={styles.parts}>
        {view.tasks.length > 0 && <TaskTable right={view.right} tasks={view.tasks} />}
        {view.erasurePlan.length > 0 && <ErasureTable lines={view.erasurePlan} tasks={view.tasks} />}
        <DecisionLine view={view} />
        {view.documents.length > 0 && <DocumentTable view={view} />}
        {view.ending === null && !automatic && (
          <CommandList
            label={t('console.right.commands')}
            types={RIGHT_COMMANDS}
            primary={nextCommand(view)}
            right={view.right}
          />
        )}
        {view.ending === null && automatic && <p className={styles.hint}>{t('console.right.automatic')}</p>}
      </div>
    </Card>
  );
};
