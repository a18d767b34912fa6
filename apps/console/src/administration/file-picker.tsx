import { FileInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdministrationTexts } from './use-administration-texts.js';

interface FilePickerProps {
  readonly label: string;
  readonly hint: string | null;
  readonly onJson: (content: unknown) => void;
}

/** Takes a JSON file into the page; nothing is sent before the form is saved. */
export const FilePicker = ({ label, hint, onJson }: FilePickerProps) => {
  const { t } = useAdministrationTexts();
  const [failed, setFailed] = useState(false);
  const take = ([file]: readonly File[]): void => {
    if (file === undefined) return;
    void file.text().then(
      (text) => {
        try {
          onJson(JSON.parse(text));
          setFailed(false);
        } catch {
          setFailed(true);
        }
      },
      () => setFailed(true),
    );
  };
  return (
    <ChooseFiles
      label={label}
      hint={hint}
      accept="application/json,.json"
      error={failed ? t('administration.record.importFailed') : null}
      onFiles={take}
    />
  );
};
