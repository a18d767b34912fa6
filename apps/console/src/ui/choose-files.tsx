import { IconPaperclip } from '@tabler/icons-react';
import { useId } from 'react';
import styles from './choose-files.module.css';

interface ChooseFilesProps {
  readonly label: string;
  readonly hint: string | null;
  /** Endings and media types, as `accept` of an input has them. */
  readonly accept: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly error?: string | null;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that takes files of the device. The same file can be chosen again at once. */
export const ChooseFiles = ({ label, hint, accept, multiple, disabled, error = null, onFiles }: ChooseFilesProps) => {
  const id = useId();
  return (
    <>
      <label className={styles.choose}>
        <IconPaperclip aria-hidden size={18} />
        {label}
        <input
          type="file"
          multiple={multiple}
          className="visually-hidden"
          accept={accept}
          aria-describedby={id}
          aria-invalid={error !== null}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      <p id={id} className={styles.hint}>
        {hint}
        {error !== null && (
          <span role="alert" className={styles.error}>
            {error}
          </span>
        )}
      </p>
    </>
  );
};
