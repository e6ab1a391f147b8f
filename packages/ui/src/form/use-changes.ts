import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesBetween } from './changes.js';

/** What others changed of a record since somebody began with its form, by the names of the fields. */
export function useChanges<Row extends object>(record: Row) {
  const { t, i18n } = useTranslation();
  const [begun, setBegun] = useState<Row | null>(null);
  const changed = begun === null || begun === record ? [] : changesBetween(begun, record);
  return {
    names: changed.filter((name) => i18n.exists(`field.${name}`)).map((name) => t(`field.${name}`)),
    begin: () => setBegun((before) => before ?? record),
    clear: () => setBegun(null),
  };
}
