import { IconPaperclip } from '@tabler/icons-react';
import { formatNumber } from '#texts/numbers';
import { TAKEN_FILES } from '../api/attach-file.js';
import { usePageTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
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
      <label className={styles.choose}>
        <IconPaperclip aria-hidden size={18} />
        {t('correspondence.register.addFiles')}
        <input
          type="file"
          multiple
          className="visually-hidden"
          accept={TAKEN_FILES}
          aria-describedby="register-files-hint"
          onChange={({ currentTarget }) => {
            onFiles([...files, ...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      <p id="register-files-hint" className={styles.minor}>
        {t('correspondence.documents.addHint')}
      </p>
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
