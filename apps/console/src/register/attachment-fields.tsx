import { formatNumber } from '#texts/numbers';
import { TAKEN_FILES } from '../api/attach-file.js';
import { usePageTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { ChooseFiles } from '../ui/choose-files.js';
import styles from './register.module.css';

interface AttachmentFieldsProps {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}

/** The letter itself and what came with it: kept sealed with the request once it is registered. */
export const AttachmentFields = ({ files, onFiles }: AttachmentFieldsProps) => {
  const { t, language } = usePageTexts('correspondence');
  return (
    <div className={styles.stack}>
      <ChooseFiles
        label={t('correspondence.register.addFiles')}
        hint={t('correspondence.documents.addHint')}
        accept={TAKEN_FILES}
        multiple
        onFiles={(added) => onFiles([...files, ...added])}
      />
      <ul className={styles.files}>
        {files.map((file, place) => (
          <li key={`${file.name} ${file.lastModified} ${place}`}>
            <span>
              {file.name} · {formatNumber(Math.max(1, Math.round(file.size / 1000)), language)} kB
            </span>
            <Button
              size="xs"
              label={t('correspondence.register.remove', { name: file.name })}
              onClick={() => onFiles(files.filter((other) => other !== file))}
            >
              {t('correspondence.register.removeShort')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
