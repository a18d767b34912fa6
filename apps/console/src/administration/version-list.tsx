import { useDates } from '../app/dates.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import styles from './administration.module.css';

export interface Version<Content> {
  readonly version: number;
  readonly at: string;
  readonly by: { readonly name: string } | null;
  readonly content: Content;
}

interface VersionListProps<Content> {
  readonly versions: readonly Version<Content>[];
  /** Takes an earlier version into the form, where it can be looked at before it is saved. */
  readonly onTake: ((content: Content) => void) | null;
}

/** Who set what when, newest first; the first one is how it was before any change. */
export const VersionList = <Content,>({ versions, onTake }: VersionListProps<Content>) => {
  const { t } = useAdministrationTexts();
  const dates = useDates();
  return (
    <Card title={t('administration.history')}>
      <div>
        {versions.map(({ version, at, by, content }, index) => (
          <div key={version} className={styles.row}>
            <span>
              <time dateTime={at}>{dates.moment(at)}</time> · {by?.name ?? t('administration.history.first')}
            </span>
            {index > 0 && onTake !== null && (
              <Button size="xs" onClick={() => onTake(content)}>
                {t('administration.history.restore')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </Card>
  );
};
