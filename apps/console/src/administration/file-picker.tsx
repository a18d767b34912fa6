import { FileInput } from '@mantine/core';
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
  const take = (file: File | null): void => {
    if (file === null) return;
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
    <FileInput
      label={label}
      description={hint}
      accept="application/json,.json"
      error={failed ? t('administration.record.importFailed') : null}
      onChange={take}
    />
  );
};
